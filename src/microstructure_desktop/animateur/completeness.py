"""Who sent what: structures by months, and how complete a month is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from . import awaited
from .model import EtatPaquet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from microstructure_desktop.domain.periods import Mois

    from .model import Paquet, Structure
    from .sql.work import Work


class EtatCase(StrEnum):
    """A month of a structure, as it stands today.

    `hors`: nothing is awaited. `attendu`: the month is over and not due yet. `corrige`: received
    more than once. `quarantaine`: something came, and was refused.
    """

    HORS = "hors"
    ATTENDU = "attendu"
    RECU = "recu"
    CORRIGE = "corrige"
    QUARANTAINE = "quarantaine"
    MANQUANT = "manquant"


ICI = frozenset({EtatCase.RECU, EtatCase.CORRIGE})


@dataclass(frozen=True, slots=True)
class Case:
    """`version`: how many bundles came for this month. `paquet`: the one that counts.

    `chaine`: it corrects a bundle that never came.
    """

    mois: Mois
    etat: EtatCase
    version: int = 0
    paquet: Paquet | None = None
    chaine: bool = False


@dataclass(frozen=True, slots=True)
class LigneTableau:
    """`trous`: the numbers never received below the last one; some may have been cancelled."""

    structure: Structure
    cases: tuple[Case, ...]
    trous: tuple[int, ...]

    @property
    def manquants(self) -> tuple[Mois, ...]:
        """What a reminder asks for: late, or refused and to be sent again."""
        late = {EtatCase.MANQUANT, EtatCase.QUARANTAINE}
        return tuple(case.mois for case in self.cases if case.etat in late)


@dataclass(frozen=True, slots=True)
class Tableau:
    """Structures in rows, months in columns, the earliest first."""

    mois: tuple[Mois, ...]
    lignes: tuple[LigneTableau, ...]


@dataclass(frozen=True, slots=True)
class Completude:
    """How many of the structures awaited are in a figure."""

    recues: int
    attendues: int

    @property
    def complete(self) -> bool:
        return self.recues >= self.attendues

    @property
    def phrase(self) -> str:
        """« 27 structures sur 30 »."""
        s = "s" if self.recues > 1 else ""
        return f"{self.recues} structure{s} sur {self.attendues}"


def tableau(work: Work, today: date) -> Tableau:
    """Every structure, from the first month awaited or received of any."""
    structures, paquets = work.structures.all(), work.paquets.all()
    columns = _columns(structures, paquets, today)
    refused = {(each.structure, each.periode) for each in work.quarantaine.all()}
    known = {paquet.id for paquet in paquets}
    came = _by_month(paquets)
    limit = _limit(work)

    def case(structure: Structure, mois: Mois) -> Case:
        place = (structure.id, mois)
        received = _received(mois, came.get(place, []), known)
        if received is None and place in refused:
            return Case(mois, EtatCase.QUARANTAINE)
        return received or _empty(structure, mois, today, limit)

    lignes = tuple(
        LigneTableau(
            structure,
            tuple(case(structure, mois) for mois in columns),
            _gaps(p.sequence for p in paquets if p.structure == structure.id),
        )
        for structure in structures
    )
    return Tableau(columns, lignes)


def completude(work: Work, mois: Mois) -> Completude:
    """Those awaited for a month, and those whose figures are here, awaited or not."""
    here = {p.structure for p in work.paquets.heads() if p.periode == mois}
    wanted = {s.id for s in work.structures.all() if awaited.expects(s, mois)}
    return Completude(len(here), len(here | wanted))


def _by_month(paquets: Iterable[Paquet]) -> Mapping[tuple[str, Mois], list[Paquet]]:
    found: defaultdict[tuple[str, Mois], list[Paquet]] = defaultdict(list)
    for paquet in paquets:
        found[paquet.structure, paquet.periode].append(paquet)
    return found


def _limit(work: Work) -> int:
    current = work.conventions.current()
    return current.convention.jour_limite if current is not None else 1


def _columns(
    structures: Iterable[Structure], paquets: Iterable[Paquet], today: date
) -> tuple[Mois, ...]:
    over = awaited.last_over(today)
    starts = [s.depuis for s in structures]
    periods = [p.periode for p in paquets]
    if not starts:
        return ()
    return tuple(awaited.months(min(starts + periods), max([over, *periods])))


def _received(mois: Mois, came: list[Paquet], known: set[str]) -> Case | None:
    """None while nothing came for this month."""
    head = next((p for p in came if p.etat is EtatPaquet.RETENU), None)
    if head is None:
        return None
    corrected = len(came) > 1 or head.remplace is not None
    return Case(
        mois,
        EtatCase.CORRIGE if corrected else EtatCase.RECU,
        len(came),
        head,
        chaine=head.remplace is not None and head.remplace not in known,
    )


def _empty(structure: Structure, mois: Mois, today: date, limit: int) -> Case:
    if not awaited.expects(structure, mois) or mois > awaited.last_over(today):
        return Case(mois, EtatCase.HORS)
    late = awaited.is_due(mois, today, limit)
    return Case(mois, EtatCase.MANQUANT if late else EtatCase.ATTENDU)


def _gaps(sequences: Iterable[int]) -> tuple[int, ...]:
    found = set(sequences)
    return tuple(n for n in range(1, max(found, default=0)) if n not in found)
