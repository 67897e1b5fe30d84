"""Operations of the tag Dashboard Schedules: what they send, and how their replies are read."""
