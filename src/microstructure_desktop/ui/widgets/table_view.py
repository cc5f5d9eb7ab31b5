"""TableView: a table as we always set it, painted from what its model says of each cell."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from microstructure_desktop.ui import fonts, look
from microstructure_desktop.ui.cell_roles import (
    PIPS_ROLE,
    ROW_ROLE,
    STRONG_ROLE,
    TAG_ROLE,
    TONE_ROLE,
    WIDTH_ROLE,
)

from .pips import draw_pips
from .tag import draw_tag, tag_height
from .themed import KeyboardRing, Themed

_PAD = 12
_PIP = 14
_SCREENFUL = 12
_FEW = 3
_DENSE = 28
_NAME = 190  # as much as a column of words may claim before the table scrolls
_READ = 200  # rows looked at to know it
_Index = QModelIndex | QPersistentModelIndex


class _Cells(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        area = QRectF(option.rect)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, look.colour("selected" if selected else "surface"))
        painter.fillRect(
            QRectF(area.left(), area.bottom() - 1, area.width(), 1), look.colour("border")
        )
        inner = area.adjusted(look.px(_PAD), 0, -look.px(_PAD), 0)
        tag = index.data(TAG_ROLE)
        if tag:
            painter.setFont(fonts.font("caption", fonts.STRONG))
            wide = painter.fontMetrics().horizontalAdvance(tag[0]) + look.control_px(16)
            tall = tag_height()
            top = inner.center().y() - tall / 2
            draw_tag(painter, QRectF(inner.left(), top, min(wide, inner.width()), tall), *tag)
        else:
            self._draw_text(painter, inner, index)
        if getattr(option.widget, "ring", False) and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -1, -2))
        painter.restore()

    @staticmethod
    def _draw_text(painter: QPainter, area: QRectF, index: _Index) -> None:
        weight = fonts.STRONG if index.data(STRONG_ROLE) else fonts.REGULAR
        painter.setFont(fonts.font("body", weight))
        pips = index.data(PIPS_ROLE)
        if pips:
            tint, done, total = pips
            words = painter.fontMetrics().horizontalAdvance("00 / 00")
            width = min(area.width() - words - 8, max(total, done) * look.px(_PIP))
            place = QRectF(area.left() + words + 4, area.center().y() - 4, width, 8)
            draw_pips(painter, place, tint, done, total)
            area.setWidth(words)
        text = painter.fontMetrics().elidedText(
            index.data() or "", Qt.TextElideMode.ElideRight, int(area.width())
        )
        align = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        painter.setPen(look.colour(index.data(TONE_ROLE) or "text"))
        painter.drawText(area, int(align) | Qt.AlignmentFlag.AlignVCenter.value, text)


class TableView(KeyboardRing, Themed, QTableView):
    """One row at a time; a click on a heading sorts through the model.

    The model says each width by WIDTH_ROLE of its heading. `dense`: rows to read, all of them.

    Signals:
        row_chosen: the row double-clicked, or entered with the keyboard.
    """

    row_chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, *, dense: bool = False) -> None:
        super().__init__(parent)
        self._dense = dense
        self._loose: list[int] = []
        self.setAccessibleName(name)
        self.setItemDelegate(_Cells(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(40)
        self.doubleClicked.connect(self._on_index_chosen)
        self.restyle()

    def restyle(self) -> None:
        tall = look.control_px(_DENSE if self._dense else look.current().sizes["table_row"])
        self.verticalHeader().setDefaultSectionSize(tall)
        self.horizontalHeader().setFont(fonts.font("caption", fonts.STRONG))
        if self.model() is not None:
            self._set_widths()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if model is not None:
            self._set_widths()
            header = self.horizontalHeader()
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # else it sorts at once
            self.setSortingEnabled(True)
            model.modelReset.connect(self.updateGeometry)
            model.modelReset.connect(self._give_room)

    def sizeHint(self) -> QSize:
        """All its rows, up to a screenful."""
        return QSize(super().sizeHint().width(), self._height_of(_SCREENFUL))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height_of(_FEW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_index_chosen(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _height_of(self, most: int) -> int:
        rows = self.model().rowCount() if self.model() is not None else 0
        most = rows if self._dense else most
        row = self.verticalHeader().defaultSectionSize()
        return self.horizontalHeader().sizeHint().height() + max(1, min(rows, most)) * row + 6

    def _set_widths(self) -> None:
        header = self.horizontalHeader()
        self._loose = []
        for at in range(self.model().columnCount()):
            wanted = self.model().headerData(at, Qt.Orientation.Horizontal, WIDTH_ROLE)
            if wanted:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(at, look.control_px(wanted))
            else:
                self._loose.append(at)
        self._give_room()

    def _give_room(self) -> None:
        """A column without a width takes what is left, and no less than its words need."""
        header = self.horizontalHeader()
        taken = sum(header.sectionSize(at) for at in range(header.count()) if at not in self._loose)
        for at in self._loose:
            least = min(self._words_of(at), look.control_px(_NAME))
            if (self.viewport().width() - taken) // len(self._loose) >= least:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(at, least)

    def _words_of(self, at: int) -> int:
        metrics = QFontMetrics(fonts.font("body", fonts.STRONG))
        model = self.model()
        said = [model.headerData(at, Qt.Orientation.Horizontal) or ""]
        said += [model.index(row, at).data() or "" for row in range(min(model.rowCount(), _READ))]
        return max(map(metrics.horizontalAdvance, said)) + 2 * look.px(_PAD) + 2

    def _on_index_chosen(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.data(ROW_ROLE))
