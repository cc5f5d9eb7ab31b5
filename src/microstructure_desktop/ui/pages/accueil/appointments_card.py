"""AppointmentsCard: the permanence of today and who comes, each with what can be done about it."""

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal

from microstructure_desktop.domain.creneaux import Plage, heure
from microstructure_desktop.services.accueil import Accueil
from microstructure_desktop.services.journee import RendezVousLigne
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.texts import NBSP, clock, day_and_month, long_date, weekday
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import clear, column, row
from microstructure_desktop.ui.widgets.rule import Rule

from .appointment_row import AppointmentRow
from .permanence_strip import PermanenceStrip

_NONE = "Pas de rendez-vous aujourd’hui"
_NO_PERMANENCE = "Pas de permanence aujourd’hui"
_PLAN = "Planifier un rendez-vous"


class AppointmentsCard(Card):
    """`own`: one's own appointments; else those of the whole cabinet.

    Signals:
        route_chosen: Route of the session or of the record to open.
        plan_asked: Plage of a free slot, or None.
        arrival_chosen, again_chosen: RendezVousLigne.
        menu_asked: (RendezVousLigne, QPoint) for what else can be done.
        end_asked: the person wants to finish the day.
    """

    route_chosen = Signal(object)
    plan_asked = Signal(object)
    arrival_chosen = Signal(object)
    again_chosen = Signal(object)
    menu_asked = Signal(object, object)
    end_asked = Signal()

    def __init__(self, discretion: Discretion, role: str, *, own: bool) -> None:
        super().__init__()
        self._discretion = discretion
        self._discretion.changed.connect(self._name)
        self._own = own
        self._day: Accueil | None = None
        self._none: EmptyState | None = None
        self.rows: list[AppointmentRow] = []
        self.add_button = Button("Ajouter", "link", "plus")
        self.add_button.setAccessibleName("Ajouter un rendez-vous")
        self.add_button.clicked.connect(self._on_plan_clicked)
        self.end_button = Button("Finir la journée", "link", "check-check")
        self.end_button.clicked.connect(self.end_asked)
        self.strip = PermanenceStrip(discretion, role)
        self.strip.free_chosen.connect(self.plan_asked)
        self.strip.taken_chosen.connect(self._on_taken_chosen)
        title = "Rendez-vous" if own else "Rendez-vous du cabinet"
        head = row(Label(title, "card"), None, self.end_button, self.add_button)
        head.setContentsMargins(18, 0, 18, 10)
        self._lines = column(spacing=0)
        self.body.setContentsMargins(1, 14, 1, 8)
        self.body.setSpacing(0)
        for part in (head, self._lines):
            self.body.addLayout(part)
        self.body.insertWidget(1, self.strip)

    def show_day(self, accueil: Accueil) -> None:
        clear(self._lines)
        self._day = accueil
        self._none = None
        self.strip.show_permanence(accueil.permanence)
        self.end_button.setVisible(accueil.fin is not None and not accueil.fin.passee)
        self.rows = [self._row(line) for line in accueil.rendez_vous]
        for made in self.rows:
            self._lines.addWidget(Rule())
            self._lines.addWidget(made)
        if not self.rows:
            self._lines.addWidget(Rule())
            self._none = EmptyState("calendar", _NONE)
            self._none.action_clicked.connect(self._on_plan_clicked)
            self._lines.addWidget(self._none)
        self._name()

    def _name(self) -> None:
        for made in self.rows:
            made.set_name(self._discretion.name(made.line.patient))
        if self._none is not None and self._day is not None:
            away = self._own and self._day.permanence is None
            known = self._day.prochaine_permanence is not None
            title = _NO_PERMANENCE if away and known else _NONE
            self._none.set_words(title, coming(self._day, self._discretion), _PLAN)

    def _row(self, line: RendezVousLigne) -> AppointmentRow:
        made = AppointmentRow(line, own=self._own)
        made.route_chosen.connect(self.route_chosen)
        made.arrival_chosen.connect(partial(self.arrival_chosen.emit, line))
        made.again_chosen.connect(partial(self.again_chosen.emit, line))
        made.menu_asked.connect(partial(self._on_menu_asked, line))
        return made

    def _on_menu_asked(self, line: RendezVousLigne, corner: QPoint) -> None:
        self.menu_asked.emit(line, corner)

    def _on_taken_chosen(self, line: RendezVousLigne) -> None:
        """The keyboard goes to the line where it can be done."""
        made = next((r for r in self.rows if r.line.rendez_vous == line.rendez_vous), None)
        if made is not None:
            made.button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_plan_clicked(self) -> None:
        self.plan_asked.emit(None)


def coming(accueil: Accueil, discretion: Discretion) -> str:
    """« Prochaine permanence : mardi 24 novembre, 9:00. Prochain rendez-vous : … »."""
    lines = []
    if accueil.prochaine_permanence is not None and accueil.permanence is None:
        lines.append(f"Prochaine{NBSP}: {_when(*accueil.prochaine_permanence)}")
    if accueil.prochain is not None:
        rdv = accueil.prochain.rendez_vous
        when = f"{long_date(rdv.jour)} à {clock(rdv.heure)}"
        who = discretion.name(accueil.prochain.patient)
        lines.append(f"Prochain rendez-vous{NBSP}: {when}, {who}")
    return "\n".join(lines)


def _when(jour: date, plage: Plage) -> str:
    return f"{weekday(jour)} {day_and_month(jour)}, {clock(heure(plage.debut))}"
