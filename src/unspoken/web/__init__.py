"""The reader in the browser: a server for one story and one person, on this machine alone."""
