"""ErrorSummary: what is to correct, on top, each line a link to its field."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from .banner import announce
from .buttons import Button
from .card import Card
from .icon_label import IconLabel
from .labels import Label
from .layouts import clear, column, row


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
            link = Button(text, "alert_link")
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

    def links(self) -> list[Button]:
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
