"""On which line the keys and the tables of a TOML text are written, as far as a glance tells."""

import re
from collections.abc import Mapping

_KEY = re.compile(r"[ \t]*([A-Za-z0-9_-]+)[ \t]*=")
_HEADER = re.compile(r"[ \t]*\[")


class Places:
    """A glance, not a second reading: what only looks like a key inside a long text is taken for
    one.
    """

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")

    def starting(self, pattern: re.Pattern[str]) -> list[int]:
        """The lines, from 1, that start that way."""
        numbered = enumerate(self._lines, start=1)
        return [rank for rank, line in numbered if pattern.match(line)]

    def keys(self, header: int = 0) -> Mapping[str, int]:
        """The line of each key under a header; under none, of those of the file itself."""
        found: dict[str, int] = {}
        for rank, line in enumerate(self._lines[header:], start=header + 1):
            if _HEADER.match(line):
                break
            if key := _KEY.match(line):
                found.setdefault(key[1], rank)
        return found
