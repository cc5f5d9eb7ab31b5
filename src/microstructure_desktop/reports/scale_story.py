"""A scored scale on paper: its scores, what each is taken to mean and who says so, its credit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from microstructure_desktop.forms import wording as words
from microstructure_desktop.forms.scale_words import (
    band_in_words,
    scale_in_words,
    value_in_words,
)
from microstructure_desktop.forms.scoring import Resultat, Valeur, resultat

from .styles import BODY, MARGINALIA, STRONG, Style

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from microstructure_desktop.forms.instruments import Instrument

Line = tuple[str, Style]


def scale(instrument: Instrument, answer: Mapping[str, Any], *, sexe: str, age: int) -> list[Line]:
    """The lines of an answer; the values by row number, for the topics stay with the sheet."""
    used = instrument.of(answer["version"])
    if used is None:
        return [(scale_in_words(instrument, answer), BODY)]
    found = resultat(used, answer["cotes"], sexe=sexe, age=age)
    lines = list(_scores(found))
    if all(valeur.valeur is None for valeur in found.valeurs):
        lines = [(scale_in_words(instrument, answer), STRONG)]
    return [
        *lines,
        (f"Cotes\xa0: {_cotes(used, answer['cotes'])}", MARGINALIA),
        (f"{used.nom}, version {used.version} · {used.periode} · {used.credit}", MARGINALIA),
    ]


def _scores(found: Resultat) -> Iterator[Line]:
    for rank, valeur in enumerate(found.valeurs):
        yield _score(found, valeur), BODY if rank else STRONG
        for repere in found.reperes:
            if repere.score is valeur.score:
                yield band_in_words(repere), BODY
                yield f"Source\xa0: {repere.source}", MARGINALIA


def _score(found: Resultat, valeur: Valeur) -> str:
    said = value_in_words(valeur)
    return said if len(found.valeurs) == 1 else f"{valeur.score.label}\xa0: {said}"


def _cotes(used: Instrument, cotes: Mapping[str, Any]) -> str:
    """« 1 = 4, 2 = 1 », each pair kept together; a row that is not of the scale too."""
    order = {str(cote.n): rank for rank, cote in enumerate(used.cotes)}
    return ", ".join(
        f"{n}\xa0=\xa0{_cote(used, n, cotes[n])}"
        for n in sorted(cotes, key=lambda n: (order.get(n, len(order)), n))
        if cotes[n] is not None
    )


def _cote(used: Instrument, n: str, value: object) -> str:
    cote = next((cote for cote in used.cotes if str(cote.n) == n), None)
    if cote is not None and cote.oui_non and value in (0, 1):
        return words.YES if value else words.NO
    return str(value)
