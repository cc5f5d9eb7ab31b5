"""AppointmentsCard: the appointments of the day, each with what can be done about it."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.services.accueil import Accueil, EtatRendezVous, RendezVousLigne
from microstructure_desktop.ui import look
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import agreed, clock, long_date
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, row
from microstructure_desktop.ui.widgets.rule import Rule
from microstructure_desktop.ui.widgets.skins import Skin
from microstructure_desktop.ui.widgets.tag import Tag
from microstructure_desktop.ui.widgets.themed import Themed

from .words import rank, state

_ACTIONS = {
    EtatRendezVous.ATTENDU: "Commencer",
    EtatRendezVous.EN_COURS: "Continuer",
    EtatRendezVous.FAIT: "Voir",
    EtatRendezVous.EXCUSE: "Replanifier",
    EtatRendezVous.ABSENT: "Replanifier",
}
_NAME = Skin(hover="", press="", ink="text", ink_hover="primary", strong=True, pad=0, height=26)
_MORE = "Absence ou annulation"
_CANCEL = "Annuler ce rendez-vous…"
_NONE = "Pas de rendez-vous aujourd’hui"


class AppointmentsCard(Card):
    """Signals:
    route_chosen: Route of the session or of the record to open.
    absence_noted: (patient id, Issue) for somebody who did not come.
    cancel_asked: the id of an appointment noted by mistake, or given up.
    """

    route_chosen = Signal(object)
    absence_noted = Signal(str, object)
    cancel_asked = Signal(str)

    def __init__(self, discretion: Discretion) -> None:
        super().__init__()
        self._discretion = discretion
        self._discretion.changed.connect(self._name)
        self._coming: RendezVousLigne | None = None
        self._none: EmptyState | None = None
        self.body.setContentsMargins(1, 14, 1, 8)
        self.body.setSpacing(0)
        self.body.addLayout(row(Label("Rendez-vous", "card"), None, margins=(18, 0, 18, 10)))
        self.rows: list[AppointmentRow] = []
        self._lines = column(spacing=0)
        self.body.addLayout(self._lines)

    def show_day(self, accueil: Accueil) -> None:
        clear(self._lines)
        self._coming = accueil.prochain
        self._none = None
        self.rows = [self._row(line) for line in accueil.rendez_vous]
        for made in self.rows:
            self._lines.addWidget(Rule())
            self._lines.addWidget(made)
        if not self.rows:
            self._lines.addWidget(Rule())
            self._none = EmptyState("calendar", _NONE)
            self._lines.addWidget(self._none)
        self._name()

    def _name(self) -> None:
        for made in self.rows:
            made.set_name(self._discretion.name(made.line.patient))
        if self._none is not None:
            self._none.set_words(_NONE, _next(self._coming, self._discretion))

    def _row(self, line: RendezVousLigne) -> "AppointmentRow":
        made = AppointmentRow(line)
        made.route_chosen.connect(self.route_chosen)
        made.absence_noted.connect(self.absence_noted)
        made.cancel_asked.connect(self.cancel_asked)
        return made


class AppointmentRow(Themed, QWidget):
    """One appointment: hour, person, state, and the session behind its button."""

    route_chosen = Signal(object)
    absence_noted = Signal(str, object)
    cancel_asked = Signal(str)

    def __init__(self, line: RendezVousLigne) -> None:
        super().__init__()
        self.line = line
        self._hour = Label(clock(line.rendez_vous.heure), "strong")
        self.name_button = NameButton()
        self.name_button.clicked.connect(self._on_name_clicked)
        kind = "primary" if line.etat is EtatRendezVous.EN_COURS else "normal"
        self.button = Button(_ACTIONS[line.etat], kind)
        self.button.clicked.connect(self._on_button_clicked)
        self._action = boxed(row(self.button))
        self.more_button = IconButton("ellipsis", _MORE, "quiet")
        self.more_button.clicked.connect(self._on_more_clicked)
        self.menu = QMenu(self)
        for issue, choice in _absences(line.patient.sexe):
            self.menu.addAction(choice).triggered.connect(partial(self._on_absence, issue))
        self.menu.addSeparator()
        self.cancel_action = self.menu.addAction(_CANCEL)
        self.cancel_action.triggered.connect(self._on_cancel)
        if line.etat is not EtatRendezVous.ATTENDU:
            self.more_button.setEnabled(False)
        words = column(row(self.name_button, None), Label(rank(line), "secondary"), spacing=0)
        self.setLayout(
            row(self._hour, words, Tag(*state(line)), self._action, self.more_button,
                spacing=12, margins=(18, 8, 10, 8))
        )  # fmt: skip
        self.restyle()

    def set_name(self, name: str) -> None:
        self.name_button.set_name(name)
        self.button.setAccessibleName(f"{_ACTIONS[self.line.etat]} : {name}")
        self.more_button.set_tip(f"{_MORE} : {name}")

    def restyle(self) -> None:
        self._hour.setFixedWidth(look.control_px(48))
        self._action.setFixedWidth(look.control_px(122))

    def _on_name_clicked(self) -> None:
        self.route_chosen.emit(Route("dossier", patient_id=self.line.patient.id))

    def _on_button_clicked(self) -> None:
        params: dict[str, str] = {"patient_id": self.line.patient.id}
        if self.line.consultation is not None:
            params["consultation_id"] = self.line.consultation
        self.route_chosen.emit(Route("seance", **params))

    def _on_more_clicked(self) -> None:
        button = self.more_button
        corner = button.mapToGlobal(QPoint(button.width(), button.height() + 2))
        self.menu.popup(corner - QPoint(self.menu.sizeHint().width(), 0))

    def _on_absence(self, issue: Issue) -> None:
        self.absence_noted.emit(self.line.patient.id, issue)

    def _on_cancel(self) -> None:
        self.cancel_asked.emit(self.line.rendez_vous.id)


class NameButton(Button):
    """A name that opens the record: it reads as a title."""

    def __init__(self) -> None:
        super().__init__(kind="link", tip="Ouvrir le dossier")
        self.skin = _NAME
        self.restyle()

    def set_name(self, name: str) -> None:
        self.setText(name)
        self.setAccessibleName(f"Ouvrir le dossier : {name}")
        self.updateGeometry()


def _absences(sexe: str) -> tuple[tuple[Issue, str], ...]:
    absent = agreed("Absent", sexe)
    return (
        (Issue.ABSENT_EXCUSE, f"{absent}, {agreed('excusé', sexe)}"),
        (Issue.ABSENT_NON_EXCUSE, f"{absent}, sans prévenir"),
        (Issue.REPORTE, "Rendez-vous reporté"),
    )


def _next(line: RendezVousLigne | None, discretion: Discretion) -> str:
    """« Prochain : jeudi 26 novembre 2026 à 14:00, DELMAS Sophie »."""
    if line is None:
        return ""
    rendez_vous = line.rendez_vous
    when = f"{long_date(rendez_vous.jour)} à {clock(rendez_vous.heure)}"
    return f"Prochain : {when}, {discretion.name(line.patient)}"
