"""Qt models over patients and records, each with its table of columns."""
