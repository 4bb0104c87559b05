"""PAPER: reports as PDF, drawn as vectors from the same chart values as the window."""
