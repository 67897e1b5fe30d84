"""Operations of the tag SQL Alerts: what they send, and how their replies are read."""
