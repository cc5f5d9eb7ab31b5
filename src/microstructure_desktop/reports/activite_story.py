"""What the pages of activity say: each theme with its charts and figures, then the definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import CondPageBreak

from . import graphique, rapport_tables
from .flow import Dressing, line, room
from .styles import BODY, LABEL, MM, NAME, SECTION, SUBTITLE, TEXT_HEIGHT, TITLE

if TYPE_CHECKING:
    from .activite_imprimee import ActiviteImprimee, ThemeImprime

_ROOM, _TITLED = 46 * MM, 20 * MM


def story(contenu: ActiviteImprimee, title: str) -> list[Any]:
    found = [line(title, TITLE), line(contenu.periode, SUBTITLE, Dressing(after=2 * MM))]
    found += [line(sentence, BODY) for sentence in contenu.etat]
    for theme in contenu.themes:
        found += _theme(theme)
    found += [room(_ROOM), line("Définitions", SECTION, Dressing(before=6 * MM, after=2 * MM))]
    for titre, texte in contenu.definitions:
        found += [room(14 * MM), line(titre, NAME, Dressing(before=1.5 * MM)), line(texte, LABEL)]
    return found


def _theme(theme: ThemeImprime) -> list[Any]:
    dressing = Dressing(before=6 * MM, after=2 * MM)
    below = [part for each in theme.graphiques for part in graphique.story(each)]
    below += [part for shown in theme.tableaux for part in rapport_tables.story(shown)]
    return [
        room(min(_TITLED + _first(below), TEXT_HEIGHT)),
        line(theme.titre, SECTION, dressing),
        *below,
    ]


def _first(below: list[Any]) -> float:
    """What the first chart or table asks for: the title above it goes where it goes."""
    asked = (float(each.height) for each in below if isinstance(each, CondPageBreak))
    return next(asked, 0.0)
