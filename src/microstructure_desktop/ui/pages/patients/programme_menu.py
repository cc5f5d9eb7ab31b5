"""ProgrammeMenu: the programmes that somebody followed may pass to."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from microstructure_desktop.domain.patient import Inclusion, Patient
from microstructure_desktop.services import anonymat
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.patients import Formulaire
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.navigation import Route


class ProgrammeMenu(QMenu):
    """Signals:
    route_chosen: Route of the short form that says what becomes of the acts.
    """

    route_chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__("Changer de programme", parent)
        self._reference = context.reference
        self._may = allowed(context.membre.role, Permission.INCLUSION)

    def offer(self, patient: Patient, inclusion: Inclusion | None) -> bool:
        """Whether there is another programme to pass to."""
        self.clear()
        if not self._may or inclusion is None or inclusion.fin is not None:
            return False
        offered = anonymat.offered(self._reference, anonyme=patient.anonyme)
        for code, programme in offered.items():
            if code != inclusion.programme:
                route = Route(
                    "dossier",
                    patient_id=patient.id,
                    formulaire=Formulaire.PROGRAMME.value,
                    programme=code,
                )
                action = self.addAction(f"{programme.libelle}…")
                action.triggered.connect(partial(self.route_chosen.emit, route))
        return not self.isEmpty()
