"""Which of several labels a typed letter leads to."""

from collections.abc import Sequence
from unicodedata import normalize


def next_label(labels: Sequence[str], letter: str, here: int) -> int | None:
    """The next label after `here`, going round, that begins with a letter; accents aside."""
    wanted = _first(letter)
    around = [(here + step) % len(labels) for step in range(1, len(labels) + 1)]
    return next((at for at in around if wanted.isalpha() and _first(labels[at]) == wanted), None)


def _first(text: str) -> str:
    return normalize("NFKD", text.strip())[:1].casefold()
