"""WeekGrid: the week in one painted widget, walked with the arrows."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from microstructure_desktop.domain.creneaux import minutes
from microstructure_desktop.domain.ids import RendezVousId
from microstructure_desktop.services.semaine import Semaine
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.widgets.banner import announce
from microstructure_desktop.ui.widgets.themed import KeyboardRing, Themed

from . import words
from .stops import Genre, Stop, nearest, stops
from .week_paint import draw_bloc, draw_free, draw_ground, draw_now, draw_ring
from .week_plan import WeekPlan

_AROUND = 60  # pixels kept in sight around the current stop
_LEAST = 620
_DOWN = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ACROSS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_WEEKS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_MEETING = "Réunion de synthèse"


class WeekGrid(KeyboardRing, Themed, QWidget):
    """One Tab stop: arrows go from stop to stop, Enter chooses, Suppr cancels, the page keys
    change the week, Home comes back to today.

    Signals:
        chosen: Stop, entered or clicked.
        cancel_asked: Stop with an appointment.
        week_asked: weeks to go, 0 for today's.
        planned: the columns have another width.
    """

    chosen = Signal(object)
    cancel_asked = Signal(object)
    week_asked = Signal(int)
    planned = Signal()

    def __init__(
        self, discretion: Discretion, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._discretion = discretion
        self._now = now
        self._semaine: Semaine | None = None
        self._week: tuple[tuple[Stop, ...], ...] = ()
        self._place = (0, 0)
        self._hovered: Stop | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        self.setAccessibleName("Agenda de la semaine")
        discretion.changed.connect(self._on_named_anew)

    def restyle(self) -> None:
        self.updateGeometry()
        self.planned.emit()
        self.update()

    def show_week(self, semaine: Semaine) -> None:
        """The keyboard stays on the same appointment, else at the same hour."""
        before = self.current()
        same = self._semaine is not None and self._semaine.lundi == semaine.lundi
        self._semaine = semaine
        self._week = stops(semaine)
        self._hovered = None
        self._place = self._kept(before) if same and before is not None else self._first()
        self.updateGeometry()
        self.planned.emit()
        self._describe()
        self.update()
        if not same:
            QTimer.singleShot(0, self, self._keep_in_sight)  # once it has its height

    def current(self) -> Stop | None:
        if not self._week:
            return None
        day, at = self._place
        return self._week[day][at]

    def day_of(self, stop: Stop) -> date:
        assert self._semaine is not None
        return self._semaine.jours[stop.jour].jour

    def plan(self) -> WeekPlan | None:
        if self._semaine is None:
            return None
        return WeekPlan(self.width(), self._semaine.ouverte, len(self._semaine.jours))

    def sizeHint(self) -> QSize:
        plan = self.plan()
        return QSize(_LEAST, plan.height if plan else 400)

    def minimumSizeHint(self) -> QSize:
        plan = self.plan()
        return QSize(_LEAST // 2, plan.height if plan else 0)

    def place_of(self, stop: Stop) -> QRectF:
        """Where a stop is drawn: a menu opens beside it."""
        plan = self.plan()
        assert plan is not None
        return plan.place(stop)

    # --- events -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        stop = self.current()
        if stop is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _DOWN:
            self._go(stop.jour, self._place[1] + _DOWN[key])
        elif key in _ACROSS:
            self._go_across(_ACROSS[key])
        elif key in _WEEKS:
            self.week_asked.emit(_WEEKS[key])
        elif key == Qt.Key.Key_Home:
            self.week_asked.emit(0)
        elif key in _ENTER:
            self.chosen.emit(stop)
        elif key == Qt.Key.Key_Delete and stop.rendez_vous is not None:
            self.cancel_asked.emit(stop)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        stop = self._under(event.position())
        if stop is not None:
            self._go(stop.jour, self._week[stop.jour].index(stop))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose where the pointer was pressed and released."""
        stop = self._under(event.position())
        if stop is not None and stop == self.current():
            self.chosen.emit(stop)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_hovered(self._under(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hovered(None)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        plan, semaine = self.plan(), self._semaine
        if plan is None or semaine is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, plan, semaine)
        now = self._now()
        today = next((at for at, j in enumerate(semaine.jours) if j.jour == now.date()), None)
        if today is not None:
            draw_now(painter, plan, today, minutes(now.time()))
        for stop in (s for day in self._week for s in day):
            place = plan.place(stop)
            if event.rect().intersects(place.toAlignedRect()):
                self._draw(painter, stop, place)
        current = self.current()
        if current is not None and self.hasFocus():
            draw_ring(painter, plan.place(current), ring=self.ring)

    def _draw(self, painter: QPainter, stop: Stop, place: QRectF) -> None:
        hovered = stop == self._hovered
        if stop.bloc:
            draw_bloc(painter, place, stop, self._words(stop), hovered=hovered)
        elif stop.genre is Genre.LIBRE:
            draw_free(painter, place, hovered=hovered, words=words.free(stop.plage))
        elif hovered:
            draw_free(painter, place, hovered=True, words=words.free(stop.plage))

    def _words(self, stop: Stop) -> tuple[str, str]:
        found = stop.rendez_vous
        if found is None:
            return _MEETING, words.hours(stop.plage)
        assert self._semaine is not None
        team = self._semaine.membre is None
        return words.person(found, self._discretion), words.second_line(found, team=team)

    # --- where the keyboard is --------------------------------------------------------------

    def _go(self, day: int, at: int) -> None:
        self._place = (day, min(max(at, 0), len(self._week[day]) - 1))
        self._describe()
        self.update()
        self._keep_in_sight()

    def _go_across(self, step: int) -> None:
        """The same hour of the next day; beyond the week, the next one is asked for."""
        stop = self.current()
        assert stop is not None
        beside = self._beside(stop, step)
        day = stop.jour + step
        if beside is not None:
            self._go(stop.jour, beside)
        elif 0 <= day < len(self._week):
            self._go(day, nearest(self._week[day], stop.plage.debut))
        else:
            self.week_asked.emit(step)

    def _beside(self, stop: Stop, step: int) -> int | None:
        """What stands at the same time in the next lane of the same day."""
        return next(
            (
                at
                for at, other in enumerate(self._week[stop.jour])
                if other.bloc
                and other.lane == stop.lane + step
                and other.plage.chevauche(stop.plage)
            ),
            None,
        )

    def _first(self) -> tuple[int, int]:
        """Now, when the week holds it; else the first permanence, else Monday's first hour."""
        assert self._semaine is not None
        now = self._now()
        for day, jour in enumerate(self._semaine.jours):
            if jour.jour == now.date():
                return day, nearest(self._week[day], minutes(now.time()))
        for day, found in enumerate(self._week):
            for at, stop in enumerate(found):
                if stop.genre is not Genre.VIDE:
                    return day, at
        return 0, 0

    def _kept(self, before: Stop) -> tuple[int, int]:
        if before.rendez_vous is not None:
            known = self._of(before.rendez_vous.rendez_vous.id)
            if known is not None:
                return known
        return before.jour, nearest(self._week[before.jour], before.plage.debut)

    def _of(self, rendez_vous_id: RendezVousId) -> tuple[int, int] | None:
        for day, found in enumerate(self._week):
            for at, stop in enumerate(found):
                if stop.rendez_vous and stop.rendez_vous.rendez_vous.id == rendez_vous_id:
                    return day, at
        return None

    def _keep_in_sight(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        stop = self.current()
        if isinstance(above, QScrollArea) and stop is not None:
            middle = self.place_of(stop).center().toPoint()
            above.ensureVisible(middle.x(), middle.y(), 0, _AROUND)

    def _under(self, point: QPointF) -> Stop | None:
        plan = self.plan()
        return plan.stop_at(point, self._week) if plan is not None else None

    def _set_hovered(self, stop: Stop | None) -> None:
        if stop == self._hovered:
            return
        self._hovered = stop
        self.setToolTip(self._spoken(stop) if stop is not None and stop.bloc else "")
        shape = Qt.CursorShape.PointingHandCursor if stop else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def _spoken(self, stop: Stop) -> str:
        assert self._semaine is not None
        return words.spoken(stop, self._semaine, self._discretion)

    def _describe(self) -> None:
        """A painted grid has no parts to be read: it speaks of where the keyboard is."""
        stop = self.current()
        said = self._spoken(stop) if stop is not None else ""
        self.setAccessibleDescription(said)
        if self.hasFocus():
            announce(self, said)

    def _on_named_anew(self) -> None:
        self.setToolTip("")
        self._describe()
        self.update()
