"""Operations of the tag User Attributes: what they send, and how their replies are read."""
