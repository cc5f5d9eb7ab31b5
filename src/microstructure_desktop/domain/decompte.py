"""Decompte: one forfait counted, the state it is in, and what it is worth in theory."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from .consultation import Acte, RendezVous
from .cycles import Cycle, attribue, du_jour, par_personne, tous_les_cycles
from .equipe import CycleForfait, Role
from .forfait import Forfait, compteurs
from .ids import InclusionId, MembreId
from .patient import Inclusion
from .programme import Programme

A = TypeVar("A", bound=Acte)


class EtatForfait(StrEnum):
    """The two last are what the cabinet wrote about its billing; the others are counted."""

    NON_OUVERT = "NON_OUVERT"
    OUVERT = "OUVERT"
    EN_COURS = "EN_COURS"
    COMPLET = "COMPLET"
    DEPASSE = "DEPASSE"
    CLOS_INCOMPLET = "CLOS_INCOMPLET"
    FACTURE = "FACTURE"
    ANNULE = "ANNULE"


@dataclass(frozen=True, slots=True)
class Du:
    """What a forfait is worth in theory, in cents: whole, and for the days that were followed.

    Nothing published says which of the two is paid after an exit before term.
    """

    entier: int
    prorata: int
    jours: int
    jours_cycle: int

    @property
    def differe(self) -> bool:
        return self.entier != self.prorata


@dataclass(frozen=True, slots=True)
class Decompte(Generic[A]):
    """`imputes`: the acts that count, in the order of their days. `rencontres`: kept acts with the
    person in those days, whatever counts.
    """

    cycle: Cycle
    forfait: Forfait
    imputes: tuple[A, ...]
    rencontres: int

    @property
    def compte(self) -> bool:
        """Whether the number of acts of this forfait is published."""
        return bool(self.forfait.compteurs)

    @property
    def au_dela(self) -> tuple[A, ...]:
        """The acts beyond what the forfait includes, the latest of each profession."""
        places = {c.role: c.inclus for c in self.forfait.compteurs}
        beyond = []
        for acte in self.imputes:
            places[acte.role] -= 1
            if places[acte.role] < 0:
                beyond.append(acte)
        return tuple(beyond)

    def a_echeance(self, le: date, jours: int) -> bool:
        """Whether it ends within so many days with acts left to be done."""
        near = self.cycle.ouvert(le) and (self.cycle.fin - le).days <= jours
        return near and not self.forfait.complet

    def etat(self, le: date, *, facture: bool = False, annule: bool = False) -> EtatForfait:
        """The state on a day; what was written about its billing comes first.

        Complete: every counter has reached what is included; beyond: complete, and one has passed
        it. Acts beyond on one line do not make up for what is missing on another. When nothing
        published says how many acts there are, the term completes it, if the person was ever met.
        """
        if annule:
            return EtatForfait.ANNULE
        if facture:
            return EtatForfait.FACTURE
        if le < self.cycle.debut:
            return EtatForfait.NON_OUVERT
        clos = le > self.cycle.fin
        if self.forfait.complet:
            return EtatForfait.DEPASSE if self.au_dela else EtatForfait.COMPLET
        if clos:
            whole = not self.compte and self.rencontres and not self.cycle.ecourte
            return EtatForfait.COMPLET if whole else EtatForfait.CLOS_INCOMPLET
        begun = self.imputes if self.compte else self.rencontres
        return EtatForfait.EN_COURS if begun else EtatForfait.OUVERT

    def du(self) -> Du:
        """Pro rata: amount × days followed / days of the cycle, a half cent rounded up."""
        jours = self.cycle.jours(self.cycle.debut, self.cycle.terme)
        return Du(self.forfait.montant_centimes, self.prorata(jours), jours, self._jours)

    def prorata(self, jours: int) -> int:
        montant = self.forfait.montant_centimes
        return (2 * montant * jours + self._jours) // (2 * self._jours)

    @property
    def _jours(self) -> int:
        return (self.cycle.terme - self.cycle.debut).days + 1


def tous_les_forfaits(  # noqa: PLR0913 -- what counts, when, and for whom
    inclusions: Iterable[Inclusion],
    programmes: Mapping[str, Programme],
    actes: Iterable[A],
    rendez_vous: Iterable[RendezVous] = (),
    roles: Mapping[MembreId, Role] | None = None,
    *,
    le: date,
    depuis: date = date.min,
    jusqua: date | None = None,
    rythme: CycleForfait = CycleForfait.ANNIVERSAIRE,
) -> tuple[Decompte[A], ...]:
    """Every forfait of whoever is given, in the order of the inclusions.

    Those begun by `le`, or by `jusqua` with the years to come of those still followed; not those
    ended before `depuis`. All the acts of their days are to be given. Each counts in one forfait
    at most. An appointment is planned in the forfait of its day, after `le` and before the exit.
    """
    tous = tous_les_cycles(inclusions, programmes, jusqua or le, rythme)
    siens = par_personne(tous)
    faits: dict[_Cle, list[A]] = defaultdict(list)
    for acte in sorted(actes, key=lambda a: a.jour):
        found = attribue(acte, siens.get(acte.patient, ()))
        if found is not None:
            faits[_cle(found)].append(acte)
    prevus: dict[_Cle, list[RendezVous]] = defaultdict(list)
    for venue in rendez_vous:
        found = du_jour(siens.get(venue.patient, ()), venue.jour)
        if venue.jour > le and found is not None:
            prevus[_cle(found)].append(venue)
    return tuple(
        _decompte(c, faits.get(_cle(c), ()), prevus.get(_cle(c), ()), roles or {})
        for c in tous
        if c.fin >= depuis
    )


def du_suivi(siens: Iterable[Decompte[A]], inclusion: Inclusion | None, le: date) -> Forfait | None:
    """The forfait of the year under way of a follow-up, of its last one when it has ended.

    None when no act of it is counted.
    """
    if inclusion is None:
        return None
    jour = min(le, inclusion.fin or le)
    mine = (d for d in siens if d.cycle.inclusion.id == inclusion.id and d.cycle.ouvert(jour))
    return next((d.forfait for d in mine if d.compte), None)


def de_l_acte(siens: Sequence[Decompte[A]], le: date) -> Forfait | None:
    """The forfait of one person in which an act of that day is looked for; None: it counts none."""
    found = du_jour((d.cycle for d in siens), le)
    return next((d.forfait for d in siens if d.cycle is found and d.compte), None)


_Cle = tuple[InclusionId, date]


def _cle(cycle: Cycle) -> _Cle:
    return cycle.inclusion.id, cycle.debut


def _decompte(
    cycle: Cycle, actes: Sequence[A], prevus: Sequence[RendezVous], roles: Mapping[MembreId, Role]
) -> Decompte[A]:
    return Decompte(
        cycle,
        Forfait(
            cycle.programme.code,
            cycle.debut,
            cycle.terme,
            cycle.version.montant_centimes,
            compteurs(cycle.programme, cycle.version, actes, prevus, roles),
        ),
        tuple(a for a in actes if cycle.impute(a)),
        sum(a.honoree and not a.sans_patient for a in actes),
    )
