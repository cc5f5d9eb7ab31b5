"""OwnSheetCard: how it stands with one's own sheet, and what can be done with it."""

from PySide6.QtWidgets import QDialog

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import feuille_personnelle
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.feuille_personnelle import EtatPersonnel
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.own_sheet import OwnCode, own_sheet, withdrawal
from microstructure_desktop.ui.texts import numeric_date
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.themed import show_when

_WHAT = (
    "Vos notes personnelles sont scellées à votre phrase de passe. Si elle est perdue, cette "
    "feuille imprimée, que personne d’autre ne garde, les rouvre."
)
_PRINT, _AGAIN = "Imprimer…", "Renouveler…"


class OwnSheetCard(Card):
    """Hidden from a role that writes no personal note."""

    def __init__(self, context: Context) -> None:
        super().__init__("Ma feuille de secours")
        self._context = context
        self._etat: EtatPersonnel | None = None
        self.dialog: QDialog | None = None
        self.problem = Banner()
        self.state = NoteLine("info", "", "secondary", "info", ink="text")
        self.reopen_button = Button("Rouvrir mes notes…", "primary", "eye")
        self.print_button = Button(_PRINT, icon="printer")
        self.withdraw_button = Button("Retirer la feuille…", "ghost")
        self.body.addWidget(Paragraph(_WHAT, "secondary"))
        for part in (self.problem, self.state):
            self.body.addWidget(part)
        ways = column(
            row(None, self.reopen_button),
            row(None, self.print_button),
            row(None, self.withdraw_button),
            spacing=8,
        )
        self.body.addLayout(ways)
        self.reopen_button.clicked.connect(self.ask_code)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.withdraw_button.clicked.connect(self._on_withdraw_clicked)
        self._show(None)
        self._mine = allowed(context.membre.role, Permission.SEANCE)
        show_when(self, self._mine)

    def read(self) -> None:
        """Ask again how it stands."""
        if self._mine:
            self._context.worker.run(feuille_personnelle.etat, self._show, self._on_failed)

    def ask_code(self) -> None:
        dialog = OwnCode(self.window(), self._context)
        self._open(dialog)

    def _show(self, etat: EtatPersonnel | None) -> None:
        self._etat = etat
        made = etat is not None and etat.faite_le is not None
        closed = etat is not None and etat.fermees
        self.state.set_text((etat.rappel or _proved(etat)) if etat is not None else "")
        self.print_button.setText(_AGAIN if made else _PRINT)
        show_when(self.reopen_button, closed)
        show_when(self.withdraw_button, made)
        show_when(self.print_button, not closed)

    def _on_print_clicked(self) -> None:
        dialog = own_sheet(self.window(), self._context)
        dialog.proved.connect(self._on_proved)
        self._open(dialog)

    def _on_proved(self) -> None:
        self._context.events.notify("Votre feuille de secours est prouvée")

    def _on_withdraw_clicked(self) -> None:
        if self._etat is not None:
            dialog = withdrawal(self.window(), self._etat)
            dialog.accepted.connect(self._on_withdrawal_accepted)
            self._open(dialog)

    def _on_withdrawal_accepted(self) -> None:
        worker = self._context.worker
        worker.run(feuille_personnelle.retirer, self._on_withdrawn, self._on_failed)

    def _on_withdrawn(self, _none: object) -> None:
        self._context.events.notify("Votre feuille de secours est retirée")
        self.read()

    def _open(self, dialog: QDialog) -> None:
        self.problem.clear()
        self.dialog = dialog
        dialog.finished.connect(self._on_closed)
        dialog.open()

    def _on_closed(self, _answer: int) -> None:
        self.read()

    def _on_failed(self, error: AppError) -> None:
        self.problem.show_message("danger", error.sentence, error.way_out)


def _proved(etat: EtatPersonnel) -> str:
    if etat.faite_le is None or etat.prouvee_le is None:
        return ""
    return f"Faite le {numeric_date(etat.faite_le)}, prouvée le {numeric_date(etat.prouvee_le)}."
