"""Operations of the tag Job Queues: what they send, and how their replies are read."""
