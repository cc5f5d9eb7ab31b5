"""Fiches: fill one in, read it again, compare its revisions."""
