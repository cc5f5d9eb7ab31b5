"""CorbeilleCard: the way to what was cancelled lately."""

from microstructure_desktop.services.corbeille import opened_by
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.themed import show_when

_TEXT = "Ce qui a été annulé depuis 30 jours peut être rétabli."


class CorbeilleCard(Card):
    """Hidden from a role that would find nothing there."""

    def __init__(self, context: Context) -> None:
        super().__init__("Corbeille")
        self._navigator = context.navigator
        self.button = Button("Ouvrir la corbeille", icon="trash-2")
        self.button.clicked.connect(self._on_clicked)
        self.body.addWidget(Paragraph(_TEXT))
        self.body.addLayout(row(None, self.button))
        show_when(self, opened_by(context.membre.role))

    def _on_clicked(self) -> None:
        self._navigator.go(Route("corbeille"))
