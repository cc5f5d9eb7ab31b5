"""ErrorSummary: what is to correct, on top, each line a link to its field."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from microstructure_desktop.ui import look

from .banner import announce
from .buttons import Button
from .card import Card
from .icon_label import IconLabel
from .labels import Label
from .layouts import clear, column, row

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class ErrorLink(Button):
    """The whole sentence, on as many lines as it needs: it is the same as under the field."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "alert_link", parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, width - 2 * look.control_px(self.skin.pad), 10_000)
        words = self.fontMetrics().boundingRect(room, _WRAP.value, self.text()).height()
        return max(super().sizeHint().height(), words + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(120), super().minimumSizeHint().height())

    def draw_content(self, painter: QPainter, area: QRect) -> None:
        font = QFont(self.font())
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(look.colour(self.ink()))
        painter.drawText(area, (_WRAP | Qt.AlignmentFlag.AlignVCenter).value, self.text())


class ErrorSummary(Card):
    """Hidden while there is nothing to correct."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setProperty("alarm", True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.body.setContentsMargins(16, 14, 16, 12)
        self.body.setSpacing(4)
        self._heading = Label("", "strong")
        self._links = column(spacing=0)
        self.body.addLayout(row(IconLabel("circle-alert", "danger", 18), self._heading, None))
        self.body.addLayout(self._links)
        self.hide()

    def show_errors(self, heading: str, errors: Iterable[tuple[str, QWidget]]) -> None:
        """Each error is (the same words as under the field, the widget to correct)."""
        clear(self._links)
        found = list(errors)
        for text, target in found:
            link = ErrorLink(text)
            link.clicked.connect(partial(_go_to, target))
            self._links.addWidget(link)
        self._heading.setText(heading)
        self.setAccessibleName(heading)
        self.setVisible(bool(found))
        if found:
            announce(self, heading)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            _scroll_to(self)

    def clear(self) -> None:
        self.show_errors("", ())

    def links(self) -> list[ErrorLink]:
        items = (self._links.itemAt(at) for at in range(self._links.count()))
        return [item.widget() for item in items]  # type: ignore[misc,union-attr]


def _go_to(target: QWidget) -> None:
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)
    _scroll_to(target)


def _scroll_to(target: QWidget) -> None:
    above = target.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(target, 20, 60)
            return
        above = above.parentWidget()
