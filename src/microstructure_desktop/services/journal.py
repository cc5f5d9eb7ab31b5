"""The access log: note what is opened, printed or taken out, and read it within one's rights."""

import logging
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import CONSERVATION, Acces, Action, Filtre, Purge
from microstructure_desktop.domain.ids import BrisDeGlaceId, MembreId, PatientId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.errors import AppError
from microstructure_desktop.store.failures import RecordMissing

from . import archives, attempts
from .access import Permission, allowed, check
from .journal_words import what
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

log = logging.getLogger(__name__)
ONE_OPENING = timedelta(minutes=30)
"""Going back and forth, or reading again after a change, is the same opening."""
DU_DOSSIER = frozenset(
    {Action.OUVERTURE_DOSSIER, Action.OUVERTURE_FICHE, Action.OUVERTURE_DOCUMENT}
)
PAGE = 200
FOUND = 50
"""People that a search of the log may be about: beyond, what was typed says nothing."""


@dataclass(frozen=True, slots=True)
class Demande:
    """What to look for; `texte` finds people as the search does, `patient` is one of them."""

    membre: MembreId | None = None
    patient: PatientId | None = None
    texte: str = ""
    action: Action | None = None
    du: date | None = None
    au: date | None = None


@dataclass(frozen=True, slots=True)
class Ligne:
    """One access in words; `patient` None when it is about nobody, or about somebody unknown.

    `motif`: the reason typed, from the log or from the record that holds it.
    """

    acces: Acces
    le: datetime
    qui: str
    patient: Patient | None
    quoi: str
    motif: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Lines, the latest first; `suite` when there are others before them.

    `patient`: the one person they are about, when the request is about one. `tout`: everybody's
    lines, not only those of the person at the keyboard.
    """

    lignes: tuple[Ligne, ...]
    suite: bool
    patient: Patient | None
    tout: bool


@dataclass(frozen=True, slots=True)
class Etat:
    """`probleme`: what is wrong with the log, as a sentence. `purge`: what was removed last."""

    probleme: str | None
    purge: Purge | None


@dataclass(frozen=True, slots=True)
class Personne:
    """Somebody of the team, in the filter."""

    id: MembreId
    nom: str


def note(
    place: "Office | Work",
    action: Action,
    *,
    patient: PatientId | None = None,
    objet: str = "",
    detail: str = "",
    motif: str = "",
) -> None:
    """Add a line: in the transaction of what is done, else in one of its own.

    Alone, it never fails: what a full disk refuses waits for the next line.
    """
    if isinstance(place, Office):
        at, who = place.now(), place.membre.id
        place.store.log(Acces(at, who, action, patient, objet, detail, motif))
    else:
        place.acces.note(action, patient=patient, objet=objet, detail=detail, motif=motif)


def opened(
    office: Office,
    action: Action,
    *,
    patient: PatientId | None = None,
    objet: str = "",
    detail: str = "",
) -> None:
    """Note that something is on screen, once for one opening. Every action that reads calls it.

    Raises:
        DossierArchive: it is about somebody whose record is in the archive, and nobody said why.
    """
    if patient is not None and action in DU_DOSSIER:
        archives.check_open(office, patient)
    acces = Acces(office.now(), office.membre.id, action, patient, objet, detail)
    with office.store.read() as work:
        known = work.acces.lately(acces, ONE_OPENING)
    if not known:
        office.store.log(acces)


def begin_session(office: Office) -> None:
    """Note who came in and the passphrases refused before, and let go of what is a year old."""
    at, failures = office.now(), attempts.read(office.home)
    try:
        with office.store.begin(office.membre.id, at) as work:
            known = {m.id for m in work.equipe.all()}
            for one in failures:
                if one.membre in known and one.at <= at:
                    work.acces.append(Acces(one.at, one.membre, Action.ECHEC_CONNEXION))
            work.acces.note(Action.CONNEXION)
            work.acces.prune(at - CONSERVATION)
    except AppError as problem:
        # A full disk keeps nobody out; the failed attempts stay in their file.
        log.warning("session not logged yet: %s", type(problem).__name__)
        note(office, Action.CONNEXION)
    else:
        attempts.forget(office.home)


def read(office: Office, demande: Demande, after: Ligne | None = None) -> Page:
    """A page of the log: everybody's for who may read it all, else one's own actions."""
    check(office, Permission.JOURNAL_SIEN)
    tout = allowed(office.membre.role, Permission.JOURNAL_TOUT)
    concerned = _concerned(office, demande)
    with office.store.read() as work:
        filtre = _filtre(work, demande, concerned)
        if not tout:
            filtre = replace(filtre, membre=office.membre.id)
        found = work.acces.page(filtre, after.acces if after else None, PAGE + 1)
        names = _Names(work)
        lignes = tuple(names.ligne(acces) for acces in found[:PAGE])
        one = names.patient(concerned[0]) if concerned and len(concerned) == 1 else None
    return Page(lignes, len(found) > PAGE, one, tout)


def state(office: Office) -> Etat:
    """Whether the log is intact: every line of it is checked."""
    check(office, Permission.JOURNAL_SIEN)
    problem = office.store.check_log()
    with office.store.read() as work:
        return Etat(problem, work.acces.purge())


def people(office: Office) -> tuple[Personne, ...]:
    """Whose actions the person may ask for."""
    check(office, Permission.JOURNAL_SIEN)
    if not allowed(office.membre.role, Permission.JOURNAL_TOUT):
        return (Personne(office.membre.id, office.membre.nom_complet),)
    with office.store.read() as work:
        team = sorted(work.equipe.all(), key=lambda m: (m.nom.casefold(), m.prenom.casefold()))
    return tuple(Personne(m.id, m.nom_complet) for m in team)


class _Names:
    """The people of a page, each read once."""

    def __init__(self, work: "Work") -> None:
        self._work = work
        self._team = {m.id: m for m in work.equipe.all()}
        self._patients: dict[PatientId, Patient | None] = {}

    def patient(self, patient_id: PatientId) -> Patient | None:
        if patient_id not in self._patients:
            try:
                self._patients[patient_id] = self._work.patients.get(patient_id)
            except RecordMissing:
                self._patients[patient_id] = None
        return self._patients[patient_id]

    def ligne(self, acces: Acces) -> Ligne:
        who = self._team.get(acces.membre)
        name = who.nom_complet if who else "Personne inconnue"
        patient = self.patient(acces.patient) if acces.patient else None
        said = acces.motif or self._bris_de_glace(acces)
        return Ligne(acces, acces.at.astimezone(), name, patient, what(acces), said)

    def _bris_de_glace(self, acces: Acces) -> str:
        """Why an objection was passed over, for as long as the record is there."""
        if acces.action is not Action.BRIS_DE_GLACE:
            return ""
        try:
            return self._work.bris_de_glace.get(BrisDeGlaceId(acces.objet)).motif
        except RecordMissing:
            return ""


def _concerned(office: Office, demande: Demande) -> tuple[PatientId, ...] | None:
    """Whom the request is about; None for everybody."""
    if demande.patient is not None:
        return (demande.patient,)
    if not demande.texte.strip():
        return None
    from .recherche import search

    return tuple(ligne.id for ligne in search(office, demande.texte)[:FOUND])


def _filtre(work: "Work", demande: Demande, concerned: tuple[PatientId, ...] | None) -> Filtre:
    patients = concerned
    objets: tuple[str, ...] = ()
    if concerned is not None:
        patients = _with_absorbed(work, concerned)
        objets = _meetings(work, patients)
    debut = _midnight(demande.du) if demande.du else None
    fin = _midnight(demande.au + timedelta(days=1)) if demande.au else None
    return Filtre(demande.membre, patients, objets, demande.action, debut, fin)


def _with_absorbed(work: "Work", kept: tuple[PatientId, ...]) -> tuple[PatientId, ...]:
    """With the records that became part of theirs, one after the other."""
    into = {p.id: p.absorbe_par for p in work.patients.all() if p.absorbe_par is not None}
    found = set(kept)
    while more := {gone for gone, whole in into.items() if whole in found} - found:
        found |= more
    return tuple(sorted(found))


def _meetings(work: "Work", patients: tuple[PatientId, ...]) -> tuple[str, ...]:
    """The meetings where they were discussed: who reads the minutes reads about them."""
    return tuple(
        s.id for s in work.syntheses.all() if any(x.patient in patients for x in s.situations)
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone()
