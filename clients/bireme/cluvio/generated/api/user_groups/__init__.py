"""Operations of the tag User Groups: what they send, and how their replies are read."""
