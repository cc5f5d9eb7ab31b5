"""The form engine: definitions in, enabled items and problems out."""
