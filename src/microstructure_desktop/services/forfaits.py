"""Everybody's forfaits at a day: what is used, what will be lost, what can be billed and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.previsions import MoisPrevu, annee_prevue
from microstructure_desktop.domain.programme import Remplissage, capacite

from .access import Permission, check
from .cercle import cercle
from .decomptes import decomptes
from .forfait_lignes import ForfaitLigne, Groupe, lignes
from .forfaits_lecture import lire
from .forfaits_temps import Parts, parts
from .office import Office, today

if TYPE_CHECKING:
    from .reference import Reference


@dataclass(frozen=True, slots=True)
class Accueillis:
    """How many people a programme follows here, beside its published capacity."""

    programme: str
    remplissage: Remplissage


@dataclass(frozen=True, slots=True)
class Total:
    nombre: int
    centimes: int


@dataclass(frozen=True, slots=True)
class Tableau:
    """`fermes`: people whose records are closed to the reader, counted in the totals alone.

    `disponibles`: acts still to be done in the forfaits near their term.
    """

    le: date
    lignes: tuple[ForfaitLigne, ...]
    fermes: int
    ouverts: Total
    facturables: Total
    bloques: Total
    a_echeance: Total
    disponibles: int
    capacites: tuple[Accueillis, ...]
    montants: tuple[int, ...]
    parts: Parts

    def du_groupe(self, groupe: Groupe) -> tuple[ForfaitLigne, ...]:
        return tuple(x for x in self.lignes if groupe in x.groupes)

    @property
    def a_suivre(self) -> tuple[ForfaitLigne, ...]:
        """What is open, and what ended without being billed."""
        return tuple(x for x in self.lignes if x.ouvert or Groupe.FACTURE not in x.groupes)


@dataclass(frozen=True, slots=True)
class AnneePrevue:
    """Theoretical euros of a year, month by month."""

    annee: int
    le: date
    mois: tuple[MoisPrevu, ...]

    @property
    def commences(self) -> Total:
        return Total(
            sum(m.commences for m in self.mois), sum(m.commences_centimes for m in self.mois)
        )

    @property
    def termines(self) -> Total:
        return Total(
            sum(m.termines for m in self.mois), sum(m.termines_centimes for m in self.mois)
        )

    @property
    def prorata(self) -> int:
        return sum(m.termines_prorata for m in self.mois)


def forfaits(office: Office, le: date | None = None) -> Tableau:
    """Every forfait open since the first day of the year before; none under an alias."""
    check(office, Permission.FORFAITS)
    le = le or today(office)
    with office.store.read() as work:
        lus = lire(work, office.reference, depuis_de(le), le)
        closed = cercle(office, work)
        time = parts(work, lus.decomptes, le)
    return _tableau(
        office.reference,
        le,
        tuple(lignes(office.reference, lus, le)),
        frozenset(closed.fermes),
        time,
    )


def annee(office: Office, annee: int | None = None) -> AnneePrevue:
    """The forfaits that begin and end in a year, supposing that everybody followed today stays."""
    check(office, Permission.FORFAITS)
    le = today(office)
    wanted = annee or le.year
    premier, dernier = date(wanted, 1, 1), date(wanted, 12, 31)
    with office.store.read() as work:
        found = decomptes(work, office.reference, depuis=premier, le=le, jusqua=dernier)
    return AnneePrevue(wanted, le, annee_prevue(found, wanted, le))


def depuis_de(le: date) -> date:
    """How far back forfaits not billed yet are looked for."""
    return date(le.year - 1, 1, 1)


def _tableau(
    reference: "Reference",
    le: date,
    every: tuple[ForfaitLigne, ...],
    closed: frozenset[str],
    time: Parts,
) -> Tableau:
    def total(groupe: Groupe) -> Total:
        found = [x for x in every if groupe in x.groupes]
        return Total(len(found), sum(x.propose for x in found))

    near = [x for x in every if Groupe.ECHEANCE in x.groupes]
    hidden = {x.patient.id for x in every if x.patient.id in closed}
    opened = [x for x in every if x.ouvert]
    return Tableau(
        le,
        tuple(x for x in every if x.patient.id not in closed),
        len(hidden),
        total(Groupe.OUVERT),
        total(Groupe.FACTURABLE),
        total(Groupe.BLOQUE),
        total(Groupe.ECHEANCE),
        sum(c.reste for x in near for c in x.decompte.forfait.compteurs),
        tuple(_capacites(reference, opened)),
        tuple(sorted({x.decompte.forfait.montant_centimes for x in opened})),
        time,
    )


def _capacites(reference: "Reference", opened: list[ForfaitLigne]) -> Iterator[Accueillis]:
    for programme in reference.programmes.values():
        people = {x.patient.id for x in opened if x.decompte.cycle.programme.code == programme.code}
        found = capacite(programme, len(people))
        if found is not None and people:
            yield Accueillis(programme.libelle, found)
