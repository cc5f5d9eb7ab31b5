"""A fictional cabinet, or a region of them, made through the real services."""
