"""Regional sums of what counts, by month and by year, each with how complete it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from microstructure_desktop.domain.periods import Mois

from . import awaited
from .completeness import Completude, completude
from .forfait_prevu import Prestations, prevus

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

    from microstructure_desktop.exchange.contents import (
        Acteur,
        LigneActivite,
        LigneFileActive,
        LigneFonctionnement,
        LigneForfaits,
        Modalite,
        NatureActe,
    )

    from .model import Structure
    from .sql.lignes import Ligne
    from .sql.work import Work

T = TypeVar("T")
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class SommeActes:
    acteur: Acteur
    acte: NatureActe
    modalite: Modalite
    nombre: int
    minutes: int


@dataclass(frozen=True, slots=True)
class SommeForfaits:
    """Forfaits of one unit amount. `ouverts` and `clos` are counted since January.

    `faits`: the acts of the period. `prevus`: what the forfaits opened in the year pay for; None
    over a month, or where no text gives the number of acts.
    """

    montant: Decimal
    ouverts: int
    en_cours: int
    clos: int
    faits: Prestations
    prevus: Prestations | None


@dataclass(frozen=True, slots=True)
class Totaux:
    """Sums over structures: never a trait of anybody.

    `periode` is a month or a year. `file_active`: the people seen in it; `cumul_annee`: since
    January; over a year they are the same. `masquees`: structures that hide theirs, too small.
    """

    periode: str
    completude: Completude
    actes: tuple[SommeActes, ...]
    forfaits: tuple[SommeForfaits, ...]
    file_active: int
    cumul_annee: int
    masquees: int
    reunions: int
    participants: int
    psychiatre_minutes: int
    formations: int | None

    @property
    def personnes(self) -> int | None:
        """Those seen; None, and not zero, while nothing came, or all that came is hidden."""
        return self._unless_untold(self.file_active)

    @property
    def personnes_cumul(self) -> int | None:
        return self._unless_untold(self.cumul_annee)

    def _unless_untold(self, people: int) -> int | None:
        untold = self.masquees or not self.completude.recues
        return None if untold and not people else people


@dataclass(frozen=True, slots=True)
class _Lignes:
    """The rows that count of some structures and months."""

    activite: tuple[Ligne[LigneActivite], ...]
    forfaits: tuple[Ligne[LigneForfaits], ...]
    file_active: tuple[Ligne[LigneFileActive], ...]
    fonctionnement: tuple[Ligne[LigneFonctionnement], ...]


def du_mois(work: Work, mois: Mois) -> Totaux:
    """One month, whatever was received of it."""
    return _month(_read(work, mois, mois), mois, completude(work, mois))


def de_l_annee(work: Work, annee: int, today: date) -> Totaux:
    """A year until today; a structure is received when no month of it is missing."""
    lignes = _read(work, *_year(annee))
    return _sums(lignes, str(annee), _of_the_year(work, annee, today), year=True)


def par_mois(work: Work, annee: int, today: date) -> tuple[Totaux, ...]:
    """The months of a year that are over, and those received before their end."""
    lignes, (janvier, fin) = _read(work, *_year(annee)), _year(annee)
    here = {x.periode for x in lignes.fonctionnement}
    until = max([awaited.last_over(today), *here])
    return tuple(
        _month(_only(lignes, mois), mois, completude(work, mois))
        for mois in awaited.months(janvier, min(fin, until))
    )


def par_structure(work: Work, annee: int, today: date) -> tuple[tuple[Structure, Totaux], ...]:
    """The year of each structure alone; `completude` then counts its months."""
    lignes, found = _read(work, *_year(annee)), []
    here = _received(work, annee)
    for structure in work.structures.all():
        wanted = _wanted(structure, annee, today)
        whole = Completude(len(here[structure.id]), len(here[structure.id] | wanted))
        if whole.attendues:
            own = _own(lignes, structure.id)
            found.append((structure, _sums(own, str(annee), whole, year=True)))
    return tuple(found)


def _year(annee: int) -> tuple[Mois, Mois]:
    return Mois(annee, 1), Mois(annee, _DECEMBER)


def _read(work: Work, debut: Mois, fin: Mois) -> _Lignes:
    return _Lignes(
        work.lignes.activite(debut, fin),
        work.lignes.forfaits(debut, fin),
        work.lignes.file_active(debut, fin),
        work.lignes.fonctionnement(debut, fin),
    )


def _only(lignes: _Lignes, mois: Mois) -> _Lignes:
    def kept(rows: Iterable[Ligne[T]]) -> tuple[Ligne[T], ...]:
        return tuple(row for row in rows if row.periode == mois)

    return _Lignes(
        kept(lignes.activite),
        kept(lignes.forfaits),
        kept(lignes.file_active),
        kept(lignes.fonctionnement),
    )


def _own(lignes: _Lignes, structure: str) -> _Lignes:
    def kept(rows: Iterable[Ligne[T]]) -> tuple[Ligne[T], ...]:
        return tuple(row for row in rows if row.structure == structure)

    return _Lignes(
        kept(lignes.activite),
        kept(lignes.forfaits),
        kept(lignes.file_active),
        kept(lignes.fonctionnement),
    )


def _wanted(structure: Structure, annee: int, today: date) -> set[Mois]:
    janvier, fin = _year(annee)
    over = awaited.months(janvier, min(fin, awaited.last_over(today)))
    return {mois for mois in over if awaited.expects(structure, mois)}


def _received(work: Work, annee: int) -> defaultdict[str, set[Mois]]:
    found: defaultdict[str, set[Mois]] = defaultdict(set)
    for paquet in work.paquets.heads():
        if paquet.periode.annee == annee:
            found[paquet.structure].add(paquet.periode)
    return found


def _of_the_year(work: Work, annee: int, today: date) -> Completude:
    here = _received(work, annee)
    wanted = {s.id: _wanted(s, annee, today) for s in work.structures.all()}
    concerned = {code for code in wanted if wanted[code] or here[code]}
    return Completude(sum(wanted[c] <= here[c] for c in concerned), len(concerned))


def _month(lignes: _Lignes, mois: Mois, complete: Completude) -> Totaux:
    return _sums(lignes, str(mois), complete, year=False)


def _sums(lignes: _Lignes, periode: str, complete: Completude, *, year: bool) -> Totaux:
    tenues = [row.valeur for row in lignes.fonctionnement]
    suivies = [f.formations for f in tenues if f.formations is not None]
    latest = [row.valeur for row in _latest(lignes.file_active)]
    cumul = sum(row.cumul_annee or 0 for row in latest)
    seen = cumul if year else sum(row.file_active or 0 for row in latest)
    hidden = [row.cumul_annee if year else row.file_active for row in latest]
    return Totaux(
        periode,
        complete,
        _acts(row.valeur for row in lignes.activite),
        _packages(lignes.forfaits, year=year),
        seen,
        cumul,
        hidden.count(None),
        sum(f.reunions for f in tenues),
        sum(f.participants_total for f in tenues),
        sum(f.psychiatre_minutes for f in tenues),
        sum(suivies) if suivies else None,
    )


def _latest(rows: Iterable[Ligne[T]]) -> list[Ligne[T]]:
    """The rows of the last month received of each structure."""
    rows = tuple(rows)
    last: dict[str, Mois] = {}
    for row in rows:
        last[row.structure] = max(row.periode, last.get(row.structure, row.periode))
    return [row for row in rows if row.periode == last[row.structure]]


def _acts(rows: Iterable[LigneActivite]) -> tuple[SommeActes, ...]:
    nombre: Counter[tuple[Acteur, NatureActe, Modalite]] = Counter()
    minutes: Counter[tuple[Acteur, NatureActe, Modalite]] = Counter()
    for row in rows:
        case = (row.acteur, row.acte, row.modalite)
        nombre[case] += row.nombre
        minutes[case] += row.minutes
    return tuple(SommeActes(*case, nombre[case], minutes[case]) for case in sorted(nombre))


def _packages(rows: tuple[Ligne[LigneForfaits], ...], *, year: bool) -> tuple[SommeForfaits, ...]:
    """Totals since January stand in the last month received; acts are added up."""
    faits: defaultdict[Decimal, Counter[str]] = defaultdict(Counter)
    for row in rows:
        acts, said = faits[row.valeur.montant_unitaire_eur], row.valeur
        acts.update(mg=said.prest_mg, psy=said.prest_psy, ts=said.prest_ts)
    last: defaultdict[Decimal, Counter[str]] = defaultdict(Counter)
    for row in _latest(rows):
        counts, said = last[row.valeur.montant_unitaire_eur], row.valeur
        counts.update(
            ouverts=said.ouverts_cumul_annee, en_cours=said.en_cours, clos=said.clos_cumul_annee
        )
    return tuple(
        _package(montant, last[montant], faits[montant], year=year) for montant in sorted(faits)
    )


def _package(
    montant: Decimal, last: Counter[str], faits: Counter[str], *, year: bool
) -> SommeForfaits:
    quota = prevus().get(montant) if year else None
    return SommeForfaits(
        montant,
        last["ouverts"],
        last["en_cours"],
        last["clos"],
        Prestations(faits["mg"], faits["psy"], faits["ts"]),
        None if quota is None else quota.fois(last["ouverts"]),
    )
