"""AgendaPage: a week of the cabinet, one professional's or the whole team's."""

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from microstructure_desktop.domain.creneaux import heure
from microstructure_desktop.domain.equipe import SOIGNANTS
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import semaine, semaine_imprimee
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.documents import Document
from microstructure_desktop.services.semaine import RendezVousAgenda, Semaine
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.dialogs.appointment import AppointmentDialog
from microstructure_desktop.ui.dialogs.appointment_acts import AppointmentActs
from microstructure_desktop.ui.dialogs.appointment_wish import Wish
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.forms.tab_order import follow_layout
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.footer_bar import FooterBar
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import boxed, row

from . import words
from .stops import Genre, Stop
from .week_grid import WeekGrid
from .week_head import WeekHead

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

_TEAM = ""
_KEYS = "Flèches : se déplacer · Entrée : ouvrir ou prendre · Suppr : annuler · Page : semaine"
_SHOWN = frozenset(
    {"rendez_vous", "consultation", "permanence", "absence", "synthese", "patient", "membre"}
)


class AgendaPage(Page):
    """Route `agenda`; `jour`, an ISO date, shows its week."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        me = context.membre
        self._membre: MembreId | None = me.id if me.role in SOIGNANTS else None
        self._lundi = semaine.lundi_de(self._today())
        self._semaine: Semaine | None = None
        self._preview: QDialog | None = None
        self.header = HeaderBand("Agenda")
        self.banner = Banner()
        self.member = ComboField(chars=24)
        self.member.setAccessibleName("Agenda de")
        self.before_button = IconButton("chevron-left", "Semaine précédente")
        self.today_button = Button("Aujourd’hui")
        self.after_button = IconButton("chevron-right", "Semaine suivante")
        self.print_button = IconButton("printer", "Imprimer la semaine", shortcut="Ctrl+P")
        self.times_button = Button("Permanences et absences", icon="calendar-clock")
        self.create_button = Button("Rendez-vous", "primary", "plus")
        self.grid = WeekGrid(context.discretion, context.now)
        self.head = WeekHead(self.grid.plan)
        self.acts = AppointmentActs(context, self)
        self.print_menu = QMenu(self)
        self._lay_out()
        self._connect()

    def open(self, route: Route) -> None:
        asked = route.get("jour")
        if asked:
            self._lundi = semaine.lundi_de(date.fromisoformat(asked))
        self._reload()

    def leave(self) -> None:
        if self._preview is not None:
            self._preview.reject()

    def first_focus(self) -> QWidget | None:
        return self.grid

    def _lay_out(self) -> None:
        for button in (self.times_button, self.print_button, self.create_button):
            self.header.add_action(button)
        self.create_button.setAccessibleName("Prendre un rendez-vous")
        bar = row(
            self.member, None, self.before_button, self.today_button, self.after_button,
            margins=(24, 10, 24, 4),
        )  # fmt: skip
        scroll = self._scroll = QScrollArea()
        scroll.setWidget(self.grid)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._over = row(self.head, margins=(8, 0, 8, 0))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(boxed(row(self.banner, margins=(24, 8, 24, 0))))
        whole.addLayout(bar)
        whole.addLayout(self._over)
        whole.addLayout(row(scroll, margins=(8, 0, 0, 0)), 1)
        whole.addWidget(FooterBar(_KEYS))
        follow_layout(whole)

    def _connect(self) -> None:
        self.member.changed.connect(self._on_member_chosen)
        self.before_button.clicked.connect(partial(self._move, -1))
        self.after_button.clicked.connect(partial(self._move, 1))
        self.today_button.clicked.connect(partial(self._move, 0))
        self.create_button.clicked.connect(self._on_create_clicked)
        self.times_button.clicked.connect(self._on_times_clicked)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.grid.week_asked.connect(self._move)
        self.grid.chosen.connect(self._on_chosen)
        self.grid.cancel_asked.connect(self._on_cancel_asked)
        self.grid.planned.connect(self._on_planned)
        self.context.events.store_changed.connect(self._on_store_changed)
        for words_, names in (("Initiales et numéros", False), ("Avec les noms", True)):
            action = self.print_menu.addAction(words_)
            action.triggered.connect(partial(self._print, names=names))
        may = allowed(self.context.membre.role, Permission.ECRIRE_AGENDA)
        self.create_button.setVisible(may)
        self.times_button.setVisible(may)

    # --- what is shown ----------------------------------------------------------------------

    def _reload(self) -> None:
        read = partial(semaine.semaine, lundi=self._lundi, membre=self._membre)
        self.context.worker.run(read, self._on_loaded, self._on_failed)

    def _on_loaded(self, found: Semaine) -> None:
        if (found.lundi, found.membre) != (self._lundi, self._membre):
            return  # the answer to an older question
        self._semaine = found
        self.banner.clear()
        self.header.set_words("Agenda", words.week(found.lundi))
        mine = self.context.membre
        choices = [(m.id, "Mes rendez-vous" if m == mine else m.nom_complet) for m in found.membres]
        self.member.set_choices([*choices, (_TEAM, "Toute l’équipe")])
        self.member.set_value(self._membre or _TEAM)
        self.grid.show_week(found)
        self.head.show_week(found)

    def _on_failed(self, error: AppError) -> None:
        self.banner.show_message("danger", error.sentence, error.way_out)

    def _on_planned(self) -> None:
        """The days stand above their columns, the scroll bar set aside."""
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        self._over.setContentsMargins(8, 0, bar, 0)
        self.head.update()

    def _on_store_changed(self, kinds: frozenset[str]) -> None:
        if self.isVisible() and kinds & _SHOWN:
            self._reload()

    def _move(self, weeks: int) -> None:
        """To another week; 0 comes back to today's."""
        today = semaine.lundi_de(self._today())
        self._lundi = self._lundi + timedelta(weeks=weeks) if weeks else today
        self._reload()

    def _on_member_chosen(self, membre: str) -> None:
        self._membre = MembreId(membre) if membre else None
        self._reload()

    # --- what is done -----------------------------------------------------------------------

    def _on_chosen(self, stop: Stop) -> None:
        if stop.rendez_vous is not None:
            self._show_menu(stop, stop.rendez_vous)
        elif stop.genre is Genre.REUNION:
            if allowed(self.context.membre.role, Permission.REUNION):
                self.context.navigator.go(Route("reunions"))
        else:
            self._create(stop)

    def _show_menu(self, stop: Stop, found: RendezVousAgenda) -> None:
        corner = self.grid.place_of(stop).bottomLeft().toPoint() + QPoint(8, 2)
        self.acts.open_menu(found, self.grid.mapToGlobal(corner))

    def _on_cancel_asked(self, stop: Stop) -> None:
        assert stop.rendez_vous is not None
        self.acts.cancel(stop.rendez_vous)

    def _on_create_clicked(self) -> None:
        stop = self.grid.current()
        if stop is not None:
            self._create(stop)

    def _create(self, stop: Stop) -> None:
        if not allowed(self.context.membre.role, Permission.ECRIRE_AGENDA):
            return
        jour = max(self.grid.day_of(stop), self._today())
        membre = self._membre
        if self.context.membre.role in SOIGNANTS:
            membre = self.context.membre.id
        usual = stop.plage.duree if stop.genre is Genre.LIBRE else None
        wish = Wish(membre=membre, jour=jour, heure=heure(stop.plage.debut), duree=usual)
        AppointmentDialog(self, self.context, wish).open()

    def _on_times_clicked(self) -> None:
        self.context.navigator.go(Route("horaires"))

    def _on_print_clicked(self) -> None:
        button = self.print_button
        self.print_menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def _print(self, *, names: bool) -> None:
        draw = partial(
            semaine_imprimee.document, lundi=self._lundi, membre=self._membre, noms=names
        )
        self.context.worker.run(draw, self._on_document, self._on_failed)

    def _on_document(self, document: Document) -> None:
        if not self.isVisible():
            return
        self._preview = PrintPreview(document, self.context, self)
        self._preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preview.finished.connect(self._on_preview_finished)
        self._preview.open()

    def _on_preview_finished(self) -> None:
        self._preview = None

    def _today(self) -> date:
        return self.context.now().date()
