"""RestoreEnd: what is on screen while a backup takes the place of the cabinet just closed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.centered import Centered
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import row

WIDTH = 560
_WAIT = "La sauvegarde prend la place du coffre, puis elle est relue. N’éteignez pas l’ordinateur."


class RestoreEnd(QWidget):
    """Signals:
    reopen_requested: it failed, and the person wants the cabinet back.
    """

    reopen_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.problem = Banner()
        self.said = Paragraph(_WAIT)
        self.reopen_button = Button("Rouvrir le cabinet", "primary", "key-round")
        self.reopen_button.clicked.connect(self.reopen_requested)
        self.reopen_button.hide()
        card = Card()
        card.setFixedWidth(look.current().px(WIDTH))
        card.body.setContentsMargins(36, 32, 36, 30)
        card.body.setSpacing(18)
        for part in (Label("Restauration", "page"), self.problem, self.said):
            card.body.addWidget(part)
        card.body.addLayout(row(None, self.reopen_button))
        Centered(card, self)

    def refuse(self, error: AppError) -> None:
        """The former cabinet is in its place."""
        self.said.hide()
        self.problem.show_message("danger", error.sentence, error.way_out)
        self.reopen_button.show()
        self.reopen_button.setFocus()
