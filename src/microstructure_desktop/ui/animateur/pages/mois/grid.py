"""MonthGrid: twelve months side by side; names stay in sight, each state has its own shape."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from microstructure_desktop.animateur.completeness import EtatCase
from microstructure_desktop.ui import fonts, icons, look
from microstructure_desktop.ui.cell_roles import ROW_ROLE
from microstructure_desktop.ui.widgets.themed import KeyboardRing, Themed

from .acts import Lu
from .grid_model import UNDER_ROLE, GridModel
from .wording import SIGNES

_NAMES, _LEAST, _ROW, _HEAD = 226, 76, 46, 46
_SIGN, _GAP, _PAD, _LEAST_ROWS = 15, 5, 14, 5
_Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class _Cells(QStyledItemDelegate):
    """A rounded ground only where something is to be done, then a sign and its word."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        area = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = index.data(ROW_ROLE)
        ground = "selected" if state & QStyle.StateFlag.State_Selected else "surface"
        painter.fillRect(area, look.colour(ground))
        under = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(under, look.colour("border"))
        if cell is not None:
            self._draw_state(painter, area, cell[1].etat, index.data() or "")
        if getattr(option.widget, "ring", False) and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(2, 2, -2, -3), 4, 4)
        painter.restore()

    @staticmethod
    def _draw_state(painter: QPainter, area: QRectF, etat: EtatCase, word: str) -> None:
        sign = SIGNES[etat]
        painter.setFont(fonts.font("caption", fonts.STRONG if sign.fond else fonts.REGULAR))
        side, gap = look.px(_SIGN), look.px(_GAP)
        wide = side + (gap + painter.fontMetrics().horizontalAdvance(word) if word else 0)
        left = area.left() + max(2.0, (area.width() - wide) / 2)
        if sign.fond:
            tall = look.control_px(28)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(sign.fond))
            top = area.center().y() - tall / 2
            painter.drawRoundedRect(QRectF(area.left() + 3, top, area.width() - 6, tall), 6, 6)
        corner = QPoint(round(left), round(area.center().y() - side / 2))
        icons.draw(painter, corner, sign.icone, sign.ton, side)
        painter.setPen(look.colour(sign.ton if sign.fond else "text2"))
        room = QRectF(
            left + side + gap, area.top(), area.right() - left - side - gap, area.height()
        )
        shown = painter.fontMetrics().elidedText(
            word, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, _LEFT, shown)


class _Head(QHeaderView):
    """Two lines: a name and its code, or a month and how complete it is."""

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        across = self.orientation() is Qt.Orientation.Horizontal
        ask, way = self.model().headerData, self.orientation()
        painter.save()
        painter.fillRect(rect, look.colour("sunken" if across else "surface"))
        under = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(under, look.colour("border"))
        pad = 2 if across else look.px(_PAD)
        inner = rect.adjusted(pad, 3, -pad // 2, -4)
        half = inner.height() // 2
        align = int(Qt.AlignmentFlag.AlignCenter) if across else _LEFT
        for top, role, size, weight, tone in (
            (0, Qt.ItemDataRole.DisplayRole, "secondary" if across else "body", True, "text"),
            (half, UNDER_ROLE, "caption", False, "text2" if across else "text3"),
        ):
            painter.setFont(fonts.font(size, fonts.STRONG if weight else fonts.REGULAR))
            painter.setPen(look.colour(tone))
            metrics, ellipsis = painter.fontMetrics(), Qt.TextElideMode.ElideRight
            shown = metrics.elidedText(ask(section, way, role) or "", ellipsis, inner.width())
            area = QRect(inner.left(), inner.top() + top, inner.width(), half)
            painter.drawText(area, align, shown)
        painter.restore()


class MonthGrid(KeyboardRing, Themed, QTableView):
    """Signals:
    cell_shown: (row, case) where the person is, or None.
    """

    cell_shown = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = GridModel(self)
        self._most_rows = _LEAST_ROWS
        self.setAccessibleName("Structures et mois")
        self.setItemDelegate(_Cells(self))
        self.setVerticalHeader(_Head(Qt.Orientation.Vertical, self))
        self.setHorizontalHeader(_Head(Qt.Orientation.Horizontal, self))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setModel(self.cells)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.restyle()

    def restyle(self) -> None:
        self.verticalHeader().setFixedWidth(look.px(_NAMES))
        self.verticalHeader().setDefaultSectionSize(look.control_px(_ROW))
        self.horizontalHeader().setFixedHeight(look.control_px(_HEAD))
        self._share_room()

    def show_year(self, lu: Lu) -> None:
        """The place where the person is stays the same."""
        here = self.currentIndex()
        self.cells.show_year(lu)
        self._share_room()
        self.updateGeometry()
        if here.isValid():
            self.setCurrentIndex(self.cells.index(here.row(), here.column()))

    def go_to(self, row: int, column: int) -> None:
        self.setCurrentIndex(self.cells.index(row, column))

    def sizeHint(self) -> QSize:
        """All its rows, as far as there is room."""
        rows = max(1, min(self.cells.rowCount(), self._most_rows))
        tall = look.control_px(_HEAD) + rows * look.control_px(_ROW)
        bar = self.horizontalScrollBar()
        tall += bar.sizeHint().height() if bar.maximum() else 0
        return QSize(super().sizeHint().width(), tall)

    def set_room(self, pixels: int) -> None:
        """No taller than that, and never fewer than a few rows: what a cell says stays in sight."""
        rows = (pixels - look.control_px(_HEAD)) // look.control_px(_ROW)
        self._most_rows = max(_LEAST_ROWS, rows)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(_NAMES + _LEAST), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows show where the keyboard is, even after a click."""
        self.ring = True
        super().keyPressEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """The months share what the names leave, and scroll when that is too little."""
        columns = self.cells.columnCount()
        for at in range(columns):
            wide = max(look.control_px(_LEAST), self.viewport().width() // columns)
            self.horizontalHeader().resizeSection(at, wide)
        self.updateGeometry()

    def _on_current_changed(self, current: QModelIndex, _former: QModelIndex) -> None:
        self.cell_shown.emit(self.cells.cell(current))
