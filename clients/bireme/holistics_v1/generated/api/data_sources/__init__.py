"""Operations of the tag Data Sources: what they send, and how their replies are read."""
