"""Who does not know what is so, or is kept from it."""
