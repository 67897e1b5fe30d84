"""Operations of the tag Data Models: what they send, and how their replies are read."""
