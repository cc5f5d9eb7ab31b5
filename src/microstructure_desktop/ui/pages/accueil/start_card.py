"""StartCard: what is left to open the microstructure, as long as something is."""

from PySide6.QtCore import Signal

from microstructure_desktop.services.demarrage import Demarrage
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.bar import Bar
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph


class StartCard(Card):
    """Hidden once every step is done, and while nothing is known.

    Signals:
        route_chosen: Route of the steps.
    """

    route_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("Démarrage")
        self.count = Label("", "secondary")
        self.bar = Bar(tone="ok")
        self.next = Paragraph("")
        self.button = Button("Voir les étapes", icon="flag")
        self.header.addWidget(self.count)
        for part in (self.bar, self.next, self.button):
            self.body.addWidget(part)
        self.button.clicked.connect(self._on_button_clicked)
        self.hide()

    def show_start(self, lu: Demarrage) -> None:
        suivante = lu.suivante
        self.setVisible(suivante is not None)
        self.count.setText(f"{lu.faites} sur {lu.total}")
        self.bar.set_share(lu.faites / lu.total)
        if suivante is not None:
            self.next.setText(f"À faire{NBSP}: {suivante.definition.titre}")

    def _on_button_clicked(self) -> None:
        self.route_chosen.emit(Route("demarrage"))
