"""RowDelegate: two-line rows with a caption at the right and a tag under it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from microstructure_desktop.ui import fonts, icons, look
from microstructure_desktop.ui.cell_roles import ROW_ROLE

from .tag import draw_tag, tag_height

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class RowText:
    """What a row shows; `tag` is (text, kind), `icon` a (name, colour) at the left."""

    title: str
    subtitle: str = ""
    caption: str = ""
    tag: tuple[str, str] = ("", "mute")
    icon: tuple[str, str] = ("", "text3")
    faded: bool = False

    def spoken(self) -> str:
        parts = (self.title, self.subtitle, self.caption, self.tag[0])
        return ", ".join(part for part in parts if part)


class RowDelegate(QStyledItemDelegate):
    """`text` turns the row kept by the model (ROW_ROLE) into words."""

    def __init__(self, text: Callable[[Any], RowText], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(look.px(200), look.control_px(look.current().sizes["list_row"]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shown = self._text(index.data(ROW_ROLE))
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_ground(painter, area, option)
        inner = area.adjusted(look.px(20), look.control_px(10), -look.px(18), -look.control_px(10))
        if shown.icon[0]:
            side = look.px(18)
            middle = round(inner.center().y()) - side // 2
            painter.drawPixmap(round(inner.left()) - 4, middle, icons.pixmap(*shown.icon, side))
            inner.setLeft(inner.left() + side + 8)
        _draw_words(painter, inner, shown)
        painter.restore()


def _draw_ground(painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
    state = option.state
    selected = bool(state & QStyle.StateFlag.State_Selected)
    ground = area.adjusted(8, 2, -8, -2)
    radius = look.control_px(6)
    if selected or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("selected" if selected else "sunken"))
        painter.drawRoundedRect(ground, radius, radius)
    if selected:
        painter.setBrush(look.colour("primary"))
        painter.drawRoundedRect(QRectF(8, area.top() + 14, 3, area.height() - 28), 1.5, 1.5)
    ringed = getattr(option.widget, "ring", False)
    if ringed and state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(look.colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), radius, radius)


def _draw_words(painter: QPainter, area: QRectF, shown: RowText) -> None:
    half = area.height() / 2 if shown.subtitle or shown.tag[0] else area.height()
    upper = QRectF(area.left(), area.top(), area.width(), half)
    lower = QRectF(area.left(), area.top() + half, area.width(), half)
    upper.setRight(_write(painter, upper, shown.caption, _CAPTION))
    _write(painter, upper, shown.title, _FADED if shown.faded else _TITLE)
    if shown.tag[0]:
        painter.setFont(fonts.font("caption", fonts.STRONG))
        width = painter.fontMetrics().horizontalAdvance(shown.tag[0]) + look.control_px(14)
        height = tag_height()
        box = QRectF(lower.right() - width, lower.center().y() - height / 2, width, height)
        draw_tag(painter, box, *shown.tag)
        lower.setRight(box.left() - 8)
    _write(painter, lower, shown.subtitle, _SUBTITLE)


@dataclass(frozen=True, slots=True)
class _Hand:
    size: str
    tone: str
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    weight: QFont.Weight = fonts.REGULAR


_TITLE = _Hand("body", "text", weight=fonts.STRONG)
_FADED = _Hand("body", "text2", weight=fonts.STRONG)
_SUBTITLE = _Hand("secondary", "text2")
_CAPTION = _Hand("caption", "text3", Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


def _write(painter: QPainter, area: QRectF, text: str, hand: _Hand) -> float:
    """Write one elided line; where the text at its left must end."""
    if not text:
        return area.right()
    painter.setFont(fonts.font(hand.size, hand.weight))
    painter.setPen(look.colour(hand.tone))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, hand.align, shown)
    return area.right() - metrics.horizontalAdvance(shown) - 10
