"""How well a recipe reads: what it says of texts beside what people annotated in them, one scorer a noun."""
