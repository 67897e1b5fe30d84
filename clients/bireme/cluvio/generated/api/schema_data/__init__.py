"""Operations of the tag Schema Data: what they send, and how their replies are read."""
