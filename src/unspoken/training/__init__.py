"""What was made from data, and how; nothing here is needed to read a story."""
