"""Operations of the tag Export Jobs: what they send, and how their replies are read."""
