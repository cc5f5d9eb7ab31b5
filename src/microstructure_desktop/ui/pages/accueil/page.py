"""AccueilPage: the day of the person at the keyboard."""

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from microstructure_desktop.domain.creneaux import Plage, heure
from microstructure_desktop.domain.equipe import SOIGNANTS, Role
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import accueil as services
from microstructure_desktop.services import secours, semaine
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.accueil import Accueil
from microstructure_desktop.services.demarrage import Demarrage, demarrage
from microstructure_desktop.services.journee import RendezVousLigne
from microstructure_desktop.services.semaine import Semaine
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.appointment import AppointmentDialog
from microstructure_desktop.ui.dialogs.appointment_acts import AppointmentActs
from microstructure_desktop.ui.dialogs.appointment_wish import Wish
from microstructure_desktop.ui.forms.tab_order import follow_layout
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.page_body import PageBody

from .actions_card import ActionsCard
from .appointments_card import AppointmentsCard
from .end_card import EndCard
from .figures import FigureRow
from .news_card import NewsCard
from .rescue_card import RescueCard
from .side_cards import ExportCard, MeetingCard
from .start_card import StartCard
from .tasks_card import TasksCard
from .team_week_card import TeamWeekCard
from .waits_card import WaitsCard
from .words import greeting, title


class AccueilPage(Page):
    """Route `accueil`."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        role, discretion = context.membre.role, context.discretion
        self._ending = False
        self._lundi: date | None = None
        self.title = Label("", "page")
        self.greeting = Label("", "secondary")
        self.create_button = Button("Nouveau dossier", icon="user-plus", shortcut="Ctrl+Shift+N")
        self.find_button = Button("Chercher une personne", "primary", "search", shortcut="Ctrl+F")
        self.banner = Banner()
        self.end = EndCard(discretion)
        self.appointments = AppointmentsCard(discretion, role.value, own=role in SOIGNANTS)
        self.news = NewsCard(discretion)
        self.team_week = TeamWeekCard()
        self.tasks = TasksCard(discretion)
        self.decided = ActionsCard(context, self)
        self.waits = WaitsCard(discretion, role.value)
        self.meeting = MeetingCard()
        self.start = StartCard()
        self.rescue = RescueCard()
        self.export = ExportCard()
        self.figures = FigureRow()
        self.acts = AppointmentActs(context, self)
        self._lay_out()
        self._connect()
        self._hide_what_the_role_may_not()
        self._show_title(receives=False)

    def open(self, _route: Route) -> None:
        self._reload()

    def leave(self) -> None:
        self._ending = False

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
        main = (self.end, self.appointments, self.news, self.team_week, self.figures)
        decided = (self.decided, self.tasks, self.waits, self.meeting)
        self._side = (self.start, self.rescue, *decided, self.export)
        across = QHBoxLayout()
        across.setSpacing(20)
        across.addLayout(column(*main, None, spacing=16), 1)
        across.addLayout(column(*self._side, None, spacing=16))
        body.fill(across)
        for card in self._side:
            card.setFixedWidth(look.size("aside"))
        self.end.hide()
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(body)

    def _connect(self) -> None:
        navigator, appointments = self.context.navigator, self.appointments
        for card in (appointments, self.end, self.news, *self._side):
            card.route_chosen.connect(navigator.go)
        appointments.plan_asked.connect(self._on_plan_asked)
        appointments.arrival_chosen.connect(self.acts.note_arrival)
        appointments.again_chosen.connect(self.acts.plan_again)
        appointments.menu_asked.connect(self._on_menu_asked)
        appointments.end_asked.connect(self._on_end_asked)
        self.team_week.week_asked.connect(self._on_week_asked)
        self.create_button.clicked.connect(self._on_create_clicked)
        self.find_button.clicked.connect(self._on_find_clicked)
        self.context.events.store_changed.connect(self._on_store_changed)

    def _hide_what_the_role_may_not(self) -> None:
        role = self.context.membre.role
        self.create_button.setVisible(allowed(role, Permission.ECRIRE_IDENTITE))
        self.find_button.setVisible(allowed(role, Permission.IDENTITE))
        for card in (self.tasks, self.news):
            card.setVisible(allowed(role, Permission.CLINIQUE))
        for part in (self.appointments, self.team_week, self.figures):
            part.setVisible(allowed(role, Permission.AGENDA))

    # --- what is shown ----------------------------------------------------------------------

    def _reload(self) -> None:
        self.context.worker.run(services.accueil, self._on_loaded, self._on_failed)
        if allowed(self.context.membre.role, Permission.AGENDA):
            lundi = self._lundi or semaine.lundi_de(self.context.now().date())
            read = partial(semaine.semaine, lundi=lundi)
            self.context.worker.run(read, self._on_week_loaded, self._on_failed)
        if allowed(self.context.membre.role, Permission.RESEAU):
            self.decided.reload()
        if self.context.membre.role is Role.MEDECIN:
            self.context.worker.run(demarrage, self._on_start_loaded, self._on_failed)
            self.context.worker.run(secours.etat, self._on_sheet_loaded, self._on_failed)

    def _on_loaded(self, accueil: Accueil) -> None:
        self.banner.clear()
        self._show_title(
            receives=self.context.membre.role in SOIGNANTS and bool(accueil.rendez_vous)
        )
        now = self.context.now()
        self.greeting.setText(greeting(self.context.membre.prenom, now.time(), accueil.rendez_vous))
        self.appointments.show_day(accueil)
        self.news.show_news(accueil.nouvelles, accueil.jour)
        self.tasks.show_tasks(accueil.taches, accueil.jour)
        self.waits.show_waits(accueil)
        every = allowed(self.context.membre.role, Permission.TOUTES_REUNIONS)
        self.meeting.show_meeting(accueil, prepares=every or accueil.synthese is not None)
        self.export.show_export(accueil)
        self._show_end(accueil)
        days = self.context.reference.seuils.forfait_echeance_jours
        self.figures.show_figures(accueil.chiffres, accueil.jour.year, days)
        follow_layout(self._whole)

    def _on_week_loaded(self, found: Semaine) -> None:
        self.team_week.show_week(found)
        follow_layout(self._whole)

    def _on_start_loaded(self, found: Demarrage) -> None:
        self.start.show_start(found)

    def _on_sheet_loaded(self, etat: secours.Etat) -> None:
        self.rescue.show_state(etat)

    def _show_end(self, accueil: Accueil) -> None:
        """Once the last appointment is over, or when the person wants to finish."""
        fin = accueil.fin
        self.end.setVisible(fin is not None and (fin.passee or self._ending))
        if fin is not None:
            self.end.show_end(fin, accueil.prochaine_synthese)

    def _show_title(self, *, receives: bool) -> None:
        self.title.setText(title(self.context.now().date(), receives=receives))

    def _on_failed(self, error: AppError) -> None:
        self.banner.show_message("danger", error.sentence, error.way_out)

    def _on_store_changed(self, _kinds: frozenset[str]) -> None:
        if self.isVisible():
            self._reload()

    # --- what is done -----------------------------------------------------------------------

    def _on_plan_asked(self, plage: Plage | None) -> None:
        me = self.context.membre
        membre = me.id if me.role in SOIGNANTS else None
        if plage is None:
            wish = Wish(membre=membre)
        else:
            today = self.context.now().date()
            wish = Wish(membre=membre, jour=today, heure=heure(plage.debut), duree=plage.duree)
        AppointmentDialog(self, self.context, wish).open()

    def _on_menu_asked(self, line: RendezVousLigne, corner: QPoint) -> None:
        self.acts.open_menu(line, corner)

    def _on_end_asked(self) -> None:
        self._ending = True
        self._reload()

    def _on_week_asked(self, lundi: date) -> None:
        self._lundi = lundi
        self._reload()

    def _on_create_clicked(self) -> None:
        self.context.navigator.go(Route("patients", nouveau=""))

    def _on_find_clicked(self) -> None:
        self.context.navigator.go(Route("patients"))
