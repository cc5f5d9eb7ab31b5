"""Chart: a curve, bars or a cascade, walked with the arrows and told in words."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from microstructure_desktop.charts import words
from microstructure_desktop.charts.model import Courbe, Graphique, valeurs
from microstructure_desktop.charts.plan import plan
from microstructure_desktop.charts.shapes import Drawing, Zone
from microstructure_desktop.ui import fonts, look

from .banner import announce
from .chart_paint import QtLetters, paint, rect_of
from .themed import KeyboardRing, Themed

_NONE = "Pas encore de valeur"
_WIDE, _LEAST = 480, 260
_PAD = 8  # around, for the focus ring
_ALONG = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_ACROSS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Chart(KeyboardRing, Themed, QWidget):
    """One Tab stop: arrows move over its points; Enter or a click chooses one if `choosable`.

    Signals:
        chosen: (index, rank) of a known value: month or category, then which row of values.
        current_changed: index of the point where the keyboard or the click is.
    """

    chosen = Signal(int, int)
    current_changed = Signal(int)

    def __init__(
        self, graphique: Graphique, *, choosable: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choosable = choosable
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_chart(graphique)

    def show_chart(self, graphique: Graphique) -> None:
        self._graphique = graphique
        self._known = bool(valeurs(graphique))
        self._count = len(words.labels(graphique))
        self._current = (0, 0)
        self.setAccessibleName(graphique.titre)
        self._describe()
        self.restyle()

    def restyle(self) -> None:
        self._drawings: dict[int, Drawing] = {}
        self._letters = QtLetters()
        self.updateGeometry()
        self.update()

    def current(self) -> tuple[int, int]:
        return self._current

    def set_current(self, index: int, rank: int = 0) -> None:
        self._current = (index, rank)
        self._describe()
        self.update()

    def choose(self, index: int, rank: int) -> None:
        """As if the person did: nothing when there is no value there."""
        if self._can_choose(index, rank):
            self.chosen.emit(index, rank)

    def sizeHint(self) -> QSize:
        wide = look.px(_WIDE)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(_LEAST), self.heightForWidth(max(self.width(), look.px(_LEAST))))

    def heightForWidth(self, width: int) -> int:
        if not self._known:
            return look.control_px(96)
        return round(self._drawing(width).height) + 2 * _PAD

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._known or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _ENTER:
            self.choose(*self._current)
        elif (to := self._walked(key)) is not None:
            self._go_to(*to)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        zone = self._zone_at(event.position())
        over = zone is not None and self._can_choose(zone.index, zone.rank)
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        zone = self._zone_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and zone is not None:
            self.set_current(zone.index, zone.rank)
            self.current_changed.emit(zone.index)
            self.choose(zone.index, zone.rank)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            zone = self._zone_at(QPointF(event.pos()))
            said = words.told(self._graphique, zone.index, zone.rank) if zone else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._known:
            painter.setFont(fonts.font("secondary"))
            painter.setPen(look.colour("text3"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _NONE)
        else:
            drawing = self._drawing(self.width())
            painter.translate(_PAD, _PAD)
            if self.hasFocus():
                self._draw_current(painter, drawing)
            paint(painter, drawing)
            if self.hasFocus():
                self._draw_around(painter, drawing)
            painter.resetTransform()
        self.draw_ring(painter, look.control_px(6))

    def _draw_current(self, painter: QPainter, drawing: Drawing) -> None:
        """A band behind the point where the keyboard is."""
        area = rect_of(drawing.zone_of(*self._current).area)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("selected"))
        radius = look.control_px(4)
        painter.drawRoundedRect(area & QRectF(0, 0, drawing.width, drawing.height), radius, radius)

    def _draw_around(self, painter: QPainter, drawing: Drawing) -> None:
        """A circle around the point, for several lines pass in the same band."""
        zone = drawing.zone_of(*self._current)
        if isinstance(self._graphique, Courbe) and self._is_known(*self._current):
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = self._letters.line / 2.2
            painter.drawEllipse(QPointF(*zone.at), half, half)

    def _drawing(self, width: int) -> Drawing:
        if width not in self._drawings:
            room = max(width, look.px(_LEAST)) - 2 * _PAD
            self._drawings[width] = plan(self._graphique, self._letters, room)
        return self._drawings[width]

    def _zone_at(self, point: QPointF) -> Zone | None:
        if not self._known:
            return None
        return self._drawing(self.width()).zone_at(point.x() - _PAD, point.y() - _PAD)

    def _can_choose(self, index: int, rank: int) -> bool:
        return self._choosable and self._is_known(index, rank)

    def _is_known(self, index: int, rank: int) -> bool:
        return self._graphique.rangees[rank].points[index].valeur is not None

    def _walked(self, key: Qt.Key) -> tuple[int, int] | None:
        """Where a key goes; None when it is not for the chart.

        With one row of values, any arrow moves along its points.
        """
        index, rank = self._current
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return (0 if key is Qt.Key.Key_Home else self._count - 1), rank
        step = _ALONG.get(key, 0), _ACROSS.get(key, 0)
        if step == (0, 0):
            return None
        rows = len(self._graphique.rangees)
        if self._drawing(self.width()).lying:
            step = step[1], step[0]
        along, across = (sum(step), 0) if rows == 1 else step
        return (
            min(max(index + along, 0), self._count - 1),
            min(max(rank + across, 0), rows - 1),
        )

    def _go_to(self, index: int, rank: int) -> None:
        self.set_current(index, rank)
        told = words.told(self._graphique, index, rank)
        announce(self, told)
        at = self._drawing(self.width()).zone_of(index, rank).at
        corner = QPoint(round(at[0]) + _PAD, round(at[1]) + _PAD)
        QToolTip.showText(self.mapToGlobal(corner), told, self)
        self.current_changed.emit(index)

    def _describe(self) -> None:
        """A painted chart has no parts to be read: it speaks of the point where the keyboard is."""
        said = words.alternative(self._graphique)
        if self._known:
            said += f" {words.told(self._graphique, *self._current)}."
        self.setAccessibleDescription(said)
