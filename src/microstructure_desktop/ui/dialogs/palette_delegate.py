"""PaletteDelegate: headings, and entries of one or two lines with their keys at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from microstructure_desktop.ui import fonts, icons, look
from microstructure_desktop.ui.cell_roles import ROW_ROLE

from .palette_rows import Entry, Heading, Row

_Index = QModelIndex | QPersistentModelIndex
_HEADING, _ONE_LINE, _TWO_LINES = 30, 38, 52
_ENTER = "Entrée"
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class PaletteDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(look.px(200), look.control_px(_height(index.data(ROW_ROLE))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, area = index.data(ROW_ROLE), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            left = area.adjusted(look.px(20), look.control_px(6), 0, 0)
            _write(painter, left, row.text, "caption", "text2", fonts.STRONG)
        else:
            _paint_entry(painter, area, row, option.state)
        painter.restore()


def _height(row: Row) -> int:
    if isinstance(row, Heading):
        return _HEADING
    return _TWO_LINES if row.subtitle else _ONE_LINE


def _paint_entry(painter: QPainter, area: QRectF, entry: Entry, state: QStyle.StateFlag) -> None:
    current = bool(state & QStyle.StateFlag.State_Selected)
    if current or state & QStyle.StateFlag.State_MouseOver:
        radius = look.control_px(6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("selected" if current else "sunken"))
        painter.drawRoundedRect(area.adjusted(8, 1, -8, -1), radius, radius)
    inner = area.adjusted(look.px(20), look.control_px(6), -look.px(20), -look.control_px(6))
    side = look.px(18)
    middle = round(area.center().y()) - side // 2
    tone = "primary" if current else "text3"
    painter.drawPixmap(round(inner.left()), middle, icons.pixmap(entry.icon, tone, side))
    inner.setLeft(inner.left() + side + look.px(12))
    for keys in dict.fromkeys((_ENTER if current else "", native(entry.shortcut))):
        if keys:
            inner.setRight(_cap(painter, inner, keys))
    half = inner.height() / 2 if entry.subtitle else inner.height()
    _write(painter, QRectF(inner.left(), inner.top(), inner.width(), half), entry.title,
           "body", "text", fonts.STRONG)  # fmt: skip
    if entry.subtitle:
        lower = QRectF(inner.left(), inner.top() + half, inner.width(), half)
        _write(painter, lower, entry.subtitle, "secondary", "text2")


def native(shortcut: str) -> str:
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def _cap(painter: QPainter, area: QRectF, keys: str) -> float:
    """A key at the right of an area; where what stands at its left must end."""
    painter.setFont(fonts.font("caption"))
    width = painter.fontMetrics().horizontalAdvance(keys) + look.control_px(14)
    height = look.control_px(22)
    cap = QRectF(area.right() - width, area.center().y() - height / 2, width, height)
    painter.setPen(QPen(look.colour("border"), 1))
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(look.colour("text2"))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
    return cap.left() - look.px(8)


def _write(
    painter: QPainter,
    area: QRectF,
    text: str,
    size: str,
    tone: str,
    weight: QFont.Weight = fonts.REGULAR,
) -> None:
    painter.setFont(fonts.font(size, weight))
    painter.setPen(look.colour(tone))
    elided = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(text, elided, int(area.width()))
    painter.drawText(area, _LEFT, shown)
