"""Operations of the tag Transports: what they send, and how their replies are read."""
