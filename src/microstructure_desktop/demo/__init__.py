"""A fictional cabinet, made through the real services."""
