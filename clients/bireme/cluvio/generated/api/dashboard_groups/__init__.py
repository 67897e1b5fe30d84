"""Operations of the tag Dashboard Groups: what they send, and how their replies are read."""
