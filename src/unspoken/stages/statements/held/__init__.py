"""Who holds, says or writes what is claimed."""
