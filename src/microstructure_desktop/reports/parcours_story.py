"""What « Mon parcours » says, in large plain words, cut so that it holds on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import Flowable

from microstructure_desktop import french
from microstructure_desktop.french import NBSP

from . import wording
from .curve import draw_curve
from .flow import Column, Dressing, block, columns, line, space
from .fonts import REGULAR, SEMIBOLD
from .parcours_words import Plain, change, plain
from .structure import ornament
from .styles import ACCENT, GREY, GUTTER, MM, TEXT_HEIGHT, TEXT_WIDTH, THICK, Style
from .text import or_dash, shorten, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from microstructure_desktop.domain.trajectoire import Serie

    from .printed import ParcoursImprime

HEAD = Style(SEMIBOLD, 26, 31, tag="H1")
SUB = Style(REGULAR, 13, 18)
PART = Style(SEMIBOLD, 14.5, 19, ACCENT, tag="H2")
TEXT = Style(REGULAR, 12.5, 17)
BOLD = Style(SEMIBOLD, 12.5, 17)
HINT = Style(REGULAR, 10.5, 14, GREY)

SAFETY = (
    f"Un score aide à en parler{NBSP}; il ne dit pas tout.\n"
    f"Si vous allez mal{NBSP}: 3114, jour et nuit{NBSP}; urgence{NBSP}: 15."
)
_PEOPLE, _FEW, _TALL_TEXT = 4, 3, 3
_CHART = (46 * MM, 17 * MM)
_WORDS = TEXT_WIDTH - _CHART[0] - 6 * MM
_AIR = 2.5 * MM
_GOAL, _STATE = columns(3, 1, gutter=GUTTER, styles=(TEXT, TEXT))
_MORE = TEXT.leading + 2 * MM


def story(contenu: ParcoursImprime) -> list[Any]:
    """Everything else first keeps its place; the changes take the room that is left."""
    before = [*_head(contenu), *_met(contenu)]
    after = [*_helps(contenu), *_goals(contenu), *_next(contenu), *_safety()]
    title = _part("Ce qui a changé")
    room = TEXT_HEIGHT - _height_of([*before, *title, *after]) - 1
    return [*before, *title, *_changes(contenu, room), *after]


def _head(contenu: ParcoursImprime) -> list[Any]:
    today = french.plain_date(contenu.edite_le.date())
    whose = f"{or_dash(contenu.prenom)} · dossier n°{NBSP}{contenu.dossier} · {today}"
    return [line("Mon parcours", HEAD), line(shorten(whose, SUB.font, SUB.size, TEXT_WIDTH), SUB)]


def _met(contenu: ParcoursImprime) -> list[Any]:
    began = ""
    if contenu.debut is not None:
        began = f"Votre suivi a commencé le {french.plain_date(contenu.debut)}. "
    if not contenu.rencontres:
        return [space(4 * MM), *_texts(f"{began}Vous allez rencontrer l’équipe.")]
    shown, others = contenu.rencontres[:_PEOPLE], contenu.rencontres[_PEOPLE:]
    said = [
        f"{membre.nom_complet}, {wording.METIERS[membre.role]}{NBSP}: {_times(count)}"
        for membre, count in shown
    ]
    if others:
        said.append(f"d’autres personnes de l’équipe{NBSP}: {_times(sum(n for _, n in others))}")
    listed = [
        block([f"•{NBSP}{text}"], [Column(4 * MM, TEXT_WIDTH - 4 * MM, TEXT)]) for text in said
    ]
    return [space(4 * MM), *_texts(f"{began}Vous avez rencontré{NBSP}:"), *listed]


def _times(count: int) -> str:
    return french.count(count, "fois")


def _changes(contenu: ParcoursImprime, room: float) -> list[Any]:
    """The most recent first, as many as the page holds; the others are counted."""
    named = [(serie, words) for serie in contenu.changements if (words := plain(serie)) is not None]
    if not named:
        return _texts("Il faut au moins deux mesures pour voir un changement.")
    rows = [_Change(serie, words) for serie, words in named]
    heights = [_height_of([row]) for row in rows]
    kept = len(rows) if sum(heights) <= room else _fitting(heights, room - _MORE)
    left = len(rows) - kept
    rest = [line(f"et {french.count(left, 'autre mesure')}", TEXT, Dressing(before=2 * MM))]
    return [*rows[:kept], *(rest if left else [])]


def _fitting(heights: Sequence[float], room: float) -> int:
    kept = 0
    while kept < len(heights) and sum(heights[: kept + 1]) <= room:
        kept += 1
    return kept


def _helps(contenu: ParcoursImprime) -> list[Any]:
    if not contenu.appuis.strip():
        return []
    return [*_part("Ce qui vous aide"), *_texts(_cut(contenu.appuis, TEXT_WIDTH, _TALL_TEXT))]


def _goals(contenu: ParcoursImprime) -> list[Any]:
    if not contenu.objectifs:
        return []
    most = 2 if len(contenu.objectifs) <= _FEW else 1
    room = _GOAL.width - 3 * MM
    rows = [
        block([f"•{NBSP}{_cut(goal.texte, room, most)}", goal.etat], [_GOAL, _STATE])
        for goal in contenu.objectifs
    ]
    return [*_part("Vos objectifs"), *rows]


def _next(contenu: ParcoursImprime) -> list[Any]:
    if contenu.prochain is None:
        told = "Aucun rendez-vous n’est noté. Vous pouvez appeler le cabinet."
    else:
        rdv, membre = contenu.prochain
        told = f"{french.long_date(rdv.jour).capitalize()} à{NBSP}{french.clock(rdv.heure)}"
        if membre is not None:
            told += f", avec {membre.nom_complet}, {wording.METIERS[membre.role]}"
    return [*_part("Prochain rendez-vous"), *_texts(_cut(told, TEXT_WIDTH, 2))]


def _safety() -> list[Any]:
    return [space(4 * MM), line(SAFETY, BOLD, Dressing(before=6, rule=ACCENT, weight=THICK))]


def _part(title: str) -> list[Any]:
    return [space(4 * MM), line(title, PART, Dressing(after=2))]


def _texts(text: str) -> list[Any]:
    return [line(text, TEXT)]


def _cut(text: str, wide: float, most: int) -> str:
    """At most so many lines; the last one says that there was more."""
    lines = wrap(text, TEXT.font, TEXT.size, wide)
    if len(lines) <= most:
        return "\n".join(lines)
    last = lines[most - 1]
    while wrap(f"{last}…", TEXT.font, TEXT.size, wide)[1:]:
        last = last.rpartition(" ")[0] or last[:-1]
    return "\n".join([*lines[: most - 1], f"{last}…"])


def _height_of(flowables: Sequence[Any]) -> float:
    return sum(float(f.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1]) for f in flowables)


class _Change(Flowable):  # type: ignore[misc]
    """One measure: its name, where it was, where it is; its curve at the right.

    Words have no curve: up and down would look like better and worse, and be read backwards.
    """

    def __init__(self, serie: Serie, words: Plain) -> None:
        super().__init__()
        said = ((words.titre, BOLD, 1), (change(serie), TEXT, 2), (words.sens, HINT, 1))
        self._drawn = not serie.niveaux
        room = _WORDS if self._drawn else TEXT_WIDTH
        self._lines = [
            block([_cut(text, room, most)], [Column(0, room, style)])
            for text, style, most in said
            if text
        ]
        self._serie = serie

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return TEXT_WIDTH, _AIR + max(_height_of(self._lines), _CHART[1] if self._drawn else 0)

    def draw(self) -> None:
        _, tall = self.wrap(0, 0)
        top = tall - _AIR / 2
        for words in self._lines:
            top -= _height_of([words])
            words.drawOn(self.canv, 0, top)
        if self._drawn:
            corner = (TEXT_WIDTH - _CHART[0], (tall - _CHART[1]) / 2)
            # The words beside it say what it shows: it is not read aloud as well.
            with ornament(self.canv):
                draw_curve(self.canv, self._serie, corner, _CHART)
