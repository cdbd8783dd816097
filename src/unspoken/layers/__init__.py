"""Records, one noun a file; nothing here computes more than a lookup."""
