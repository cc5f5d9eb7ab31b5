"""What a sheet of codes says, from what it is to its last code."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from reportlab.platypus import Flowable

from microstructure_desktop import french
from microstructure_desktop.exchange.paper import Genre

from .flow import Column, Dressing, block, columns, line, room, space
from .qr import qr
from .styles import BODY, HAIRLINE, LABEL, MM, NAME, OVERLINE, STRONG, TEXT_WIDTH, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .papier_imprime import PapierImprime

_SIDE = 72
"""Millimetres: three rows on a page, and squares of half a millimetre in the largest code."""
_HEAD = replace(NAME, tag="H2")
_FACT = columns(1, 3.2, gutter=4 * MM, styles=(LABEL, STRONG))
_HALF = TEXT_WIDTH / 2
_ROW = room((_SIDE + 6) * MM)


@dataclass(frozen=True, slots=True)
class Words:
    """What changes with what is printed."""

    title: str
    overline: str
    what: str
    hand_over: str
    foot: str


WORDS = {
    Genre.PAQUET: Words(
        "Activité du mois, sur papier",
        "ENVOI À L’ANIMATEUR RÉGIONAL",
        "Ces codes portent les chiffres du mois, scellés\xa0: seul l’animateur régional peut les "
        "lire. Il n’y a dedans ni nom, ni date de naissance, ni rien de ce que l’équipe a écrit.",
        "Imprimez à 100\xa0%, en noir sur du papier blanc. Remettez ou postez toutes les pages, "
        "sans plier sur un code\xa0; l’envoi n’est terminé qu’à l’accusé de réception.",
        "Chiffres scellés\xa0: seul l’animateur régional peut les lire.",
    ),
    Genre.ACCUSE: Words(
        "Accusé de réception, sur papier",
        "RÉPONSE AU CABINET",
        "Ce code dit au cabinet ce qu’est devenu son envoi. Il est signé par l’animateur régional, "
        "et ne contient rien de plus.",
        "Imprimez à 100\xa0%, en noir sur du papier blanc, et remettez ou postez la page au "
        "cabinet, sans plier sur le code.",
        "Accusé signé par l’animateur régional.",
    ),
}
_READING = (
    "Scannez chaque page entière, à plat, à 300\xa0points par pouce ou plus, en gris ou en noir "
    "et blanc, puis ouvrez les fichiers dans l’application. Ni l’ordre ni le sens des pages ne "
    "comptent\xa0; s’il manque un code, elle dit lequel."
)


def story(contenu: PapierImprime) -> list[Any]:
    words = WORDS[contenu.genre]
    return [
        line(words.overline, OVERLINE),
        line(words.title, TITLE, Dressing(after=2 * MM)),
        *_facts(contenu),
        line(words.what, BODY, Dressing(before=3 * MM)),
        line("Pour l’envoyer", _HEAD, Dressing(before=2 * MM)),
        line(words.hand_over, BODY),
        line("Pour le lire", _HEAD, Dressing(before=2 * MM)),
        line(_READING, BODY, Dressing(after=4 * MM)),
        *_rows(contenu),
    ]


def _facts(contenu: PapierImprime) -> Iterator[Any]:
    facts = {
        "Structure": contenu.structure,
        "Mois": french.month_and_year(contenu.mois.premier),
        "Numéro de l’envoi": contenu.id8,
        "Codes": str(len(contenu.codes)),
    }
    for fact in facts.items():
        yield block(fact, _FACT, Dressing(rule=HAIRLINE, before=1, after=1))


def _rows(contenu: PapierImprime) -> Iterator[Any]:
    """Two codes on each, under their numbers."""
    total = len(contenu.codes)
    names = [f"Code {rank} sur {total}" for rank in range(1, total + 1)]
    for start in range(0, total, 2):
        pair = slice(start, start + 2)
        yield _ROW
        yield block(names[pair], _PLACES[: len(names[pair])])
        yield _Pair(names[pair], contenu.codes[pair])
        yield space(2 * MM)


_PLACES = tuple(Column(n * _HALF + (_HALF - _SIDE * MM) / 2, _SIDE * MM, STRONG) for n in range(2))


class _Pair(Flowable):  # type: ignore[misc]
    """Two codes side by side, or one on the left."""

    def __init__(self, names: list[str], codes: tuple[bytes, ...]) -> None:
        super().__init__()
        self._codes = [qr(code, _SIDE, name) for name, code in zip(names, codes, strict=True)]

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return TEXT_WIDTH, _SIDE * MM

    def draw(self) -> None:
        for place, code in zip(_PLACES, self._codes, strict=False):
            code.drawOn(self.canv, place.x, 0)
