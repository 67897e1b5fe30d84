"""Operations of the tag Result Data: what they send, and how their replies are read."""
