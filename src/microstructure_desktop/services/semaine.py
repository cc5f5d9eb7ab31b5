"""One week of the cabinet: appointments, permanences, absences, holidays and the meeting."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import RendezVous
from microstructure_desktop.domain.creneaux import Plage
from microstructure_desktop.domain.equipe import SOIGNANTS, Membre
from microstructure_desktop.domain.feries import ferie
from microstructure_desktop.domain.ids import MembreId, PatientId, SyntheseId
from microstructure_desktop.domain.patient import Patient

from . import drafts, presences
from .access import Permission, check
from .conflits import FERIES
from .horaires import Horaires, horaires
from .office import Office, today
from .presences import Actes, EtatRendezVous

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

JOURS = 6
LUNDI_AU_SAMEDI = timedelta(days=JOURS - 1)
OUVERTURE, FERMETURE = 9 * 60, 18 * 60
"""What is shown of a day at least."""


@dataclass(frozen=True, slots=True)
class RendezVousAgenda:
    """One appointment as the agenda shows it: nothing about care."""

    rendez_vous: RendezVous
    patient: Patient
    membre: Membre
    etat: EtatRendezVous

    @property
    def plage(self) -> Plage:
        return Plage.de(self.rendez_vous.heure, self.rendez_vous.duree)


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody receives, or would have: `absent` strikes it out."""

    membre: Membre
    plage: Plage
    absent: bool = False


@dataclass(frozen=True, slots=True)
class ReunionAgenda:
    id: SyntheseId
    plage: Plage


@dataclass(frozen=True, slots=True)
class JourAgenda:
    """`ferie` is the name of the holiday, or nothing; `absents` are away that day."""

    jour: date
    ferie: str
    rendez_vous: tuple[RendezVousAgenda, ...]
    presences: tuple[Presence, ...]
    absents: tuple[Membre, ...]
    reunion: ReunionAgenda | None


@dataclass(frozen=True, slots=True)
class Semaine:
    """Monday to Saturday. `membre`: whose agenda; None for the whole team's.

    `ouverte`: the hours to show. `durees`: minutes of a usual session, by professional.
    """

    lundi: date
    aujourdhui: date
    membre: MembreId | None
    membres: tuple[Membre, ...]
    jours: tuple[JourAgenda, ...]
    ouverte: Plage
    durees: dict[MembreId, int]

    @property
    def rendez_vous(self) -> tuple[RendezVousAgenda, ...]:
        return tuple(r for jour in self.jours for r in jour.rendez_vous)


def lundi_de(jour: date) -> date:
    """The Monday of a day's week; a Sunday opens on the next one, where work is."""
    if jour.weekday() == JOURS:
        return jour + timedelta(days=1)
    return jour - timedelta(days=jour.weekday())


def semaine(office: Office, lundi: date, membre: MembreId | None = None) -> Semaine:
    """Whatever has been written down for a week."""
    check(office, Permission.AGENDA)
    with office.store.read() as work:
        membres = work.equipe.all()
        montres = {m.id: m for m in membres if membre in (None, m.id)}
        lecture = _Lecture(work, office, lundi, montres)
        jours = tuple(lecture.jour(lundi + timedelta(days=n)) for n in range(JOURS))
    actifs = tuple(m for m in membres if _receives(m))
    durees = {m.id: office.reference.seuils.duree_seance(m.role) for m in actifs}
    return Semaine(lundi, today(office), membre, actifs, jours, _ouverte(jours), durees)


class _Lecture:
    """What one reading of the store knows of a week."""

    def __init__(
        self, work: "Work", office: Office, lundi: date, membres: dict[MembreId, Membre]
    ) -> None:
        dernier = lundi + LUNDI_AU_SAMEDI
        self._work = work
        self._membres = membres
        self._temps: Horaires = horaires(work)
        self._actes: Actes = presences.actes_entre(work, lundi, dernier)
        self._patients = {p.id: p for p in work.patients.all()}
        self._prevus = [
            r
            for r in work.rendez_vous.between(lundi, dernier)
            if r.membre in membres and r.patient in self._patients  # a record may be taken back
        ]
        self._reunions = {s.jour: s for s in work.syntheses.all()}
        self._duree_reunion = office.reference.seuils.reunion_minutes
        self._commences = _begun(work, office)
        self._moi = office.membre.id
        self._le = today(office)

    def jour(self, le: date) -> JourAgenda:
        fete = ferie(le)
        return JourAgenda(
            le,
            FERIES[fete] if fete is not None else "",
            tuple(self._ligne(r) for r in self._prevus if r.jour == le),
            self._presences(le),
            tuple(m for m in self._la(le) if self._temps.absent(m.id, le)),
            self._reunion(le),
        )

    def _ligne(self, rdv: RendezVous) -> RendezVousAgenda:
        acte = presences.acte_de(rdv, self._actes)
        ici = rdv.membre == self._moi and rdv.jour == self._le
        etat = presences.etat(rdv, acte, en_cours=ici and rdv.patient in self._commences)
        return RendezVousAgenda(rdv, self._patients[rdv.patient], self._membres[rdv.membre], etat)

    def _presences(self, le: date) -> tuple[Presence, ...]:
        return tuple(
            Presence(m, plage, self._temps.absent(m.id, le))
            for m in self._la(le)
            for plage in self._temps.prevues(m.id, le)
            if ferie(le) is None
        )

    def _la(self, le: date) -> list[Membre]:
        """Who may be there: the past keeps those who receive nobody any more."""
        return [m for m in self._membres.values() if le < self._le or _receives(m)]

    def _reunion(self, le: date) -> ReunionAgenda | None:
        found = self._reunions.get(le)
        if found is None:
            return None
        plage = Plage.de(found.debut, self._duree_reunion)
        if found.fin is not None and found.fin > found.debut:
            plage = Plage.entre(found.debut, found.fin)
        return ReunionAgenda(found.id, plage)


def _receives(membre: Membre) -> bool:
    return membre.actif and membre.role in SOIGNANTS


def _begun(work: "Work", office: Office) -> frozenset[PatientId]:
    """With whom the person has begun a session today; one left from another day is only a text."""
    return frozenset(
        d.patient
        for d in drafts.of(work, office.membre.id)
        if d.genre == drafts.SEANCE
        and d.patient is not None
        and d.at.astimezone().date() == today(office)
    )


def _ouverte(jours: tuple[JourAgenda, ...]) -> Plage:
    """Whole hours that hold everything there is."""
    plages = [
        *(p.plage for jour in jours for p in jour.presences),
        *(r.plage for jour in jours for r in jour.rendez_vous),
        *(jour.reunion.plage for jour in jours if jour.reunion is not None),
    ]
    debut = min([OUVERTURE, *(p.debut for p in plages)])
    fin = max([FERMETURE, *(p.fin for p in plages)])
    return Plage(debut // 60 * 60, -(-fin // 60) * 60)
