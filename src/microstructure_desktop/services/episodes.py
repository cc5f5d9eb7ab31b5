"""Episodes: each follow-up of one person, year by year, and the change of programme."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import Acte
from microstructure_desktop.domain.decompte import Decompte
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.facturation import Facturation
from microstructure_desktop.domain.forfait import Forfait, bornes
from microstructure_desktop.domain.ids import InclusionId, PatientId, new_id
from microstructure_desktop.domain.patient import Inclusion
from microstructure_desktop.domain.programme import Programme
from microstructure_desktop.french import numeric_date

from . import drafts
from .access import Permission, allowed, check
from .decomptes import decomptes_de, regles_of
from .office import Office, today
from .patients import Formulaire, NotIncludable, check_programme
from .reunis import courant, syntheses_lues
from .suivi import courante

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from microstructure_desktop.store.work import Work

CHANGEMENT = "CHANGEMENT_PROGRAMME"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Annee:
    """One year of an episode, or the whole of it when nothing is counted; minutes of the team.

    `decompte`: its forfait counted; `facturations`: what was billed of it, taken back or not, for
    who reads that.
    """

    debut: date
    fin: date
    forfait: Forfait | None
    concertation: int = 0
    psychiatre: int = 0
    decompte: Decompte[Acte] | None = None
    facturations: tuple[Facturation, ...] = ()

    def couvre(self, jour: date) -> bool:
        return self.debut <= jour <= self.fin


@dataclass(frozen=True, slots=True)
class Episode:
    """One follow-up. `annees`: oldest first, at least one. `avant`: the end of the one before."""

    inclusion: Inclusion
    programme: Programme | None
    annees: tuple[Annee, ...]
    avant: date | None = None

    def couvre(self, jour: date) -> bool:
        return self.inclusion.ouverte(jour)


def episodes(office: Office, patient_id: PatientId) -> tuple[Episode, ...]:
    """Every follow-up, oldest first. Counts are of all that was done, whoever may read it."""
    check(office, Permission.CLINIQUE)
    le = today(office)
    with office.store.read() as work:
        patient_id = courant(work, patient_id)
        inclusions = work.inclusions.of(patient_id)
        actes = work.queries.acts_of(patient_id)
        spent = _concertation(work, patient_id)
        counting = _Counting(office, work, patient_id, inclusions, actes)
        made = tuple(_episode(office, i, counting, spent, le) for i in inclusions)
    return tuple(_after(made))


def change_programme(
    office: Office, inclusion_id: InclusionId, *, programme: str, le: date
) -> Inclusion:
    """End an episode on the eve, and open the next one that day, in one transaction.

    Raises:
        NotIncludable: the day is not after the inclusion or is to come, the episode has ended, or
            the programme refuses this person.
        AliasNotFunded: the programme pays for a person identified.
    """
    check(office, Permission.INCLUSION)
    with office.store.begin(office.membre.id, office.now()) as work:
        known = work.inclusions.get(inclusion_id)
        _check_change(known, programme, le, today(office))
        check_programme(office.reference, work.patients.get(known.patient), programme, le)
        work.inclusions.save(replace(known, fin=le - _DAY, motif_sortie=CHANGEMENT))
        made = Inclusion(
            InclusionId(new_id()), known.patient, programme, le, orienteur=known.orienteur
        )
        work.inclusions.save(made)
        subject = Formulaire.PROGRAMME.sujet(known.patient)
        work.drafts.drop(drafts.key(drafts.PATIENT, subject), office.membre.id)
    return made


class _Counting:
    """What the forfaits of one person are counted from; each act is of one follow-up alone."""

    def __init__(
        self,
        office: Office,
        work: "Work",
        patient_id: PatientId,
        inclusions: list[Inclusion],
        actes: "Sequence[Acte]",
    ) -> None:
        self.actes = actes
        self._reference = office.reference
        self._inclusions = inclusions
        self._rythme = regles_of(work).cycle
        planned, le = work.rendez_vous.of(patient_id), today(office)
        found = decomptes_de(work, office.reference, patient_id, actes, planned, le)
        self._decomptes = {(d.cycle.inclusion.id, d.cycle.debut): d for d in found}
        reads = allowed(office.membre.role, Permission.FORFAITS)
        self._factures = work.facturations.of(patient_id) if reads else []

    def forfait(self, inclusion: Inclusion, debut: date) -> Forfait | None:
        """Of the year begun that day; None when no act of it is counted."""
        found = self._decomptes.get((inclusion.id, debut))
        return found.forfait if found is not None and found.compte else None

    def annee(self, inclusion: Inclusion, annee: Annee) -> Annee:
        """With what its forfait is worth and what was billed of it."""
        if annee.forfait is None:
            return annee
        billed = (f for f in self._factures if f.inclusion == inclusion.id)
        return replace(
            annee,
            decompte=self._decomptes.get((inclusion.id, annee.debut)),
            facturations=tuple(f for f in billed if f.debut <= annee.fin and annee.debut <= f.fin),
        )

    def minutes(
        self, inclusion: Inclusion, spent: list[tuple[date, int]]
    ) -> list[tuple[date, int]]:
        """What was spent during a follow-up; on the day of a change, it is of the new one."""
        mine = [(jour, n) for jour, n in spent if inclusion.ouverte(jour)]
        return [(jour, n) for jour, n in mine if courante(self._inclusions, jour) is inclusion]

    def annees(self, inclusion: Inclusion, last: date) -> "Iterator[tuple[date, date]]":
        """First and last day of each cycle begun by then."""
        years = bornes(inclusion, self._reference.programmes[inclusion.programme], self._rythme)
        return takewhile(lambda year: year[0] <= last, years)


def _episode(
    office: Office,
    inclusion: Inclusion,
    counting: _Counting,
    spent: list[tuple[date, int]],
    le: date,
) -> Episode:
    last = le if inclusion.fin is None else min(le, inclusion.fin)
    programme = office.reference.programmes.get(inclusion.programme)
    years = list(counting.annees(inclusion, last)) if programme is not None else []
    counted = [(y, counting.forfait(inclusion, y[0])) for y in years]
    if not any(forfait for _, forfait in counted):
        counted = [((inclusion.debut, max(last, inclusion.debut)), None)]
    psychiatre = [
        (a.jour, a.duree) for a in counting.actes if a.role is Role.PSYCHIATRE and a.honoree
    ]
    spent, psychiatre = counting.minutes(inclusion, spent), counting.minutes(inclusion, psychiatre)
    annees = tuple(
        counting.annee(
            inclusion,
            Annee(debut, fin, forfait, _within(spent, debut, fin), _within(psychiatre, debut, fin)),
        )
        for (debut, fin), forfait in counted
    )
    return Episode(inclusion, programme, annees)


def _concertation(work: "Work", patient_id: PatientId) -> list[tuple[date, int]]:
    """Days and minutes of the closed meetings spent on somebody."""
    return [(s.jour, s.concertation(patient_id)) for s in syntheses_lues(work)]


def _within(spent: list[tuple[date, int]], debut: date, fin: date) -> int:
    return sum(minutes for jour, minutes in spent if debut <= jour <= fin)


def _after(made: tuple[Episode, ...]) -> "Iterator[Episode]":
    """Each with the end of the one before it."""
    yield from made[:1]
    for before, episode in pairwise(made):
        yield replace(episode, avant=before.inclusion.fin)


def _check_change(known: Inclusion, programme: str, le: date, aujourdhui: date) -> None:
    if known.fin is not None:
        raise NotIncludable(
            "Ce suivi est déjà terminé.", "Ouvrez le nouveau par « Inclure dans un programme »."
        )
    if programme == known.programme:
        raise NotIncludable("C’est déjà le programme suivi.", "Choisissez-en un autre.")
    if le <= known.debut:
        raise NotIncludable(
            f"Le changement doit suivre l’inclusion du {numeric_date(known.debut)}.",
            "Si le programme était une erreur, annulez plutôt l’inclusion.",
        )
    if le > aujourdhui:
        raise NotIncludable("Le changement doit être aujourd’hui ou avant.")
