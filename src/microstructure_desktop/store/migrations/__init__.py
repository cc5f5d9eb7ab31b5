"""Bring a database to the current version, one step per transaction."""
