"""PermanenceStrip: the hours of today's permanence, taken and free."""

from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from microstructure_desktop.domain.creneaux import heure
from microstructure_desktop.services.journee import Creneau, PermanenceDuJour
from microstructure_desktop.ui import fonts, look
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.texts import clock, count
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import FlowLayout, boxed, clear, row

from .words import state

_FREE = "Libre"
_WIDE, _TALL = 116, 46
_BAR = 3


class PermanenceStrip(QWidget):
    """Signals:
    free_chosen: Plage to give to somebody.
    taken_chosen: RendezVousLigne of somebody awaited.
    """

    free_chosen = Signal(object)
    taken_chosen = Signal(object)

    def __init__(self, discretion: Discretion, role: str) -> None:
        super().__init__()
        self._discretion = discretion
        self._role = role
        self.hours = Label("", "secondary")
        self.slots: list[SlotButton] = []
        self._flow = FlowLayout(6)
        ground = boxed(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        ground.setSizePolicy(policy)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 0, 18, 12)
        body.setSpacing(6)
        body.addLayout(row(self.hours, None))
        body.addWidget(ground)
        discretion.changed.connect(self._name)

    def show_permanence(self, permanence: PermanenceDuJour | None) -> None:
        self.setVisible(permanence is not None)
        clear(self._flow)
        self.slots = []
        if permanence is None:
            return
        self.hours.setText(hours(permanence))
        for creneau in permanence.creneaux:
            made = SlotButton(creneau, self._role)
            made.clicked.connect(partial(self._on_clicked, creneau))
            self._flow.addWidget(made)
            self.slots.append(made)
        self._name()

    def _name(self) -> None:
        for slot in self.slots:
            ligne = slot.creneau.ligne
            slot.set_name(self._discretion.short(ligne.patient) if ligne else _FREE)

    def _on_clicked(self, creneau: Creneau) -> None:
        if creneau.ligne is None:
            self.free_chosen.emit(creneau.plage)
        else:
            self.taken_chosen.emit(creneau.ligne)


class SlotButton(Button):
    """An hour and who comes then; dashed while nobody does."""

    def __init__(self, creneau: Creneau, role: str) -> None:
        super().__init__("", "nav")
        self.creneau = creneau
        self._role = role
        self._hour = clock(heure(creneau.plage.debut))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        self.setText(name)
        ligne = self.creneau.ligne
        said = state(ligne)[0].lower() if ligne is not None else "prendre un rendez-vous"
        self.setAccessibleName(f"{self._hour}, {name}, {said}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.control_px(_WIDE), look.control_px(_TALL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def draw_ground(self, painter: QPainter) -> None:
        free = self.creneau.ligne is None
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = look.control_px(6)
        line = Qt.PenStyle.DashLine if free else Qt.PenStyle.SolidLine
        painter.setPen(QPen(look.colour("edge" if free else "border"), 1, line))
        hovered = self.underMouse()
        painter.setBrush(look.colour("hover" if hovered else "surface" if free else "sunken"))
        painter.drawRoundedRect(area, radius, radius)
        if not free:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(self._role))
            bar = QRectF(1, 4, _BAR, self.height() - 8)
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def draw_content(self, painter: QPainter, area: QRect) -> None:
        half = area.height() // 2
        free = self.creneau.ligne is None
        upper = QRect(area.left(), area.top() + 4, area.width(), half - 4)
        lower = QRect(area.left(), area.top() + half - 1, area.width(), half - 3)
        for place, text, font, tone in (
            (upper, self._hour, fonts.font("caption", fonts.STRONG), "text"),
            (lower, self.text(), fonts.font("caption"), "primary" if free else "text2"),
        ):
            painter.setFont(font)
            painter.setPen(look.colour(tone))
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)


def hours(permanence: PermanenceDuJour) -> str:
    """« Permanence de 14:00 à 17:00 · 2 créneaux libres »."""
    spans = " et ".join(
        f"de {clock(heure(p.debut))} à {clock(heure(p.fin))}" for p in permanence.plages
    )
    free = permanence.libres
    left = count(free, "créneau libre", "créneaux libres") if free else "plus de créneau libre"
    return f"Permanence {spans} · {left}"
