"""Ways to take a story along, one file a format."""
