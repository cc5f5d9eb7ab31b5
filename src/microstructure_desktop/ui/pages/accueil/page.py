"""AccueilPage: the day of the person at the keyboard."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from microstructure_desktop.domain.consultation import Consultation, Issue
from microstructure_desktop.domain.equipe import SOIGNANTS
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import accueil as services
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.accueil import Accueil
from microstructure_desktop.services.annulation import Fait, noted
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.cancelling import Cancelling
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.page_body import PageBody

from .appointments_card import AppointmentsCard
from .figures import FigureRow
from .side_cards import ExportCard, MeetingCard
from .tasks_card import TasksCard
from .words import greeting, title


class AccueilPage(Page):
    """Route `accueil`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.title = Label("", "page")
        self.greeting = Label("", "secondary")
        self.create_button = Button("Nouveau dossier", icon="user-plus", shortcut="Ctrl+Shift+N")
        self.find_button = Button("Chercher une personne", "primary", "search", shortcut="Ctrl+F")
        self.banner = Banner()
        self.appointments = AppointmentsCard(context.discretion)
        self.tasks = TasksCard(context.discretion)
        self.meeting = MeetingCard()
        self.export = ExportCard()
        self.figures = FigureRow()
        self.cancelling = Cancelling(context, self)
        self._lay_out()
        self._connect()
        self._hide_what_the_role_may_not()
        self._show_title(receives=False)

    def open(self, _route: Route) -> None:
        self._reload()

    def first_focus(self) -> QWidget | None:
        return self.find_button

    def _lay_out(self) -> None:
        head = row(
            column(self.title, self.greeting, spacing=1),
            None,
            self.create_button,
            self.find_button,
            spacing=10,
        )
        body = PageBody()
        body.main.addLayout(head)
        body.main.addWidget(self.banner)
        across = QHBoxLayout()
        across.setSpacing(20)
        self._aside = column(self.tasks, self.meeting, self.export, None, spacing=16)
        across.addLayout(column(self.appointments, self.figures, None, spacing=16), 1)
        across.addLayout(self._aside)
        body.main.addLayout(across)
        body.main.addStretch(1)
        for card in (self.tasks, self.meeting, self.export):
            card.setFixedWidth(look.size("aside"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(body)

    def _connect(self) -> None:
        navigator = self.context.navigator
        for card in (self.appointments, self.tasks, self.meeting, self.export):
            card.route_chosen.connect(navigator.go)
        self.appointments.absence_noted.connect(self._on_absence_noted)
        self.appointments.cancel_asked.connect(self._on_cancel_asked)
        self.create_button.clicked.connect(self._on_create_clicked)
        self.find_button.clicked.connect(self._on_find_clicked)
        self.context.events.store_changed.connect(self._on_store_changed)

    def _hide_what_the_role_may_not(self) -> None:
        role = self.context.membre.role
        self.create_button.setVisible(allowed(role, Permission.IDENTITE))
        self.find_button.setVisible(allowed(role, Permission.IDENTITE))
        self.tasks.setVisible(allowed(role, Permission.CLINIQUE))
        self.appointments.setVisible(role in SOIGNANTS)

    def _reload(self) -> None:
        self.context.worker.run(services.accueil, self._on_loaded, self._on_failed)

    def _on_loaded(self, accueil: Accueil) -> None:
        self.banner.clear()
        self._show_title(receives=bool(accueil.rendez_vous))
        now = self.context.now()
        self.greeting.setText(greeting(self.context.membre.prenom, now.time(), accueil.rendez_vous))
        self.appointments.show_day(accueil)
        self.tasks.show_tasks(accueil.taches, accueil.jour)
        self.meeting.show_meeting(accueil)
        self.export.show_export(accueil)
        days = self.context.reference.seuils.forfait_echeance_jours
        self.figures.show_figures(accueil.chiffres, accueil.jour.year, days)

    def _show_title(self, *, receives: bool) -> None:
        self.title.setText(title(self.context.now().date(), receives=receives))

    def _on_failed(self, error: AppError) -> None:
        self.banner.show_message("danger", error.sentence, error.way_out)

    def _on_store_changed(self, _kinds: frozenset[str]) -> None:
        if self.isVisible():
            self._reload()

    def _on_absence_noted(self, patient_id: str, issue: Issue) -> None:
        note = partial(services.note_absence, patient_id=PatientId(patient_id), issue=issue)
        self.context.worker.run(partial(noted, action=note), self._on_noted, self._on_failed)

    def _on_noted(self, fait: Fait[Consultation]) -> None:
        self.context.undo.offer("Absence notée", fait.changes)

    def _on_cancel_asked(self, rendez_vous_id: str) -> None:
        self.cancelling.ask("rendez_vous", rendez_vous_id)

    def _on_create_clicked(self) -> None:
        self.context.navigator.go(Route("patients", nouveau=""))

    def _on_find_clicked(self) -> None:
        self.context.navigator.go(Route("patients"))
