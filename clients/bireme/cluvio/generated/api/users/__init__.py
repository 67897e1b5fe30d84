"""Operations of the tag Users: what they send, and how their replies are read."""
