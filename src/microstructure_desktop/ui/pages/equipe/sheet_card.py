"""SheetCard: how it stands with the recovery sheet, and the way to print one."""

from PySide6.QtCore import Signal

from microstructure_desktop.services.secours import Etat
from microstructure_desktop.ui.texts import numeric_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.note_line import NoteLine

_WHAT = (
    "Si les phrases de passe sont perdues, la feuille de secours ouvre le cabinet. Elle est "
    "imprimée, et gardée par le médecin sous enveloppe fermée, avec une sauvegarde."
)


class SheetCard(Card):
    """Signals:
    asked: a new sheet, to print and to prove.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__("Feuille de secours")
        self.state = NoteLine("info", "", "secondary", "info", ink="text")
        self.print_button = Button("Imprimer une feuille de secours", icon="printer")
        self.body.addWidget(Paragraph(_WHAT, "secondary"))
        self.body.addWidget(self.state)
        self.body.addLayout(row(None, self.print_button))
        self.print_button.clicked.connect(self.asked)
        self.hide()

    def show_state(self, etat: Etat | None) -> None:
        """Hidden from who does not manage the accounts."""
        self.setVisible(etat is not None)
        if etat is not None:
            self.state.set_text(etat.rappel or _proved(etat))


def _proved(etat: Etat) -> str:
    if etat.faite_le is None or etat.prouvee_le is None:
        return ""
    return f"Faite le {numeric_date(etat.faite_le)}, prouvée le {numeric_date(etat.prouvee_le)}."
