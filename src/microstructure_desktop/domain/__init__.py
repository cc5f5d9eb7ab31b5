"""What a microstructure is, in plain Python: no file, no screen, no database."""
