"""Broken and hostile input, made without end: out comes a sound result or a one-line error, and nothing else."""
