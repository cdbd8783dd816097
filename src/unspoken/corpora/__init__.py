"""Readers of gold corpora: each gives texts with what people annotated in them."""
