"""Échéance: the day that somebody wrote in free text, such as « avant le 04/12 »."""

import re
from collections.abc import Iterator
from datetime import date

from microstructure_desktop import french

from .text import normalise

_SLASHED = re.compile(r"(?<!\d)(?<!\d/)(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?(?!\d|/\d)")
# Two figures each: « 12.5 » and « 3-4 » are amounts.
_DOTTED = re.compile(r"(?<!\d)(?<!\d[.-])(\d\d)([.-])(\d\d)(?:\2(\d{4}|\d{2}))?(?!\d|[.-]\d)")
_MONTHS = {
    normalise(name).rstrip("."): number
    for names in (french.MONTHS, french.SHORT_MONTHS)
    for number, name in enumerate(names, 1)
}
_NAMED = re.compile(rf"(?<!\d)(\d{{1,2}})(?:er)? ({'|'.join(_MONTHS)})\b\.?(?: (\d{{4}}))?(?!\d)")
_CENTURY = 2000


def echeance_lue(texte: str, depuis: date) -> date | None:
    """The last day written, its year the first that is not before `depuis` when it has none."""
    found = (_read(jour, mois, annee, depuis) for jour, mois, annee in _written(texte))
    return max((day for day in found if day is not None), default=None)


def _written(texte: str) -> Iterator[tuple[int, int, str | None]]:
    for match in _SLASHED.finditer(texte):
        yield int(match[1]), int(match[2]), match[3]
    for match in _DOTTED.finditer(texte):
        yield int(match[1]), int(match[3]), match[4]
    for match in _NAMED.finditer(normalise(texte)):
        yield int(match[1]), _MONTHS[match[2]], match[3]


def _read(jour: int, mois: int, annee: str | None, depuis: date) -> date | None:
    if annee is not None:
        year = int(annee) if len(annee) == 4 else _CENTURY + int(annee)  # noqa: PLR2004
        return _real(year, mois, jour)
    same = _real(depuis.year, mois, jour)
    if same is not None and same >= depuis:
        return same
    return _real(depuis.year + 1, mois, jour)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
