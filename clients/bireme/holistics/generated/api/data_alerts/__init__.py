"""Operations of the tag Data Alerts: what they send, and how their replies are read."""
