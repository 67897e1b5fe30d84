"""Operations of the tag Reports: what they send, and how their replies are read."""
