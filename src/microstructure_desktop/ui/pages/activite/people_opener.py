"""PeopleOpener: ask who is behind a figure, show them, and lead to the record chosen."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import activite_mots, indicateurs
from microstructure_desktop.services.activite_graphiques import Cible
from microstructure_desktop.services.indicateurs import Personnes
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.navigation import Route

from .people_dialog import PeopleDialog


class PeopleOpener(QObject):
    """What is refused is told at the bottom of the window.

    Signals:
        left: a record was chosen, its page is about to be shown.
    """

    left = Signal()

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._asked: Cible | None = None
        self._dialog: PeopleDialog | None = None

    def show(self, cible: Cible) -> None:
        self._asked = cible
        ask = partial(indicateurs.personnes, code=cible.code, cle=cible.cle, periode=cible.periode)
        self._context.worker.run(ask, self._on_found, self._on_failed)

    def close(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()

    def _on_found(self, found: Personnes) -> None:
        if self._asked is None or not self._page.isVisible():
            return
        self.close()
        dialog = PeopleDialog(self._page, self._titre(), found, self._context.discretion)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.patient_chosen.connect(self._on_patient_chosen)
        dialog.finished.connect(self._on_finished)
        self._dialog = dialog
        dialog.open()

    def _titre(self) -> str:
        """« Sorties, Décès · novembre 2026 »."""
        assert self._asked is not None
        reference = self._context.reference
        definition = reference.indicateurs.definitions[self._asked.code]
        said = [definition.titre]
        if self._asked.cle:
            said.append(activite_mots.libelle(reference, definition, self._asked.cle))
        return f"{', '.join(said)} · {activite_mots.periode(self._asked.periode)}"

    def _on_patient_chosen(self, patient_id: str) -> None:
        self.left.emit()
        self._context.navigator.go(Route("dossier", patient_id=patient_id))

    def _on_finished(self) -> None:
        self._dialog = None

    def _on_failed(self, error: AppError) -> None:
        self._context.events.notify(f"{error.sentence} {error.way_out}", kind="danger")
