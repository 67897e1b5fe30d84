"""Operations of the tag Data Imports: what they send, and how their replies are read."""
