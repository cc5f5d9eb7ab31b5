"""VersionsView: what one version of a record said, or two side by side with what changed."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from microstructure_desktop.services.versions import Champ, Rubrique
from microstructure_desktop.ui import look
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear
from microstructure_desktop.ui.widgets.tag import Tag

CHANGED = "Modifié"
NONE = "—"
HIDDEN = "Masqué"
_LABEL, _FIRST = 0, 1
_MARK_ROOM = 72

Key = tuple[str, str, str, int]
"""Where something is said: rubric, person, label, and how many times it was said before."""


class VersionsView(QWidget):
    """`discretion` hides who a person is while it is on."""

    def __init__(self, discretion: Discretion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._discretion = discretion
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(16)

    def show_one(self, said: Sequence[Rubrique]) -> None:
        self._show(("",), (said,))

    def show_two(
        self, before: tuple[str, Sequence[Rubrique]], after: tuple[str, Sequence[Rubrique]]
    ) -> None:
        """Each side is (its title, what it said); what changed is marked in words."""
        self._show((before[0], after[0]), (before[1], after[1]))

    def _show(self, titles: tuple[str, ...], sides: tuple[Sequence[Rubrique], ...]) -> None:
        clear(self._body)
        found = [_by_key(side) for side in sides]
        for rubrique in _rubriques(sides):
            keys = _merged([k for k in side if k[:2] == _place(rubrique)] for side in found)
            rows = [(key[2], [side.get(key) for side in found]) for key in keys]
            self._body.addWidget(_card(self._title(rubrique), titles, rows, self._said))
        self._body.addStretch(1)

    def _title(self, rubrique: Rubrique) -> str:
        patient = rubrique.patient
        return rubrique.titre if patient is None else self._discretion.name(patient)

    def _said(self, champ: Champ | None) -> str:
        if champ is None:
            return NONE
        return HIDDEN if champ.identifie and self._discretion.on else champ.texte


def _card(
    title: str,
    titles: tuple[str, ...],
    rows: list[tuple[str, list[Champ | None]]],
    said: Callable[[Champ | None], str],
) -> Card:
    card = Card(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(10)
    for column in range(_FIRST + len(titles)):
        grid.setColumnStretch(column, 2 if column else 1)
    mark = _FIRST + len(titles)
    if len(titles) > 1:
        grid.setColumnMinimumWidth(mark, look.px(_MARK_ROOM))  # the same on every card
    for rank, heading in enumerate(titles):
        if heading:
            grid.addWidget(Label(heading, "over"), 0, _FIRST + rank)
    top = Qt.AlignmentFlag.AlignTop
    for line, (label, champs) in enumerate(rows, start=1):
        changed = champs[0] != champs[-1]
        grid.addWidget(Paragraph(label, "secondary"), line, _LABEL, top)
        for rank, champ in enumerate(champs):
            text = Paragraph(said(champ), "strong" if rank and changed else "body")
            grid.addWidget(text, line, _FIRST + rank, top)
        if changed:
            grid.addWidget(Tag(CHANGED, "info"), line, mark, top)
    card.body.addLayout(grid)
    return card


def _place(rubrique: Rubrique) -> tuple[str, str]:
    return rubrique.titre, rubrique.patient.id if rubrique.patient is not None else ""


def _by_key(side: Sequence[Rubrique]) -> dict[Key, Champ]:
    said: dict[Key, Champ] = {}
    for rubrique in side:
        times: Counter[str] = Counter()
        for champ in rubrique.champs:
            said[(*_place(rubrique), champ.label, times[champ.label])] = champ
            times[champ.label] += 1
    return said


def _rubriques(sides: tuple[Sequence[Rubrique], ...]) -> list[Rubrique]:
    """Each rubric once, in the order of both sides read together."""
    found: dict[tuple[str, str], Rubrique] = {}
    for pair in zip_longest(*sides):
        for rubrique in pair:
            if rubrique is not None:
                found.setdefault(_place(rubrique), rubrique)
    return list(found.values())


def _merged(sides: Iterable[list[Key]]) -> list[Key]:
    """The keys of both sides, what only the first said just after what it followed there."""
    merged: list[Key] = []
    for keys in sides:
        at = 0
        for key in keys:
            if key in merged:
                at = merged.index(key) + 1
            else:
                merged.insert(at, key)
                at += 1
    return merged
