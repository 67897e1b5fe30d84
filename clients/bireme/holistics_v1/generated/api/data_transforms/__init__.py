"""Operations of the tag Data Transforms: what they send, and how their replies are read."""
