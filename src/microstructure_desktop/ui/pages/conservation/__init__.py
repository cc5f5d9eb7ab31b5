"""What the archive holds, what is to be decided, and who was erased."""
