"""Networks: the encoder that reads the text once, and the heads on its states. Nothing here knows documents."""
