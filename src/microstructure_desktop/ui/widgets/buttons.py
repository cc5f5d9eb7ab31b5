"""Button and IconButton: painted from their skin, elided rather than cut."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from microstructure_desktop.ui import fonts, icons, look

from .skins import SKINS
from .themed import KeyboardRing, Themed

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)

_ALWAYS_WHOLE = 200  # pixels at 100 %: a shorter button gives nothing to its neighbours


class Button(KeyboardRing, Themed, QPushButton):
    """A verb and its object.

    kind: normal | primary | danger | ghost | link. `shortcut` is a key sequence, told in the
    tooltip. `trailing` puts the icon after the text.
    """

    gap = 8

    def __init__(  # noqa: PLR0913 -- one constructor for every button of the application
        self,
        text: str = "",
        kind: str = "normal",
        icon: str = "",
        *,
        tip: str = "",
        shortcut: str = "",
        trailing: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.skin = SKINS[kind]
        self._icon = icon
        self._trailing = trailing
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.restyle)
        self._keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        if shortcut:  # a button's own shortcut clicks 100 ms late
            QShortcut(QKeySequence(shortcut), self).activated.connect(self.click)
        self.set_tip(tip)
        self.restyle()

    def set_tip(self, tip: str) -> None:
        """What the pointer is told, with the keys; the name of a button without words."""
        self._tip = tip
        self._tell()
        if not self.text():
            self.setAccessibleName(tip)

    def setText(self, text: str) -> None:
        """Its tip may repeat its words."""
        super().setText(text)
        self._tell()

    def set_icon(self, name: str) -> None:
        self._icon = name
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        strong = self.skin.strong or (self.isChecked() and self.skin.on_strong)
        self.setFont(fonts.font(self.skin.size, fonts.STRONG if strong else fonts.REGULAR))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = 2 * look.control_px(self.skin.pad) + self._widest()
        height = look.control_px(self.skin.height)
        return QSize(max(width, height if not self.text() else 0), height)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), look.control_px(_ALWAYS_WHOLE)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()  # Qt would go to the next field: the row or the tray decides instead
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        self.draw_ground(painter)
        self.draw_content(painter, self._inner())
        self._draw_own_ring(painter)

    def _tell(self) -> None:
        cut = self.text() and self.width() < self.sizeHint().width()
        told = self._tip or (self.text() if self._keys or cut else "")
        self.setToolTip(f"{told} ({self._keys})" if self._keys else told)

    def _draw_own_ring(self, painter: QPainter) -> None:
        """On a strong ground the ring is inside it, in the colour of its text."""
        radius = look.control_px(self.skin.radius)
        if self._ground()[0].startswith("primary"):
            self.draw_ring(painter, radius - 2, "on_primary", inset=3)
        else:
            self.draw_ring(painter, radius, self.skin.ring)

    def draw_ground(self, painter: QPainter) -> None:
        fill, edge = self._ground()
        if not fill and not edge:
            return
        radius = look.control_px(self.skin.radius)
        area = QRectF(self.rect())
        painter.setPen(QPen(look.colour(edge), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        inset = 0.5 if edge else 0.0
        painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)

    def draw_content(self, painter: QPainter, area: QRect) -> None:
        """The icon and the text, together in the middle."""
        spare = max(0, area.width() - self._content_width())
        self.draw_line(painter, area.adjusted(spare // 2, 0, 0, 0))

    def ink(self) -> str:
        if self.isChecked():
            return self.skin.on_ink
        return self.skin.ink_hover if self._hovered() else self.skin.ink

    def draw_line(self, painter: QPainter, area: QRect) -> None:
        """Icon then text from the left of `area`, or text then icon."""
        icon = look.px(self.skin.icon) if self._icon else 0
        gap = self.gap if icon and self.text() else 0
        words = area.adjusted(0 if self._trailing else icon + gap, 0, 0, 0)
        words.setWidth(max(0, words.width() - (icon + gap if self._trailing else 0)))
        text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, words.width()
        )
        if icon:
            after = self.fontMetrics().horizontalAdvance(text) + gap
            left = area.left() + (after if self._trailing else 0)
            top = area.center().y() + 1 - icon // 2
            self.draw_icon(painter, QPoint(left, top), icon)
        painter.setPen(look.colour(self.ink()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic, text)
        if self.skin is SKINS["link"] and self._hovered():
            base = words.center().y() + self.fontMetrics().ascent() // 2 + 1
            advance = self.fontMetrics().horizontalAdvance(text)
            painter.drawLine(words.left(), base, words.left() + advance, base)

    def draw_icon(self, painter: QPainter, corner: QPoint, side: int) -> None:
        own = self.skin.icon_ink and not self.isChecked()
        tone = self.skin.icon_ink if own else self.ink()
        icons.draw(painter, corner, self._icon, tone, side)

    def _ground(self) -> tuple[str, str]:
        skin = self.skin
        if self.isChecked():
            return skin.on_fill, skin.on_edge
        if self.isDown():
            return skin.press, skin.edge
        return (skin.hover if self._hovered() else "") or skin.fill, skin.edge

    def _hovered(self) -> bool:
        return self.isEnabled() and self.underMouse()

    def _inner(self) -> QRect:
        pad = look.control_px(self.skin.pad)
        return self.rect().adjusted(pad, 0, -pad, 0)

    def _content_width(self) -> int:
        return self._icon_width() + self.fontMetrics().horizontalAdvance(self.text()) + 1

    def _widest(self) -> int:
        """As if it were checked: neighbours must not move when it is."""
        strong = self.skin.strong or (self.isCheckable() and self.skin.on_strong)
        shown = fonts.font(self.skin.size, fonts.STRONG if strong else fonts.REGULAR)
        return self._icon_width() + QFontMetrics(shown).horizontalAdvance(self.text()) + 1

    def _icon_width(self) -> int:
        icon = look.px(self.skin.icon) if self._icon else 0
        return icon + (self.gap if icon and self.text() else 0)


class IconButton(Button):
    """An icon alone: its tooltip is its name. kind: icon (bordered) | quiet."""

    def __init__(
        self,
        icon: str,
        tip: str,
        kind: str = "icon",
        *,
        shortcut: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", kind, icon, tip=tip, shortcut=shortcut, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
