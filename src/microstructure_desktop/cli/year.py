"""A year as it is typed on the command line."""

import argparse

YEARS = range(2000, 2101)


def year(text: str) -> int:
    """Argparse type: « 2026 »."""
    if not (text.isascii() and text.isdecimal() and int(text) in YEARS):
        raise argparse.ArgumentTypeError(
            f"« {text} » n’est pas une année ; écrivez AAAA, par exemple 2026"
        )
    return int(text)
