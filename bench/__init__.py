"""Speed and memory of reading, and how both grow: ``python -m bench``."""
