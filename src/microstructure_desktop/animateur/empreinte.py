"""A key as two people read it to each other over the telephone."""

from __future__ import annotations

from microstructure_desktop.exchange.seal import fingerprint

_READ = 6


def of_key(cle: str) -> str:
    """Eight groups of four signs."""
    return fingerprint(cle)


def shown(empreinte: str) -> str:
    """The groups that one of the two has on screen; the other reads the last ones aloud."""
    return " ".join(empreinte.split()[:_READ])


def completed(empreinte: str, heard: str) -> str:
    """What was on screen, with the groups heard: the whole, as far as the two agree."""
    return f"{shown(empreinte)} {heard}"
