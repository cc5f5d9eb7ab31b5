"""AppointmentMenu: what can be done about an appointment, by its state and the role."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import SOIGNANTS
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.services.corbeille import GENRES
from microstructure_desktop.services.presences import A_VENIR, EtatRendezVous
from microstructure_desktop.ui.texts import agreed

if TYPE_CHECKING:
    from microstructure_desktop.domain.consultation import RendezVous
    from microstructure_desktop.domain.equipe import Membre
    from microstructure_desktop.domain.patient import Patient

CANCEL = "Annuler le rendez-vous"
REASONS = (
    ("Sans motif", ""),
    *((words, words) for words in GENRES["rendez_vous"].motifs),
)
_LATER = (
    EtatRendezVous.EXCUSE,
    EtatRendezVous.ABSENT,
    EtatRendezVous.ANNULE,
    EtatRendezVous.REPORTE,
)


class Appointment(Protocol):
    """A line of the agenda, or of the day."""

    @property
    def rendez_vous(self) -> "RendezVous": ...
    @property
    def patient(self) -> "Patient": ...
    @property
    def membre(self) -> "Membre": ...
    @property
    def etat(self) -> EtatRendezVous: ...


@dataclass(frozen=True, slots=True)
class Rights:
    """What one person may do about one appointment on a day."""

    recevoir: bool
    accueillir: bool
    changer: bool
    replanifier: bool
    corriger: bool
    ouvrir: bool


def rights(found: Appointment, moi: "Membre", aujourdhui: date) -> Rights:
    """By whose it is, whether it is over, and what the role reads."""
    mine = found.membre.id == moi.id
    writes = allowed(moi.role, Permission.ECRIRE_AGENDA) and (mine or moi.role not in SOIGNANTS)
    today = found.rendez_vous.jour == aujourdhui
    waiting = found.etat in A_VENIR
    return Rights(
        recevoir=mine and today and found.etat in (*A_VENIR, EtatRendezVous.EN_COURS),
        accueillir=writes and today and waiting,
        changer=writes and waiting,
        replanifier=writes and found.etat in _LATER,
        corriger=mine and found.etat not in (*A_VENIR, EtatRendezVous.EN_COURS),
        ouvrir=allowed(moi.role, Permission.CLINIQUE),
    )


class AppointmentMenu(QMenu):
    """Signals:
    begin_chosen, correct_chosen, open_chosen, arrival_chosen, move_chosen, again_chosen: asked.
    absence_chosen: Issue of somebody who did not come.
    cancel_chosen: why, or nothing.
    """

    begin_chosen = Signal()
    correct_chosen = Signal()
    open_chosen = Signal()
    arrival_chosen = Signal()
    absence_chosen = Signal(object)
    move_chosen = Signal()
    again_chosen = Signal()
    cancel_chosen = Signal(str)

    def __init__(self, parent: QWidget, found: Appointment, may: Rights) -> None:
        super().__init__(parent)
        sexe = found.patient.sexe
        if may.recevoir:
            going_on = found.etat is EtatRendezVous.EN_COURS
            words = "Continuer la séance" if going_on else "Commencer la séance"
            self._add(words, self.begin_chosen.emit)
        if may.accueillir:
            arrived = found.etat is EtatRendezVous.ARRIVE
            here = "Pas encore là" if arrived else f"{agreed('Arrivé', sexe)}"
            self._add(here, self.arrival_chosen.emit)
        if may.recevoir and may.changer:
            self._add_absences(sexe)
        if may.changer:
            self.addSeparator()
            self._add("Déplacer…", self.move_chosen.emit)
            self._add_cancelling()
        if may.replanifier:
            self._add("Replanifier…", self.again_chosen.emit)
        if may.corriger:
            self._add("Voir la séance", self.correct_chosen.emit)
        if may.ouvrir:
            self.addSeparator()
            self._add("Ouvrir le dossier", self.open_chosen.emit)

    def _add_absences(self, sexe: str) -> None:
        absent = agreed("Absent", sexe)
        for issue, words in (
            (Issue.ABSENT_EXCUSE, f"{absent}, {agreed('excusé', sexe)}"),
            (Issue.ABSENT_NON_EXCUSE, f"{absent}, sans prévenir"),
        ):
            self._add(words, partial(self.absence_chosen.emit, issue))

    def _add_cancelling(self) -> None:
        """A reason is one more key, and may be left out."""
        self.cancel_menu = self.addMenu(CANCEL)
        for words, reason in REASONS:
            action = self.cancel_menu.addAction(words)
            action.triggered.connect(partial(self.cancel_chosen.emit, reason))

    def _add(self, words: str, action: object) -> None:
        self.addAction(words).triggered.connect(action)
