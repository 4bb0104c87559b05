"""Calcinosis Registry: calcification and ossification disorders followed over years."""

__version__ = "0.3.0"
