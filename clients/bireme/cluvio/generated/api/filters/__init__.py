"""Operations of the tag Filters: what they send, and how their replies are read."""
