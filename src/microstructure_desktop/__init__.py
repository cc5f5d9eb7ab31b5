"""Microstructure, the desktop software of one microstructure médicale addictions."""

__version__ = "0.1.0"
