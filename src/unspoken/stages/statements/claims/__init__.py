"""What a clause claims of a heart, of how two stand, or of what somebody knows."""
