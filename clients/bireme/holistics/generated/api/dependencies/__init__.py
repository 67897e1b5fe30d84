"""Operations of the tag Dependencies: what they send, and how their replies are read."""
