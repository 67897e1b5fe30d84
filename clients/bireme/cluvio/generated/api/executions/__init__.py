"""Operations of the tag Executions: what they send, and how their replies are read."""
