"""PointsCard: the agenda of a meeting, from the themes known, and what was said."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from microstructure_desktop.domain.reunion import Point, Reunion, TypeReunion
from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.services.autres_reunions import ReunionOuverte
from microstructure_desktop.services.reseau import reseau
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column

from .part import Part
from .point_row import PointRow

_EMPTY = "Aucun point pour l’instant."
_NO_NAME = "N’y nommez aucune personne suivie : ce compte rendu sort du cabinet."


class PointsCard(Part):
    """Rows are made anew when their order changes, never while one is typed in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Points abordés", parent=parent)
        self.rows: list[PointRow] = []
        self._stage = (False, False)
        self.theme_button = Button("Ajouter un thème", "link", "list-plus")
        self.add_button = Button("Ajouter un point", "link", "plus", shortcut="Ctrl+D")
        self.menu = QMenu("Ajouter un thème", self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self._lines = column(spacing=16)
        self._none = Paragraph(_EMPTY, "secondary", "text3")
        self._warning = Paragraph(_NO_NAME, "caption")
        for button in (self.theme_button, self.add_button):
            self.header.addWidget(button)
        self.body.addWidget(self._warning)
        self.body.addLayout(self._lines)
        self.body.addWidget(self._none)
        self.theme_button.clicked.connect(self._on_theme_clicked)
        self.add_button.clicked.connect(partial(self.add, ""))

    def show_meeting(self, ouverte: ReunionOuverte) -> None:
        reunion = ouverte.reunion
        self._stage = (reunion.etat is not Etat.PREPAREE, reunion.close)
        self.theme_button.setVisible(
            reunion.type is TypeReunion.TRIMESTRIELLE and not reunion.close
        )
        self.add_button.setVisible(not reunion.close)
        self._warning.setVisible(not reunion.close)
        self._make(list(reunion.points))

    def applied(self, reunion: Reunion) -> Reunion:
        return replace(reunion, points=tuple(self.points()))

    def points(self) -> list[Point]:
        return [row.point() for row in self.rows]

    def add(self, titre: str) -> None:
        """One more at the end; the keyboard goes where something is to be typed."""
        self._make([*self.points(), Point(titre)])
        last = self.rows[-1]
        spoken, _ = self._stage
        into = last.text if titre and spoken else last.title
        into.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edited.emit()

    def show_problems(self) -> bool:
        """Whether a point lacks its title; the keyboard goes to the first."""
        bad = [row for row in self.rows if row.show_problem()]
        if bad:
            bad[0].title.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(bad)

    def _make(self, points: list[Point]) -> None:
        clear(self._lines)
        spoken, closed = self._stage
        self.rows = []
        for rank, point in enumerate(points, 1):
            row = PointRow(point)
            row.place(rank, len(points))
            row.edited.connect(self.edited)
            row.moved.connect(partial(self._move, rank - 1))
            row.removed.connect(partial(self._remove, rank - 1))
            self._lines.addWidget(row)
            row.set_stage(spoken=spoken, closed=closed)
            self.rows.append(row)
        self._none.setVisible(not points)

    def _move(self, rank: int, step: int) -> None:
        points = self.points()
        there = rank + step
        points[rank], points[there] = points[there], points[rank]
        self._make(points)
        moved = self.rows[there]
        wanted = moved.up_button if step < 0 else moved.down_button
        stop = wanted if wanted.isEnabled() else moved.title
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edited.emit()

    def _remove(self, rank: int) -> None:
        points = self.points()
        del points[rank]
        self._make(points)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _fill_menu(self) -> None:
        self.menu.clear()
        there = {p.titre for p in self.points()}
        for theme in reseau().themes:
            if theme.titre not in there:
                action = self.menu.addAction(theme.titre)
                action.triggered.connect(partial(self._on_theme_chosen, theme.titre))

    def _on_theme_chosen(self, titre: str) -> None:
        self.add(titre)

    def _on_theme_clicked(self) -> None:
        button = self.theme_button
        self.menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
