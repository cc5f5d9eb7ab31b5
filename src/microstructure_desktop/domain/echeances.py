"""Échéance: the day that somebody wrote in free text, such as « avant le 04/12 »."""

import re
from datetime import date

_WRITTEN = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?(?![\d/])")
_CENTURY = 2000


def echeance_lue(texte: str, depuis: date) -> date | None:
    """The last day written, its year the first that is not before `depuis` when it has none."""
    found = [_read(match[1], match[2], match[3], depuis) for match in _WRITTEN.finditer(texte)]
    return max((day for day in found if day is not None), default=None)


def _read(jour: str, mois: str, annee: str | None, depuis: date) -> date | None:
    if annee is not None:
        year = int(annee) if len(annee) == 4 else _CENTURY + int(annee)  # noqa: PLR2004
        return _real(year, int(mois), int(jour))
    same = _real(depuis.year, int(mois), int(jour))
    if same is not None and same >= depuis:
        return same
    return _real(depuis.year + 1, int(mois), int(jour))


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
