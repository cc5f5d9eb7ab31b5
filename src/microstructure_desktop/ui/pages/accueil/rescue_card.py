"""RescueCard: the recovery sheet is to be printed, or proved, or made again."""

from PySide6.QtCore import Signal

from microstructure_desktop.services.secours import Etat
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph


class RescueCard(Card):
    """Hidden once a sheet is proved, and while nothing is known.

    Signals:
        route_chosen: Route of the team, with the sheet.
    """

    route_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("Feuille de secours")
        self.reminder = Paragraph("")
        self.button = Button("Imprimer et prouver", icon="key-round")
        self.body.addWidget(self.reminder)
        self.body.addWidget(self.button)
        self.button.clicked.connect(self._on_button_clicked)
        self.hide()

    def show_state(self, etat: Etat) -> None:
        self.reminder.setText(etat.rappel)
        self.setVisible(bool(etat.rappel))

    def _on_button_clicked(self) -> None:
        self.route_chosen.emit(Route("equipe", feuille="oui"))
