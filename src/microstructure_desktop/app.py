"""Composition root of the desktop application: the only place where everything meets."""

from microstructure_desktop.paths import Home


def run(home: Home) -> int:
    """Show the window on a cabinet's folder until it is closed."""
    del home
    return 0
