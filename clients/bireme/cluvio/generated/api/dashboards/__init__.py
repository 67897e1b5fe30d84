"""Operations of the tag Dashboards: what they send, and how their replies are read."""
