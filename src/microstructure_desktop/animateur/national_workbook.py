"""Several regions in one workbook: how whole each is, their sums, the rows of their structures."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from microstructure_desktop.exchange.contents import NatureActe
from microstructure_desktop.reports.tableur.feuilles import Classeur, Feuille
from microstructure_desktop.reports.tableur.fichier_xlsx import xlsx as written

from . import row_sheets
from .row_sheets import ACTE, METIER, MINUTES, MODALITE, NOMBRE, STRUCTURE, entier, texte

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from microstructure_desktop.exchange.rollup import Cumul
    from microstructure_desktop.reports.tableur.feuilles import Valeur

    from .row_sheets import Rows

_REGION = texte("region", "Région", "Code de la région.")
_ANNEE = entier("annee", "Année", "L’année dont il s’agit.")
ENSEMBLE = "Ensemble"
_REGIONS = (
    _ANNEE,
    _REGION,
    entier("recues", "Structures reçues", "Celles dont l’année est entière dans la région."),
    entier("attendues", "Structures attendues", "Celles dont l’envoi est attendu."),
    entier("actes", "Actes honorés", "Hors réunions et rendez-vous non honorés."),
    entier("minutes", "Minutes", "Leur durée, en minutes."),
    entier("personnes", "Personnes vues", "Dans l’année, des structures qui disent leur nombre."),
    entier("ouverts", "Forfaits ouverts", "Depuis janvier, au dernier mois de chaque structure."),
    entier("reunions", "Réunions", "Réunions de synthèse tenues."),
)
_APART = {NatureActe.RDV_NON_HONORE, NatureActe.REUNION_SYNTHESE}
_LUS = {
    "Complétude": "Un chiffre réunit ce que les régions ont reçu\xa0: il vaut pour les structures "
    "reçues, écrites à côté de lui.",
    "Personnes": "Rien ne dit ce que sont les personnes suivies\xa0: ces envois n’ont que des "
    "volumes, des forfaits et des nombres de personnes vues.",
}


def xlsx(cumuls: Sequence[Cumul], edite_le: datetime) -> bytes:
    return written(classeur(cumuls, edite_le))


def classeur(cumuls: Sequence[Cumul], edite_le: datetime) -> Classeur:
    subject = (
        texte("sujet", "Sujet", "De quoi il s’agit."),
        texte("texte", "À savoir", "Ce qu’il faut en savoir."),
    )
    return Classeur(
        "Régions réunies",
        edite_le,
        (
            Feuille("Lisez-moi", "Régions réunies", subject, tuple(_LUS.items())),
            Feuille("Régions", "Régions réunies", _REGIONS, _regions(cumuls)),
            _acts(cumuls),
            *row_sheets.feuilles((_ANNEE, _REGION, STRUCTURE), _rows(cumuls)),
        ),
    )


def _region(cumul: Cumul) -> tuple[int, str, tuple[int | None, ...]]:
    """Nobody knows how many people were seen where every structure hides its own."""
    seen = [row.cumul_annee for row in _latest(cumul, "file_active")]
    done = [row for _, row in cumul.lignes["activite"] if row.acte not in _APART]
    figures = (
        cumul.recues,
        cumul.attendues,
        sum(row.nombre for row in done),
        sum(row.minutes for row in done),
        _sum(seen),
        sum(row.ouverts_cumul_annee for row in _latest(cumul, "forfaits")),
        sum(row.reunions for _, row in cumul.lignes["fonctionnement"]),
    )
    return cumul.annee, cumul.region, figures


def _regions(cumuls: Sequence[Cumul]) -> tuple[tuple[Valeur, ...], ...]:
    """A row a region, then one for the regions of each year together."""
    found = [_region(each) for each in cumuls]
    rows: list[tuple[Valeur, ...]] = [(year, region, *own) for year, region, own in found]
    for year in sorted({year for year, _, _ in found}):
        columns = zip(*(own for told, _, own in found if told == year), strict=True)
        rows.append((year, ENSEMBLE, *map(_sum, columns)))
    return tuple(rows)


def _sum(figures: Iterable[int | None]) -> int | None:
    """Of those that are known; None when none is."""
    known = [figure for figure in figures if figure is not None]
    return sum(known) if known else None


def _latest(cumul: Cumul, table: str) -> list[Any]:
    """The rows of the last month of each structure: totals since January stand there."""
    last: dict[str, str] = {}
    for structure, row in cumul.lignes[table]:
        last[structure] = max(row.mois, last.get(structure, row.mois))
    return [row for structure, row in cumul.lignes[table] if row.mois == last[structure]]


def _acts(cumuls: Sequence[Cumul]) -> Feuille:
    nombre: Counter[tuple[int, str, str, str, str]] = Counter()
    minutes: Counter[tuple[int, str, str, str, str]] = Counter()
    for cumul in cumuls:
        for _, row in cumul.lignes["activite"]:
            for region in (cumul.region, ENSEMBLE):
                case = (cumul.annee, region, row.acteur.value, row.acte.value, row.modalite.value)
                nombre[case] += row.nombre
                minutes[case] += row.minutes
    columns = (_ANNEE, _REGION, METIER, ACTE, MODALITE, NOMBRE, MINUTES)
    rows = tuple((*case, nombre[case], minutes[case]) for case in sorted(nombre))
    return Feuille("Actes", "Actes et temps, par région", columns, rows)


def _rows(cumuls: Sequence[Cumul]) -> dict[str, Rows]:
    """The rows of each table, after the year, the region and the code of who sent them."""
    return {
        table: [
            ((cumul.annee, cumul.region, structure), row)
            for cumul in cumuls
            for structure, row in cumul.lignes[table]
        ]
        for table in ("activite", "forfaits", "file_active", "fonctionnement")
    }
