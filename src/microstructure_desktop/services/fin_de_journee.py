"""What is left before the day is over: each thing with the place where it is done."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.creneaux import minutes
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.domain.patient import Patient

from . import drafts, presences
from .access import Permission, allowed
from .connus import Personnes
from .fiche_forms import UnknownForm, form_of
from .journee import RendezVousLigne
from .office import Office, today
from .presences import EtatRendezVous

if TYPE_CHECKING:
    from collections.abc import Iterable

    from microstructure_desktop.domain.consultation import Question
    from microstructure_desktop.domain.fiche import Fiche
    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.store.work import Work


DEPUIS = timedelta(days=14)
"""How long an appointment without an outcome is asked about."""
FICHES_DEPUIS = timedelta(days=366)
"""How long the fiches of somebody who is followed no more are."""


class GenreReste(StrEnum):
    PRESENCE = "presence"
    SEANCE = "seance"
    FICHE = "fiche"
    REUNION = "reunion"
    DOSSIER = "dossier"
    INSCRIPTION = "inscription"
    ADDITIF = "additif"
    AUTRE_REUNION = "autre_reunion"


_GENRES = {
    drafts.SEANCE: GenreReste.SEANCE,
    drafts.FICHE: GenreReste.FICHE,
    drafts.SYNTHESE: GenreReste.REUNION,
    drafts.PATIENT: GenreReste.DOSSIER,
    drafts.ADDITIF: GenreReste.ADDITIF,
    drafts.REUNION: GenreReste.AUTRE_REUNION,
}


@dataclass(frozen=True, slots=True)
class Reste:
    """Something to do. `cible`: the session, the form or the meeting to open.

    `heure` of an appointment without presence, and its `jour` unless it is today; `titre` of a
    fiche.
    """

    genre: GenreReste
    patient: Patient | None = None
    cible: str = ""
    heure: time | None = None
    titre: str = ""
    papier: bool = False
    jour: date | None = None


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
    patients: Personnes,
    lignes: tuple[RendezVousLigne, ...],
    posees: "Iterable[Question]",
    suivis: "Iterable[PatientId]",
) -> FinDeJournee | None:
    """For who holds sessions; None for the others.

    `posees`: the questions not answered yet. `suivis`: who is followed, whose fiches wait however
    old they are.
    """
    if not allowed(office.membre.role, Permission.SEANCE):
        return None
    moi, le = office.membre.id, today(office)
    commencees = _drafts(work, office, patients)
    connues = {(r.patient.id, r.cible) for r in commencees if r.patient}
    fiches = [
        reste
        for fiche in work.fiches.unfinished(le - FICHES_DEPUIS, suivis)
        if fiche.redacteur == moi and fiche.jour <= le
        for reste in _fiche(work, office, fiche, patients)
        if (fiche.patient, reste.cible) not in connues
    ]
    return FinDeJournee(
        (*_passees(work, moi, patients, le), *_presences(lignes), *commencees, *fiches),
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


def _passees(work: "Work", moi: MembreId, patients: Personnes, le: date) -> tuple[Reste, ...]:
    """The same of the days before, the oldest first."""
    premier, veille = le - DEPUIS, le - timedelta(days=1)
    actes = presences.actes_entre(work, premier, veille)
    return tuple(
        Reste(GenreReste.PRESENCE, patients[r.patient], heure=r.heure, jour=r.jour)
        for r in work.rendez_vous.between(premier, veille)
        if r.membre == moi
        and r.patient in patients
        and presences.etat(r, presences.acte_de(r, actes)) in presences.A_VENIR
    )


def _drafts(work: "Work", office: Office, patients: Personnes) -> tuple[Reste, ...]:
    found = (_draft(office, d, patients) for d in drafts.of(work, office.membre.id))
    return tuple(reste for reste in found if reste is not None)


def _draft(office: Office, brouillon: drafts.Brouillon, patients: Personnes) -> Reste | None:
    """None for what is no work of somebody: the place to come back to, a paper of the cabinet."""
    genre = _GENRES.get(brouillon.genre)
    patient = patients.get(brouillon.patient) if brouillon.patient else None
    if genre is GenreReste.DOSSIER and brouillon.cible == drafts.NEW:
        genre = GenreReste.INSCRIPTION
    if genre is None or (genre is GenreReste.DOSSIER and patient is None):
        return None
    titre = _title(office, brouillon.form)
    return Reste(genre, patient, brouillon.sujet, titre=titre, papier=brouillon.papier)


def _fiche(work: "Work", office: Office, fiche: "Fiche", patients: Personnes) -> tuple[Reste, ...]:
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
