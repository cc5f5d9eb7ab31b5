"""What is left before the day is over: each thing with the place where it is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.creneaux import minutes
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.ordre_du_jour import ouvertes
from microstructure_desktop.domain.patient import Patient

from . import drafts, presences
from .access import Permission, allowed
from .fiche_forms import UnknownForm, form_of
from .journee import RendezVousLigne
from .office import Office
from .presences import EtatRendezVous
from .reunis import syntheses_lues

if TYPE_CHECKING:
    from microstructure_desktop.domain.fiche import Fiche
    from microstructure_desktop.store.work import Work


class GenreReste(StrEnum):
    PRESENCE = "presence"
    SEANCE = "seance"
    FICHE = "fiche"
    REUNION = "reunion"


@dataclass(frozen=True, slots=True)
class Reste:
    """Something to do. `cible`: the session, the form or the meeting to open.

    `heure` of an appointment without presence; `titre` of a fiche.
    """

    genre: GenreReste
    patient: Patient | None = None
    cible: str = ""
    heure: time | None = None
    titre: str = ""
    papier: bool = False


@dataclass(frozen=True, slots=True)
class FinDeJournee:
    """`passee`: the last appointment is over. `questions`: asked by the person, not answered yet;
    they go to the next meeting by themselves.
    """

    restes: tuple[Reste, ...]
    passee: bool
    questions: int

    @property
    def en_ordre(self) -> bool:
        return not self.restes


def fin_de_journee(
    work: "Work",
    office: Office,
    patients: Mapping[PatientId, Patient],
    lignes: tuple[RendezVousLigne, ...],
    le: date,
) -> FinDeJournee | None:
    """For who holds sessions; None for the others."""
    if not allowed(office.membre.role, Permission.SEANCE):
        return None
    moi = office.membre.id
    commencees = _drafts(work, office, patients)
    connues = {(r.patient.id, r.cible) for r in commencees if r.patient}
    fiches = [
        reste
        for fiche in work.fiches.all()
        if fiche.redacteur == moi and fiche.jour == le and not fiche.complete
        for reste in _fiche(work, office, fiche, patients)
        if (fiche.patient, reste.cible) not in connues
    ]
    posees = ouvertes(work.questions.all(), syntheses_lues(work))
    return FinDeJournee(
        (*_presences(lignes), *commencees, *fiches),
        _over(lignes, office.now().astimezone()),
        sum(q.membre == moi for q in posees),
    )


def _presences(lignes: tuple[RendezVousLigne, ...]) -> tuple[Reste, ...]:
    """Appointments of which nobody said whether the person came."""
    return tuple(
        Reste(GenreReste.PRESENCE, x.patient, heure=x.rendez_vous.heure)
        for x in lignes
        if x.etat in presences.A_VENIR
    )


def _drafts(
    work: "Work", office: Office, patients: Mapping[PatientId, Patient]
) -> tuple[Reste, ...]:
    genres = {
        drafts.SEANCE: GenreReste.SEANCE,
        drafts.FICHE: GenreReste.FICHE,
        drafts.SYNTHESE: GenreReste.REUNION,
    }
    return tuple(
        Reste(
            genres[d.genre],
            patients.get(d.patient) if d.patient else None,
            d.sujet,
            titre=_title(office, d.form),
            papier=d.papier,
        )
        for d in drafts.of(work, office.membre.id)
        if d.genre in genres
    )


def _fiche(
    work: "Work", office: Office, fiche: "Fiche", patients: Mapping[PatientId, Patient]
) -> tuple[Reste, ...]:
    try:
        form = form_of(office, work, fiche)
    except UnknownForm:
        return ()
    patient = patients.get(fiche.patient)
    return (Reste(GenreReste.FICHE, patient, form.id, titre=form.title),) if patient else ()


def _title(office: Office, form_id: str) -> str:
    form = office.reference.forms.get(form_id) if form_id else None
    return form.title if form is not None else ""


def _over(lignes: tuple[RendezVousLigne, ...], maintenant: datetime) -> bool:
    """Whether the last person of the day has left, or should have."""
    attendus = [x for x in lignes if x.etat not in presences.LIBERES]
    if not attendus:
        return False
    seen = all(x.etat in (EtatRendezVous.FAIT, EtatRendezVous.ABSENT) for x in attendus)
    return seen or max(x.plage.fin for x in attendus) <= minutes(maintenant.time())
