"""AppointmentRow: one appointment of the day, and what can be done about it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services.journee import RendezVousLigne
from microstructure_desktop.services.presences import A_VENIR, EtatRendezVous
from microstructure_desktop.ui import look
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import NBSP, agreed, clock
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.layouts import boxed, column, row
from microstructure_desktop.ui.widgets.skins import Skin
from microstructure_desktop.ui.widgets.tag import Tag
from microstructure_desktop.ui.widgets.themed import Themed, show_when

from .words import about, state

_AGAIN = "Replanifier"
_SESSIONS = {
    EtatRendezVous.ATTENDU: "Commencer",
    EtatRendezVous.ARRIVE: "Commencer",
    EtatRendezVous.EN_COURS: "Continuer",
    EtatRendezVous.FAIT: "Voir",
}
_NAME = Skin(hover="", press="", ink="text", ink_hover="primary", strong=True, pad=0, height=26)
_MORE = "Autres actions"


class AppointmentRow(Themed, QWidget):
    """`own`: the professional's, who opens the session; else the reception's, who welcomes.

    Signals:
        route_chosen: Route of the session or of the record.
        arrival_chosen: somebody is there, or was said to be too soon.
        again_chosen: another appointment is wanted.
        menu_asked: where to open what else can be done.
    """

    route_chosen = Signal(object)
    arrival_chosen = Signal()
    again_chosen = Signal()
    menu_asked = Signal(object)

    def __init__(self, line: RendezVousLigne, *, own: bool) -> None:
        super().__init__()
        self.line = line
        self._own = own
        self._hour = Label(clock(line.rendez_vous.heure), "strong")
        self.name_button = NameButton(opens=own)
        self.name_button.clicked.connect(self._on_name_clicked)
        self._verb = _verb(line, own=own)
        kind = "primary" if line.etat is EtatRendezVous.EN_COURS else "normal"
        self.button = Button(self._verb, kind)
        self.button.clicked.connect(self._on_button_clicked)
        show_when(self.button, bool(self._verb))
        self._action = boxed(row(None, self.button))
        self.more_button = IconButton("ellipsis", _MORE, "quiet")
        self.more_button.clicked.connect(self._on_more_clicked)
        words = column(
            row(self.name_button, None), Label(about(line, own=own), "secondary"), spacing=0
        )
        self.setLayout(
            row(self._hour, words, Tag(*state(line)), self._action, self.more_button,
                spacing=12, margins=(18, 8, 10, 8))
        )  # fmt: skip
        self.restyle()

    def set_name(self, name: str) -> None:
        self.name_button.set_name(name)
        self.button.setAccessibleName(f"{self._verb}{NBSP}: {name}")
        self.more_button.set_tip(f"{_MORE}{NBSP}: {name}")

    def restyle(self) -> None:
        self._hour.setFixedWidth(look.control_px(48))
        self._action.setFixedWidth(look.control_px(122))

    def _on_name_clicked(self) -> None:
        if self._own:
            self.route_chosen.emit(Route("dossier", patient_id=self.line.patient.id))

    def _on_button_clicked(self) -> None:
        if self._verb == _AGAIN:
            self.again_chosen.emit()
        elif not self._own:
            self.arrival_chosen.emit()
        else:
            params: dict[str, str] = {"patient_id": self.line.patient.id}
            if self.line.consultation is not None:
                params["consultation_id"] = self.line.consultation
            self.route_chosen.emit(Route("seance", **params))

    def _on_more_clicked(self) -> None:
        button = self.more_button
        self.menu_asked.emit(button.mapToGlobal(QPoint(0, button.height() + 2)))


class NameButton(Button):
    """A name that opens the record: it reads as a title."""

    def __init__(self, *, opens: bool) -> None:
        super().__init__(kind="link", tip="Ouvrir le dossier" if opens else "")
        self._opens = opens
        self.skin = _NAME if opens else _NAME._replace(ink_hover="text")
        if not opens:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.unsetCursor()
        self.restyle()

    def set_name(self, name: str) -> None:
        self.setText(name)
        self.setAccessibleName(f"Ouvrir le dossier{NBSP}: {name}" if self._opens else name)
        self.updateGeometry()


def _verb(line: RendezVousLigne, *, own: bool) -> str:
    """What the button does; nothing when there is nothing to do."""
    if line.etat not in (*_SESSIONS, EtatRendezVous.ARRIVE):
        return _AGAIN
    if own:
        return _SESSIONS[line.etat]
    if line.etat not in A_VENIR:
        return ""
    arrived = line.etat is EtatRendezVous.ARRIVE
    return "Pas encore là" if arrived else agreed("Arrivé", line.patient.sexe)
