"""Last step: what was created, and where to go from there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.reprise import Lot
from microstructure_desktop.ui.texts import count
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.layouts import column, row

from . import words

_NEXT = (
    "Ils sont dans la liste des patients. Remettez à chaque personne l’information sur le dossier "
    "partagé à la prochaine rencontre, et supprimez le fichier s’il ne sert plus."
)


class DoneStep(QWidget):
    """Signals:
    undo_asked: the id of the import just done.
    """

    undo_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.lot: Lot | None = None
        self.state = EmptyState("circle-check", "", _NEXT)
        self.undo_button = Button("Annuler cette reprise", "normal", "undo-2")
        self.undo_button.clicked.connect(self._on_undo_clicked)
        self.setLayout(column(self.state, row(None, self.undo_button, None), None))

    def show_lot(self, lot: Lot) -> None:
        self.lot = lot
        said = words.created(len(lot.patients))
        if lot.inclusions:
            said += f", {count(len(lot.inclusions), 'inclusion')}"
        self.state.set_words(said, _NEXT)

    def _on_undo_clicked(self) -> None:
        if self.lot is not None:
            self.undo_asked.emit(self.lot.id)
