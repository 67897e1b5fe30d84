"""Operations of the tag User Attribute Entries: what they send, and how their replies are read."""
