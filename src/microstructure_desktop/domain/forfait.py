"""Forfait: what a patient's year includes, what is used, what is left.

Rules: design §3 of the field's texts; arrêté of 12/01/2021 modified in August 2022 for the counts
(1 long GP consultation, 6 psychologist, 7 social worker). Counts never block an entry: nothing
published says that they are caps.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from .consultation import Acte, RendezVous
from .equipe import Role
from .ids import MembreId
from .patient import Inclusion
from .periods import mois_plus_tard
from .programme import Prestation, Programme


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


def cycle(inclusion: Inclusion, programme: Programme, le: date) -> tuple[date, date]:
    """First and last day of the cycle that contains `le` (the first one before inclusion)."""
    rang = 0
    while mois_plus_tard(inclusion.debut, (rang + 1) * programme.duree_mois) <= le:
        rang += 1
    debut = mois_plus_tard(inclusion.debut, rang * programme.duree_mois)
    fin = mois_plus_tard(inclusion.debut, (rang + 1) * programme.duree_mois) - timedelta(days=1)
    return debut, fin


def imputable(acte: Acte, prestation: Prestation, programme: Programme) -> bool:
    """Kept, of the right profession and type; entourage only where the programme says so."""
    if not acte.honoree or acte.role is not prestation.role:
        return False
    if acte.entourage:
        return programme.entourage_imputable
    return acte.type in prestation.types


def forfait(
    inclusion: Inclusion,
    programme: Programme,
    actes: Iterable[Acte],
    rendez_vous: Iterable[RendezVous],
    roles: Mapping[MembreId, Role],
    *,
    le: date,
) -> Forfait | None:
    """The forfait open on `le`, or None when the programme funds none at its start.

    What was done once the episode had ended is of the next one. `roles` gives each member's role,
    to count planned appointments on the right line.
    """
    debut, fin = cycle(inclusion, programme, le)
    version = programme.version(debut)
    if version is None or not version.prestations:
        return None
    dedans = [a for a in actes if debut <= a.jour <= fin and inclusion.ouverte(a.jour)]
    prevus = [
        r
        for r in rendez_vous
        if le < r.jour <= fin and (programme.entourage_imputable or not r.entourage)
    ]
    return Forfait(
        programme.code,
        debut,
        fin,
        version.montant_centimes,
        tuple(
            Compteur(
                p.role,
                p.nombre,
                sum(imputable(a, p, programme) for a in dedans),
                sum(roles.get(r.membre) is p.role for r in prevus),
            )
            for p in version.prestations
        ),
    )
