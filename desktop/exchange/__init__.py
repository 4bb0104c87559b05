"""Other people's files: one module per format, lenient on reading, strict on writing."""
