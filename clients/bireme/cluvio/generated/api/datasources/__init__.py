"""Operations of the tag Datasources: what they send, and how their replies are read."""
