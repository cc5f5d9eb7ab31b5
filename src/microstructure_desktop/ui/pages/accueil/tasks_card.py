"""TasksCard: what waits to be completed, each line leading to it."""

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from microstructure_desktop.services import drafts
from microstructure_desktop.services.accueil import GenreTache, Tache
from microstructure_desktop.ui import fonts, icons, look
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import count
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row
from microstructure_desktop.ui.widgets.tag import Tag

from .words import task

_FIRST = 4  # lines shown before the person asks for the others
_ICONS = {
    GenreTache.FICHE_DUE: "clipboard-list",
    GenreTache.BROUILLON: "pencil",
    GenreTache.SANS_NOUVELLES: "phone",
}


class TasksCard(Card):
    """Signals:
    route_chosen: Route of what is to be completed.
    """

    route_chosen = Signal(object)

    def __init__(self, discretion: Discretion) -> None:
        super().__init__("À compléter")
        self._discretion = discretion
        self._discretion.changed.connect(self._name)
        self._taches: tuple[Tache, ...] = ()
        self._many = Tag("", "warn")
        self.body.setContentsMargins(8, 16, 8, 12)
        self.header.setContentsMargins(10, 0, 10, 0)
        self.header.insertWidget(1, self._many)
        self._lines = column(spacing=2)
        self.body.addLayout(self._lines)
        self.more_button = Button("", "link", "chevron-down")
        self.more_button.clicked.connect(self._on_more_clicked)
        self.body.addLayout(row(self.more_button, None, margins=(6, 0, 10, 0)))

    def show_tasks(self, taches: tuple[Tache, ...], today: date) -> None:
        self._taches = taches
        self._today = today
        self._many.set_tag(str(len(taches)) if taches else "", "warn")
        self._show(_FIRST)

    def lines(self) -> list["TaskLine"]:
        items = (self._lines.itemAt(at) for at in range(self._lines.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [w for w in widgets if isinstance(w, TaskLine)]

    def _show(self, most: int) -> None:
        clear(self._lines)
        for tache in self._taches[:most]:
            line = TaskLine(*self._words(tache), _ICONS[tache.genre])
            line.clicked.connect(partial(self.route_chosen.emit, route_of(tache)))
            self._lines.addWidget(line)
        if not self._taches:
            done = Paragraph("Tout est à jour.")
            self._lines.addLayout(row(done, margins=(10, 0, 10, 4)))
        left = len(self._taches) - most
        self.more_button.setVisible(left > 0)
        self.more_button.setText(f"Afficher {count(left, 'autre')}")

    def _words(self, tache: Tache) -> tuple[str, str]:
        return task(tache, self._today, self._discretion)

    def _name(self) -> None:
        for line, tache in zip(self.lines(), self._taches, strict=False):
            line.set_words(*self._words(tache))

    def _on_more_clicked(self) -> None:
        self._show(len(self._taches))


class TaskLine(Button):
    """Two lines of text between an icon and an arrow, as one button."""

    def __init__(self, title: str, text: str, icon: str, tone: str = "warn") -> None:
        super().__init__(title, "nav", icon)
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_words(title, text)

    def set_words(self, title: str, text: str) -> None:
        self.setText(title)
        self._second = text
        self.setAccessibleName(f"{title}, {text}")

    def sizeHint(self) -> QSize:
        return QSize(look.px(200), look.control_px(46))

    def draw_content(self, painter: QPainter, area: QRect) -> None:
        side, arrow = look.px(18), look.px(16)
        middle = area.center().y() + 1
        for left, name, tone, size in (
            (area.left(), self._icon, self._tone, side),
            (area.right() - arrow, "chevron-right", "text3", arrow),
        ):
            icons.draw(painter, QPoint(left, middle - size // 2), name, tone, size)
        words = area.adjusted(side + 10, look.control_px(4), -arrow - 8, -look.control_px(4))
        half = words.height() // 2
        upper = QRect(words.left(), words.top(), words.width(), half)
        lower = QRect(words.left(), words.top() + half, words.width(), half)
        for place, text, font, tone in (
            (upper, self.text(), fonts.font("body", fonts.STRONG), "text"),
            (lower, self._second, fonts.font("caption"), "text2"),
        ):
            painter.setFont(font)
            painter.setPen(look.colour(tone))
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)


def route_of(tache: Tache) -> Route:
    """Where a task is completed."""
    if tache.genre is GenreTache.BROUILLON:
        return _draft_route(tache)
    assert tache.patient is not None
    if tache.genre is GenreTache.FICHE_DUE:
        return Route("fiche", patient_id=tache.patient.id, form_id=tache.cible)
    return Route("dossier", patient_id=tache.patient.id)


def _draft_route(tache: Tache) -> Route:
    if tache.genre_brouillon == drafts.SYNTHESE:
        return Route("synthese", synthese_id=tache.cible)
    if tache.patient is None:
        return Route("patients", nouveau="")
    if tache.genre_brouillon == drafts.FICHE:
        paper = {"papier": True} if tache.papier else {}
        return Route("fiche", patient_id=tache.patient.id, form_id=tache.cible, **paper)
    return Route("seance", patient_id=tache.patient.id, consultation_id=tache.cible)
