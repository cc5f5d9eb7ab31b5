"""HeaderBand: where we are, what state it is in, and what can be done from here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from .buttons import IconButton
from .icon_label import IconLabel
from .labels import Label
from .layouts import column, row
from .tag import Tag
from .themed import show_when


class HeaderBand(QFrame):
    """`large` for a person's record, else for a form.

    Signals:
        back_clicked: the person wants the page before.
    """

    back_clicked = Signal()

    def __init__(
        self,
        title: str = "",
        subtitle: str = "",
        *,
        large: bool = False,
        back: str = "",
        mark: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Label(title, "page" if large else "section")
        self.subtitle = Label(subtitle, "secondary")
        self.tag = Tag("")
        self.tag.hide()
        self.back_button = IconButton("chevron-left", back or "Retour", "quiet")
        self.back_button.clicked.connect(self.back_clicked)
        show_when(self.back_button, bool(back))
        self._saved_sign = IconLabel("check", "ok")
        self.saved = Label("", "caption")
        self._saved_sign.hide()
        self.saved.hide()
        self._actions = row(spacing=10)
        head = row(self.title, self.tag, None, spacing=10)
        self._words = column(head, self.subtitle, spacing=1)
        self._line = row(spacing=12)
        for piece in (self.back_button, mark):
            if piece is not None:
                self._line.addWidget(piece)
        self._line.addLayout(self._words, 1)
        for piece in (self._saved_sign, self.saved):
            self._line.addWidget(piece)
        self._line.addLayout(self._actions)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(16 if back else 24, 13, 24, 13)
        self._body.setSpacing(10)
        self._body.addLayout(self._line)

    def set_words(self, title: str, subtitle: str = "") -> None:
        self.title.setText(title)
        self.subtitle.setText(subtitle)

    def set_tag(self, text: str, kind: str = "mute") -> None:
        self.tag.set_tag(text, kind)

    def set_saved(self, text: str) -> None:
        """« Enregistré à 14:32 », with a tick; empty hides it."""
        self.saved.setText(text)
        for part in (self._saved_sign, self.saved):
            part.setVisible(bool(text))

    def add_action(self, widget: QWidget) -> None:
        self._actions.addWidget(widget)

    def add_line(self, widget: QWidget) -> None:
        """Under the words, as wide as it wants."""
        self._words.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def add_tabs(self, tabs: QWidget) -> None:
        """Under the words, their line on the band's lower edge."""
        margins = self._body.contentsMargins()
        margins.setBottom(0)
        self._body.setContentsMargins(margins)
        self._body.addWidget(tabs)
