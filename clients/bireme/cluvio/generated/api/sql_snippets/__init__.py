"""Operations of the tag SQL Snippets: what they send, and how their replies are read."""
