"""Operations of the tag Data Schedules: what they send, and how their replies are read."""
