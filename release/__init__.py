"""What goes out with a release beside the program: its bill of materials."""
