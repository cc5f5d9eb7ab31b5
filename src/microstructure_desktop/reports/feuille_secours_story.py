"""What the recovery sheet says: the code in big signs, what it opens, and where to keep it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reportlab.platypus import Flowable

from .flow import Column, Dressing, block, columns, line, space
from .fonts import SEMIBOLD
from .qr import qr
from .styles import BODY, HAIRLINE, LABEL, MM, NAME, OVERLINE, STRONG, TEXT_WIDTH, TITLE, Style
from .wording import instant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .feuille_secours_imprimee import FeuilleSecours

_BY_ROW = 4
_SIDE = 46
_CODE = Style(SEMIBOLD, 27, 33)
_RANK = replace(LABEL, leading=12)
_TEXT = replace(BODY, size=10, leading=14)
_HEAD = replace(NAME, tag="H2")
_FACT = columns(1, 3.2, gutter=4 * MM, styles=(LABEL, STRONG))
_CARRE = "Code carré : le même code de secours, pour un lecteur de codes"
_TEXTS = {
    "Ce qu’elle ouvre": (
        "Tous les dossiers du cabinet, là où se trouve son coffre ou une de ses sauvegardes. À la "
        "page d’ouverture : « Phrase de passe oubliée ? », puis « Avec la feuille de secours ». "
        "Les espaces et les minuscules ne comptent pas ; il n’y a ni O, ni I, ni L dans ce code."
    ),
    "Ce qu’elle n’ouvre pas": (
        "Les notes personnelles : seule la phrase de passe de qui les a écrites les ouvre. Et rien "
        "du tout sans les données : ce code ne remplace ni le coffre, ni son trousseau. "
        "À conserver avec une sauvegarde, faite à la date de cette feuille ou après."
    ),
    "Où la garder": (
        "Dans une enveloppe fermée, signée sur le rabat, que le médecin garde sous clé, hors de la "
        "pièce de l’ordinateur. Ne la photographiez pas, n’en gardez pas de copie sur un "
        "ordinateur."
    ),
    "Quand la refaire": (
        "Après s’en être servi, si l’enveloppe a été ouverte, ou quand quelqu’un qui l’a vue "
        "quitte l’équipe. La nouvelle feuille, une fois prouvée, rend celle-ci sans valeur : "
        "détruisez-la alors."
    ),
}


def story(contenu: FeuilleSecours) -> list[Any]:
    return [
        *said("À GARDER SOUS ENVELOPPE FERMÉE", "Feuille de secours"),
        *facts(
            {
                "Cabinet": contenu.cabinet,
                "Coffre": contenu.coffre,
                "Faite le": f"{instant(contenu.faite_le)}, par {contenu.auteur}",
            }
        ),
        *signs(
            "Si les phrases de passe sont perdues, ce code ouvre le cabinet.",
            contenu,
            _CARRE,
            _TEXTS,
        ),
    ]


def said(above: str, title: str) -> list[Any]:
    """How a sheet begins."""
    return [line(above, OVERLINE), line(title, TITLE, Dressing(after=2 * MM))]


def facts(known: Mapping[str, str]) -> list[Any]:
    """Whose it is, and of what."""
    dressing = Dressing(rule=HAIRLINE, before=1, after=1)
    return [block(fact, _FACT, dressing) for fact in known.items()]


def signs(what: str, contenu: FeuilleSecours, square: str, texts: Mapping[str, str]) -> list[Any]:
    """The code, to type and to scan, under what it does; then the rest in words."""
    return [
        line(what, replace(_TEXT, font=SEMIBOLD), Dressing(before=5 * MM, after=3 * MM)),
        *_code(contenu.groupes),
        _Centred(qr(contenu.carre, _SIDE, square)),
        *_texts(texts),
    ]


def _code(groupes: tuple[str, ...]) -> Iterator[Any]:
    """Each group under its number: a mistake is told by it."""
    wide = TEXT_WIDTH / _BY_ROW
    for start in range(0, len(groupes), _BY_ROW):
        row = groupes[start : start + _BY_ROW]
        ranks = [f"Groupe {start + place + 1}" for place in range(len(row))]
        yield block(ranks, [Column(n * wide, wide, _RANK) for n in range(len(row))])
        yield block(row, [Column(n * wide, wide, _CODE) for n in range(len(row))])
        yield space(3 * MM)


def _texts(texts: Mapping[str, str]) -> Iterator[Any]:
    for titre, texte in texts.items():
        yield line(titre, _HEAD, Dressing(before=3 * MM))
        yield line(texte, _TEXT)


class _Centred(Flowable):  # type: ignore[misc]
    """A square in the middle of the width."""

    def __init__(self, square: Flowable) -> None:
        super().__init__()
        self._square = square

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return TEXT_WIDTH, self._square.height

    def draw(self) -> None:
        self._square.drawOn(self.canv, (TEXT_WIDTH - self._square.width) / 2, 0)
