"""Exact figures of a year that tell no trait, as they leave: counted once, the same for ever."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.diffusion import Effectif, Population
from microstructure_desktop.domain.divulgation import Canal, Divulgation, TableauDiffuse
from microstructure_desktop.domain.ids import DivulgationId, new_id
from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.indicateurs.qualite import SANS_REPONSE
from microstructure_desktop.domain.indicateurs.tous import ANNUELS
from microstructure_desktop.domain.indicateurs.valeur import Nature, Resultat, Valeur
from microstructure_desktop.french import NBSP
from microstructure_desktop.reports.printed_rapport import TableauImprime

from . import (
    activite_mots,
    indicateurs,
    rapport_cabinet,
    rapport_chiffres,
    rapport_exporte,
)
from .office import Office, today
from .rapport_plan import Exporte, plan
from .rapport_sorties import Sortie, decidee, deja_dit

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

REUNIONS = "reunions"
_EXACT = 1
"""The level of figures that are not grouped."""
_RETENU = "non diffusé"


@dataclass(frozen=True, slots=True)
class Ensemble:
    """What may be told of everybody, by table and year: those before it are of the file active."""

    annee: int
    le: date
    sorties: Mapping[tuple[str, int], Sortie]

    def dite(self, variable: str, annee: int | None = None) -> Divulgation | None:
        """What is told of it, if anything is."""
        found = self.sorties.get((variable, annee or self.annee))
        return found.divulgation if found is not None and found.diffusee else None

    def nombre(self, table: Exporte) -> int:
        """The figure that its sentences tell; 0 while there is none to tell."""
        found = self.dite(table)
        return sum(e.nombre for e in found.valeurs) if found is not None else 0

    def tableau(self, variable: str) -> TableauImprime | None:
        """As it left, and since when; that of the file active has the years before beside it."""
        found = self.dite(variable)
        if found is None or found.tableau is None:
            return None
        said = deja_dit(self.sorties[variable, self.annee], self.le)
        if variable == Exporte.FILE_ACTIVE:
            return self._file_active(found.tableau)
        whole = found.tableau
        note = f"{whole.note} {said}".strip()
        return TableauImprime(whole.titre, whole.colonnes, whole.lignes, note)

    def _file_active(self, first: TableauDiffuse) -> TableauImprime:
        seen = Exporte.FILE_ACTIVE
        known = {annee: s for (variable, annee), s in self.sorties.items() if variable == seen}
        cells = [_cellule(s) for s in known.values()]
        since = ((annee, deja_dit(s, self.le)) for annee, s in known.items())
        notes = (f"{annee}{NBSP}: {said[0].lower()}{said[1:]}" for annee, said in since if said)
        return TableauImprime(
            first.titre,
            tuple(map(str, known)),
            ((first.lignes[0][0], *cells),),
            " ".join(notes),
        )


def lire(work: "Work", office: Office, annee: int) -> Ensemble:
    """Every exact table of a year: as it left, else as it is counted now."""
    deja = work.divulgations.all()
    found: dict[tuple[str, int], Sortie] = {}
    for variable, year, nombre, tableau in _comptes(work, office, annee):
        if year != annee and not found[variable, annee].diffusee:
            continue
        kept = decidee(deja, _candidat(office, variable, year, nombre, tableau))
        if kept is not None:
            found[variable, year] = kept
    return Ensemble(annee, today(office), found)


def libelle(divulgation: Divulgation) -> str:
    """What a table that left is called."""
    if divulgation.variable == REUNIONS:
        return "Réunions de l’année"
    if divulgation.variable in list(Exporte):
        return rapport_exporte.DEFINITIONS[Exporte(divulgation.variable)][0]
    return divulgation.tableau.titre if divulgation.tableau is not None else ""


def _comptes(
    work: "Work", office: Office, annee: int
) -> Iterator[tuple[str, int, int, TableauImprime | None]]:
    """Variable, year, the figure of its sentences, the table; the year's file active first."""
    first = rapport_chiffres.premiere_annee(work, annee)
    years = tuple(rapport_exporte.annees(work, office, annee, first))
    for each in years:
        yield Exporte.FILE_ACTIVE, each.annee, *rapport_exporte.exact(Exporte.FILE_ACTIVE, each)
    for table in (t for p in plan().parties for t in p.exporte if t is not Exporte.FILE_ACTIVE):
        yield table, annee, *rapport_exporte.exact(table, years[0])
    yield REUNIONS, annee, 0, rapport_cabinet.reunions_par_mois(work, office.reference, annee)
    codes = [c for p in plan().parties for c in p.diffusables if c in ANNUELS]
    wanted = {code: ANNUELS[code] for code in codes}
    counted = indicateurs.bilan(work, office, Periode.de_l_annee(annee), wanted).resultats
    enough = years[0].file_active is not None
    for code in codes:
        yield code, annee, 0, _indicateur(office, annee, counted[code]) if enough else None


def _candidat(
    office: Office, variable: str, annee: int, nombre: int, tableau: TableauImprime | None
) -> Divulgation:
    """As it would be entered; told as withheld when there is no table."""
    told = tableau is not None
    return Divulgation(
        DivulgationId(new_id()),
        today(office),
        Canal.RAPPORT,
        Population.ENSEMBLE,
        str(annee),
        variable,
        _EXACT if told else None,
        (Effectif(variable, nombre),) if told else (),
        tableau=None
        if tableau is None
        else TableauDiffuse(tableau.titre, tableau.colonnes, tableau.lignes, tableau.note),
    )


def _indicateur(office: Office, annee: int, found: Resultat) -> TableauImprime | None:
    """Figures of the whole: numbers of things, and shares as percentages alone.

    Never how many gave no answer to a question: a group told outside counts them together with
    others, who would be known by difference.
    """
    definition = office.reference.indicateurs.definitions.get(found.code)
    if definition is None:
        return None
    rows = tuple(
        (activite_mots.libelle(office.reference, definition, v.cle), said)
        for v in found.valeurs
        if definition.exacte(v.cle)
        and not v.cle.startswith(SANS_REPONSE)
        and (said := _diffusable(v))
    )
    return TableauImprime(definition.titre, (str(annee),), rows) if rows else None


def _diffusable(valeur: Valeur) -> str:
    """A count of people is never told here: shares of ten people or more, acts, hours."""
    if valeur.nature is Nature.PART:
        return "" if valeur.pour_cent is None else f"{valeur.pour_cent}{NBSP}%"
    if valeur.qui or valeur.nature not in (Nature.NOMBRE, Nature.MINUTES):
        return ""
    return activite_mots.chiffre(valeur)


def _cellule(sortie: Sortie) -> str:
    found = sortie.divulgation.tableau
    return found.lignes[0][1] if found is not None else _RETENU
