"""CorbeilleCard: the way to what was cancelled lately."""

from PySide6.QtCore import Signal

from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import row

_TEXT = "Ce qui a été annulé depuis 30 jours peut être rétabli."


class CorbeilleCard(Card):
    """Signals:
    route_chosen: Route of the page.
    """

    route_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("Corbeille")
        self.button = Button("Ouvrir la corbeille", icon="trash-2")
        self.button.clicked.connect(self._on_clicked)
        self.body.addWidget(Paragraph(_TEXT))
        self.body.addLayout(row(None, self.button))

    def _on_clicked(self) -> None:
        self.route_chosen.emit(Route("corbeille"))
