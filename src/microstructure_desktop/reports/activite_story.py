"""What the pages of activity say: each theme with its charts and figures, then the definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import graphique
from .flow import Column, Dressing, columns, line, room, space, table
from .fonts import REGULAR, SEMIBOLD
from .styles import BODY, GREY, HAIRLINE, INK, LABEL, MM, NAME, SECTION, SUBTITLE, TITLE, Style

if TYPE_CHECKING:
    from .activite_imprimee import ActiviteImprimee, TableauImprime, ThemeImprime

_ROOM, _CHART, _GUTTER = 46 * MM, 130 * MM, 3 * MM
_WORDS, _FIGURES = Style(REGULAR, 9, 12), Style(REGULAR, 9, 12, INK, right=True)
_HEAD = Style(SEMIBOLD, 8, 11, GREY)
_FEW = (3.4, 1.4, 1.7, 1.4)
_MANY = 2.2


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
    least = _CHART if theme.graphiques else _ROOM
    found = [room(least), line(theme.titre, SECTION, dressing)]
    for each in theme.graphiques:
        found += graphique.story(each)
    for shown in theme.tableaux:
        found += _tableau(shown)
    return found


def _tableau(shown: TableauImprime) -> list[Any]:
    title = line(shown.titre, NAME, Dressing(before=1 * MM, after=1 * MM))
    dressing = Dressing(before=1.2, after=1.2, rule=HAIRLINE, whole=True)
    rows = table(shown.colonnes, shown.lignes, _places(shown), dressing, style=_HEAD, topped=False)
    return [room(_ROOM), title, *rows, space(4 * MM)]


def _places(shown: TableauImprime) -> tuple[Column, ...]:
    """A figure, what it is made of and the year before; or many figures side by side."""
    count = len(shown.colonnes)
    shares = _FEW if count == len(_FEW) else (_MANY, *(1,) * (count - 1))
    styles = (_WORDS, *(_FIGURES,) * (count - 1))
    return columns(*shares, gutter=_GUTTER, styles=styles)
