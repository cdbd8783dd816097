"""What happens between two people: in deeds, in words, and by what becomes of them."""
