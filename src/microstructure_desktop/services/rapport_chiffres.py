"""The figures of a year, beside those of the years before, as the tables of the report."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.indicateurs.tous import ANNUELS
from microstructure_desktop.domain.indicateurs.valeur import TOTAL, Resultat, Valeur
from microstructure_desktop.reports.printed_rapport import TableauImprime

from . import activite, activite_mots, activite_parts, indicateurs
from .access import Permission, check
from .activite import Activite, Autour
from .activite_lignes import MANY, bloc
from .rapport_plan import plan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from microstructure_desktop.store.work import Work

    from .catalogue_indicateurs import Definition
    from .indicateurs import Bilan
    from .office import Office
    from .rapport_plan import Partie
    from .reference import Reference

TENDANCE = 3
Rang = tuple[str, str, str]
"""A line of a table: its label, the code of its indicator and the key of its figure."""


@dataclass(frozen=True, slots=True)
class Chiffres:
    """What is known of a year, then of the years before it, the nearest first, as far back as
    something is recorded. `autour`: what its charts look at beside it.
    """

    annee: int
    activite: Activite
    autour: Autour
    bilans: "tuple[Bilan, ...]"

    def resultat(self, code: str, avant: int = 0) -> Resultat | None:
        if avant >= len(self.bilans):
            return None
        return self.bilans[avant].resultats.get(code)

    def valeur(self, code: str, cle: str = "", avant: int = 0) -> Valeur | None:
        found = self.resultat(code, avant)
        return None if found is None else found.valeur(cle)

    def nombre(self, code: str, cle: str = "", avant: int = 0) -> int | None:
        """The figure alone; None when it is not counted here."""
        found = self.valeur(code, cle, avant)
        return None if found is None else found.valeur


def compter(office: "Office", annee: int) -> Chiffres:
    """Count a year and those it is compared with."""
    check(office, Permission.RAPPORT)
    periode = Periode.de_l_annee(annee)
    trend = [c for p in plan().parties if p.tendance for c in p.indicateurs if c in ANNUELS]
    found, beside = activite.lire(office, periode), activite.autour(office, periode)
    before = indicateurs.de_l_annee(office, annee - TENDANCE + 1, trend)
    with office.store.read() as work:
        first = premiere_annee(work, annee)
    known = (found.bilan, beside.avant, before)[: annee - first + 1]
    return Chiffres(annee, found, beside, known)


def tableaux(
    reference: "Reference", chiffres: Chiffres, partie: "Partie"
) -> tuple[TableauImprime, ...]:
    """The tables of a section: indicators of one figure together, then each of the others."""
    known = [
        definition
        for code in partie.indicateurs
        if (definition := reference.indicateurs.definitions.get(code)) is not None
        and chiffres.resultat(code) is not None
    ]
    years = TENDANCE if partie.tendance else TENDANCE - 1
    alone = [d for d in known if _seul(chiffres, d)]
    rows = [(d.titre, d.code, TOTAL) for d in alone]
    made = [_tableau(chiffres, partie.titre, rows, years)] if rows else []
    for definition in known:
        if definition not in alone:
            made += _tableaux(reference, chiffres, definition, years)
    return tuple(table for table in made if table is not None)


def definitions(
    reference: "Reference", codes: "Iterable[str]", annee: int
) -> tuple[tuple[str, str], ...]:
    """Title and definition of the indicators counted."""
    known, periode = reference.indicateurs.definitions, Periode.de_l_annee(annee)
    return tuple(
        (known[code].titre, activite_mots.definition(known[code], periode))
        for code in codes
        if code in known
    )


def premiere_annee(work: "Work", annee: int) -> int:
    """The first year, up to this one, in which anything is recorded."""
    days = [i.debut for i in work.inclusions.all()]
    if (acted := work.queries.first_act()) is not None:
        days.append(acted)
    return min([day.year for day in days if day.year <= annee], default=annee)


def _seul(chiffres: Chiffres, definition: "Definition") -> bool:
    found = chiffres.resultat(definition.code)
    return found is not None and [v.cle for v in found.valeurs] == [TOTAL]


def _tableaux(
    reference: "Reference", chiffres: Chiffres, definition: "Definition", years: int
) -> list[TableauImprime | None]:
    """One indicator: its own lines, then a table for each of its series."""
    if (across := _par_metier(reference, chiffres, definition)) is not None:
        return [across]
    code = definition.code
    known = [r for back in range(years) if (r := chiffres.resultat(code, back)) is not None]
    by_title: dict[str, list[Rang]] = {}
    for cle in dict.fromkeys(v.cle for r in known for v in r.valeurs):
        serie = definition.serie(cle)
        titre = serie.libelle if serie is not None else _titre(definition)
        label = activite_mots.libelle(reference, definition, cle)
        if serie is not None:
            label = reference.libelle(serie.liste, cle.removeprefix(serie.prefixe))
        by_title.setdefault(titre, []).append((label, code, cle))
    return [_tableau(chiffres, titre, rows, years) for titre, rows in by_title.items()]


def _tableau(
    chiffres: Chiffres, titre: str, rows: Sequence[Rang], years: int
) -> TableauImprime | None:
    """Figures of a year, their shares, then the years before; a long list leaves out its zeros."""
    if len(rows) > MANY:
        rows = [row for row in rows if _dit(chiffres, row, years)]
    if not rows:
        return None
    found = [chiffres.valeur(code, cle) for _, code, cle in rows]
    shared = activite_parts.partage(found)
    parts = [
        activite_parts.part(valeur, shared, code)
        for (_, code, _), valeur in zip(rows, found, strict=True)
    ]
    before = range(1, min(years, len(chiffres.bilans)))
    lines = tuple(
        (
            label,
            _chiffre(valeur),
            *([part] if any(parts) else []),
            *(_chiffre(chiffres.valeur(code, cle, back)) for back in before),
        )
        for (label, code, cle), valeur, part in zip(rows, found, parts, strict=True)
    )
    note = activite_parts.note(shared, rows[0][1])
    if not note and not _parle(chiffres, lines):
        return None
    heads = [str(chiffres.annee), *([activite_parts.entete(parts)] if any(parts) else [])]
    heads += [str(chiffres.annee - back) for back in before]
    return TableauImprime(titre, tuple(heads), lines, note)


def _par_metier(
    reference: "Reference", chiffres: Chiffres, definition: "Definition"
) -> TableauImprime | None:
    """Professions down, what is counted of each of them across."""
    read = bloc(reference, definition, chiffres.bilans[0], None)
    if not read.colonnes or not chiffres.nombre(definition.code):
        return None
    rows = tuple((label, *map(_chiffre, values)) for label, values in read.rangs)
    return TableauImprime(_titre(definition), read.colonnes, rows)


def _titre(definition: "Definition") -> str:
    return f"{definition.titre} ({definition.unite})" if definition.unite else definition.titre


def _parle(chiffres: Chiffres, lines: "Iterable[tuple[str, ...]]") -> bool:
    """Whether a table says anything: not of unknown figures, nor of an empty year its zeros."""
    nothing = {"", activite_mots.INCONNU} | ({"0"} if not chiffres.nombre("A01") else set())
    return any(cell not in nothing for _, *cells in lines for cell in cells)


def _dit(chiffres: Chiffres, row: Rang, years: int) -> bool:
    """Whether a line has something to say in one of these years; a total always has."""
    _, code, cle = row
    return not cle or any(chiffres.nombre(code, cle, back) for back in range(years))


def _chiffre(valeur: Valeur | None) -> str:
    return activite_mots.INCONNU if valeur is None else activite_mots.chiffre(valeur)
