"""AppointmentActs: do what the menu of an appointment offers, and say how to take it back."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.consultation import Consultation, Issue, RendezVous
from microstructure_desktop.domain.ids import ConsultationId, PatientId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import accueil, presences, rendez_vous
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.navigation import Route

from .appointment import AppointmentDialog
from .appointment_menu import Appointment, AppointmentMenu, rights
from .appointment_wish import Wish, wish_to_move


class AppointmentActs(QObject):
    """Opens menus and dialogs over `page`; the window tells what was done."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._about = PatientId("")
        self.menu: AppointmentMenu | None = None

    def open_menu(self, found: Appointment, corner: QPoint) -> None:
        may = rights(found, self._context.membre, self._context.now().date())
        menu = self.menu = AppointmentMenu(self._page, found, may)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.begin_chosen.connect(partial(self._go, "seance", found))
        menu.correct_chosen.connect(partial(self._correct, found))
        menu.open_chosen.connect(partial(self._go, "dossier", found))
        menu.arrival_chosen.connect(partial(self.note_arrival, found))
        menu.absence_chosen.connect(partial(self._note_absence, found))
        menu.move_chosen.connect(partial(self._move, found))
        menu.again_chosen.connect(partial(self.plan_again, found))
        menu.cancel_chosen.connect(partial(self.cancel, found))
        menu.destroyed.connect(self._on_menu_closed)
        menu.popup(corner)
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])

    def cancel(self, found: Appointment, motif: str = "") -> None:
        void = partial(rendez_vous.annuler, rendez_vous_id=found.rendez_vous.id, motif=motif)
        self._context.worker.run(partial(noted, action=void), self._on_cancelled, self._on_failed)

    def plan_again(self, found: Appointment) -> None:
        """Another appointment with the same professional, at the same hour of another day."""
        rdv = found.rendez_vous
        wish = Wish(found.patient.id, found.patient, rdv.membre, None, rdv.heure, rdv.duree)
        AppointmentDialog(self._page, self._context, wish).open()

    def note_arrival(self, found: Appointment) -> None:
        note = partial(presences.note_arrivee, rendez_vous_id=found.rendez_vous.id)
        self._context.worker.run(partial(noted, action=note), self._on_arrival, self._on_failed)

    def _correct(self, found: Appointment) -> None:
        self._about = found.patient.id
        read = partial(presences.acte_du, rendez_vous=found.rendez_vous)
        self._context.worker.run(read, self._on_session, self._on_failed)

    def _on_session(self, consultation_id: ConsultationId) -> None:
        route = Route("seance", patient_id=self._about, consultation_id=consultation_id)
        self._context.navigator.go(route)

    def _go(self, page: str, found: Appointment) -> None:
        self._context.navigator.go(Route(page, patient_id=found.patient.id))

    def _move(self, found: Appointment) -> None:
        wish = wish_to_move(found.rendez_vous, found.patient)
        AppointmentDialog(self._page, self._context, wish).open()

    def _note_absence(self, found: Appointment, issue: Issue) -> None:
        about = found.rendez_vous.id
        note = partial(accueil.note_absence, rendez_vous_id=about, issue=issue)
        self._context.worker.run(partial(noted, action=note), self._on_absence, self._on_failed)

    def _on_menu_closed(self) -> None:
        self.menu = None

    def _on_cancelled(self, fait: Fait[RendezVous]) -> None:
        words = "Rendez-vous rétabli"
        self._context.undo.offer("Rendez-vous annulé", fait.changes, undone=words)

    def _on_arrival(self, fait: Fait[RendezVous]) -> None:
        arrived = fait.result.arrivee is not None
        self._context.undo.offer("Arrivée notée" if arrived else "Arrivée retirée", fait.changes)

    def _on_absence(self, fait: Fait[Consultation]) -> None:
        self._context.undo.offer("Absence notée", fait.changes)

    def _on_failed(self, error: AppError) -> None:
        self._context.events.notify(f"{error.sentence} {error.way_out}", kind="danger")
