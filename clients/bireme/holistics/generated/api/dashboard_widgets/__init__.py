"""Operations of the tag Dashboard Widgets: what they send, and how their replies are read."""
