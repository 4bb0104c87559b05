"""Painted and composed parts that several windows use."""
