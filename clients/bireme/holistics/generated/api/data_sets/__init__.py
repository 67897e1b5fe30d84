"""Operations of the tag Data Sets: what they send, and how their replies are read."""
