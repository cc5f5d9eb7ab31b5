"""RestoreEnd: what is on screen while a backup takes the place of the cabinet just closed."""

from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.centered import Centered
from microstructure_desktop.ui.widgets.labels import Label, Paragraph

WIDTH = 560
_WAIT = "La sauvegarde prend la place du coffre, puis elle est relue. N’éteignez pas l’ordinateur."


class RestoreEnd(QWidget):
    """Nothing to press: whatever comes of it, the process is replaced."""

    def __init__(self) -> None:
        super().__init__()
        card = Card()
        card.setFixedWidth(look.current().px(WIDTH))
        card.body.setContentsMargins(36, 32, 36, 30)
        card.body.setSpacing(18)
        for part in (Label("Restauration", "page"), Paragraph(_WAIT)):
            card.body.addWidget(part)
        Centered(card, self)
