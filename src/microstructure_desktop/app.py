"""Composition root of the desktop application: the only place where everything meets."""
