"""One package per tag, one module per operation; each is imported when it is first needed."""
