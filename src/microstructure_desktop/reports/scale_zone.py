"""A scale to score on paper: boxes by row number; the topics stay with the official sheet."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from microstructure_desktop.forms import wording as words
from microstructure_desktop.forms.instruments import Mode

from . import strokes
from .styles import MM

if TYPE_CHECKING:
    from microstructure_desktop.forms.instruments import Cote, Instrument

    from .strokes import Row

SHEET = "Saisie des cotes\xa0: la feuille officielle est tenue par le soignant."
_PAIR = 2
_TOTAL = 14 * MM
"""A total may have several figures, and a comma."""
_LISTED = 5
"""Consecutive values are listed up to so many, then given by their ends."""


def scale(instrument: Instrument, width: float) -> list[Row]:
    possible = "\xa0; ".join(
        f"{_rows(list(run))}\xa0: {expected}"
        for expected, run in groupby(instrument.cotes, _expected)
    )
    frame = _TOTAL if instrument.mode is Mode.TOTAUX else strokes.FRAME
    return [
        *strokes.words(f"{instrument.periode}. {SHEET}", width),
        *strokes.words(f"Cotes possibles, {possible}.", width),
        *strokes.numbered([_name(instrument, c) for c in instrument.cotes], width, frame),
        *strokes.words(instrument.credit, width),
    ]


def _rows(run: list[Cote]) -> str:
    """« ligne 3 », « lignes 9 et 10 », « lignes 1 à 8 »."""
    first, last = run[0].n, run[-1].n
    if first == last:
        return f"ligne {first}"
    return f"lignes {first} {'et' if len(run) == _PAIR else 'à'} {last}"


def _name(instrument: Instrument, cote: Cote) -> str:
    """The number; with the total's name where it is a total that is copied."""
    total = next((s.label for s in instrument.scores if s.cotes == (cote.n,)), "")
    return f"{cote.n} {total}".strip() if instrument.mode is Mode.TOTAUX else str(cote.n)


def _expected(cote: Cote) -> str:
    if cote.oui_non:
        return words.TAKES_YES_NO
    values = cote.valeurs
    low, high = map(words.number, cote.bornes)
    if not values or (len(values) > _LISTED and values == tuple(range(values[0], values[-1] + 1))):
        return f"de {low} à {high}"
    *others, last = map(str, values)
    return words.TAKES_ONE_OF.format(", ".join(others), last) if others else last
