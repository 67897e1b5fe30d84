"""Operations of the tag Datasource Agents: what they send, and how their replies are read."""
