"""One module per tag, with its four classes; each is imported when it is first needed."""
