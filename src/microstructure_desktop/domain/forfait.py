"""Forfait: what a patient's year includes, what is used, what is left.

Rules: design §3 of the field's texts; arrêté of 12/01/2021 modified in August 2022 for the counts
(1 long GP consultation, 6 psychologist, 7 social worker). Counts never block an entry: nothing
published says that they are caps.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from .consultation import Acte, RendezVous
from .equipe import CycleForfait, Role
from .ids import MembreId
from .patient import Inclusion
from .periods import mois_plus_tard
from .programme import Prestation, Programme, Version

ANNEE = 12
_JOUR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Compteur:
    """Acts of one role: included in the forfait, done, planned (future appointments)."""

    role: Role
    inclus: int
    faits: int
    planifies: int = 0

    @property
    def reste(self) -> int:
        return max(0, self.inclus - self.faits)

    @property
    def complet(self) -> bool:
        return self.faits >= self.inclus


@dataclass(frozen=True, slots=True)
class Forfait:
    """One cycle of one inclusion; `fin` is its last day. Amount in cents, per patient."""

    programme: str
    debut: date
    fin: date
    montant_centimes: int
    compteurs: tuple[Compteur, ...]

    @property
    def complet(self) -> bool:
        return bool(self.compteurs) and all(c.complet for c in self.compteurs)

    def compteur(self, role: Role) -> Compteur | None:
        return next((c for c in self.compteurs if c.role is role), None)

    def jours_restants(self, le: date) -> int:
        return max(0, (self.fin - le).days)


def bornes(
    inclusion: Inclusion,
    programme: Programme,
    rythme: CycleForfait = CycleForfait.ANNIVERSAIRE,
) -> Iterator[tuple[date, date]]:
    """First and last day of each cycle, without end; nothing else says when a cycle begins.

    By anniversary: from the inclusion, then from each anniversary, the 28th when there is no
    29 February. By civil year: from the inclusion to 31 December, then each civil year; only for
    what lasts a year.
    """
    if rythme is CycleForfait.CIVIL and programme.duree_mois == ANNEE:
        debut = inclusion.debut
        while True:
            fin = date(debut.year, 12, 31)
            yield debut, fin
            debut = fin + _JOUR
    rang, debut = 0, inclusion.debut
    while True:
        rang += 1
        suivant = mois_plus_tard(inclusion.debut, rang * programme.duree_mois)
        yield debut, suivant - _JOUR
        debut = suivant


def imputable(acte: Acte, prestation: Prestation, programme: Programme) -> bool:
    """Kept, of the right profession and type; entourage only where the programme says so."""
    if not acte.honoree or acte.role is not prestation.role:
        return False
    if acte.entourage:
        return programme.entourage_imputable
    return acte.type in prestation.types


def compteurs(
    programme: Programme,
    version: Version,
    actes: Iterable[Acte],
    rendez_vous: Iterable[RendezVous],
    roles: Mapping[MembreId, Role],
) -> tuple[Compteur, ...]:
    """One counter by line of the forfait, from the acts and appointments of its days.

    `roles` gives each member's role, to count appointments on the right line.
    """
    dedans = list(actes)
    prevus = [r for r in rendez_vous if programme.entourage_imputable or not r.entourage]
    return tuple(
        Compteur(
            p.role,
            p.nombre,
            sum(imputable(a, p, programme) for a in dedans),
            sum(roles.get(r.membre) is p.role for r in prevus),
        )
        for p in version.prestations
    )
