"""VersionsCard: what runs here, and where the data are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row

_COPIED = "Versions, place et sauvegardes\u00a0: rien sur les patients, ni sur l’équipe."


class VersionsCard(Card):
    """Signals:
    copy_asked: the person wants a text for who helps.
    """

    copy_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Ce qui est installé")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self.copy_button = Button("Copier un texte pour l’assistance", icon="copy")
        self.copy_button.clicked.connect(self.copy_asked)
        self.body.addLayout(self._lines)
        self.body.addWidget(Paragraph(_COPIED, "caption"))
        self.body.addLayout(row(self.copy_button, None))

    def show_lines(self, lines: tuple[tuple[str, str], ...]) -> None:
        clear(self._lines)
        for name, value in lines:
            shown = Paragraph(_breakable(value), "body")
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.addLayout(column(Label(name, "caption"), shown, spacing=1))


def _breakable(value: str) -> str:
    """A long path goes on to the next line after a folder."""
    return value.replace("/", "/\u200b").replace("\\", "\\\u200b")
