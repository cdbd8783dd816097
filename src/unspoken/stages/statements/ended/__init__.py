"""What ends a belief or an ignorance, or shows that it was wrong; who hears it."""
