"""Last step of billing: it is done; what to print, write, or hand over."""

from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.facturation import Lot
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.layouts import boxed, column, flow, row

from . import words

_NEXT = (
    "Le bordereau est nominatif : ouvrez-le pour l’imprimer ou l’enregistrer. La préparation reste "
    "dans la page des forfaits, et se reprend avec un motif."
)


class BillingDone(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.lot: Lot | None = None
        self.state = EmptyState("circle-check", "", _NEXT)
        self.print_button = Button(
            "Ouvrir le bordereau (PDF)", "primary", "printer", shortcut="Ctrl+P"
        )
        self.table_button = Button("Enregistrer le tableau (XLSX)…", "normal", "download")
        self.lots_button = Button("Voir les préparations", "normal", "receipt-text")
        buttons = boxed(flow(self.print_button, self.table_button, self.lots_button, spacing=10))
        whole = column(self.state, row(None, buttons, None), None, spacing=8)
        whole.setContentsMargins(24, 24, 24, 24)
        self.setLayout(whole)

    def show_lot(self, lot: Lot) -> None:
        self.lot = lot
        self.state.set_words(words.prepared(lot), _NEXT)
