"""All targets: what input can come in by, and what is promised of it."""
