"""Operations of the tag Exports: what they send, and how their replies are read."""
