"""Operations of the tag Query Reports: what they send, and how their replies are read."""
