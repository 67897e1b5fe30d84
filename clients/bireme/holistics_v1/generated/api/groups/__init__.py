"""Operations of the tag Groups: what they send, and how their replies are read."""
