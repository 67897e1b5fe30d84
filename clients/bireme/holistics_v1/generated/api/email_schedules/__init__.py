"""Operations of the tag Email Schedules: what they send, and how their replies are read."""
