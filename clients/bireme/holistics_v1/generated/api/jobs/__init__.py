"""Operations of the tag Jobs: what they send, and how their replies are read."""
