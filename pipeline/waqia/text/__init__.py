"""Arabic text without spaCy: a normalised view with offsets, tokens, proclitics, sentences."""
