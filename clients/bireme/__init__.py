"""bireme."""
