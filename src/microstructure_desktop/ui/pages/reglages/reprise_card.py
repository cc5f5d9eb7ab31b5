"""The way to take up the list that the team kept before."""

from PySide6.QtCore import Signal

from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import row

_WHAT = "La liste tenue jusqu’ici dans un tableur devient des dossiers, d’un coup."


class RepriseCard(Card):
    """Hidden from whoever may not create records by the list.

    Signals:
        asked: the person wants to take up a file.
    """

    asked = Signal()

    def __init__(self, *, may_import: bool) -> None:
        super().__init__("Reprendre une file active")
        self.open_button = Button("Choisir un fichier", icon="upload")
        self.open_button.clicked.connect(self.asked)
        self.body.addWidget(Paragraph(_WHAT, "secondary"))
        self.body.addLayout(row(None, self.open_button))
        self.setVisible(may_import)
