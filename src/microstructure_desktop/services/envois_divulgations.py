"""The monthly figures in the ledger: every table that was sealed, in the very words that leave."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from microstructure_desktop.domain.boite_envoi import EtatPli
from microstructure_desktop.domain.diffusion import Population
from microstructure_desktop.domain.divulgation import Canal, Divulgation, TableauDiffuse
from microstructure_desktop.domain.ids import DivulgationId, new_id
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange import profil, tables

if TYPE_CHECKING:
    from datetime import date

    from microstructure_desktop.exchange.anonymise import Periode
    from microstructure_desktop.exchange.contents import Contenu
    from microstructure_desktop.exchange.tables import Table
    from microstructure_desktop.store.work import Work

TITRES = {
    tables.ACTIVITE: "Activité du mois",
    tables.FORFAITS: "Forfaits du mois",
    tables.FILE_ACTIVE: "File active du mois",
    tables.FONCTIONNEMENT: "Fonctionnement du mois",
    profil.PROFIL_ENTRANTS: "Personnes entrées dans l’année, par groupes",
    profil.PROFIL_SORTANTS: "Personnes sorties dans l’année, par groupes",
}
ACTES_DITS = "reseau_actes"
"""The variable of acts told at a meeting of the network: see reseau_divulgations."""
_EXACT = 1
"""The level of figures that are not grouped."""


def entrer(work: "Work", contenu: "Contenu", paquet: str, jour: "date") -> None:
    """Enter each table of a bundle, once; one that is withheld is told as withheld."""
    if _entrees(work, paquet):
        return
    for table in _tables(contenu):
        tableau = _tableau(table, contenu)
        work.divulgations.save(
            Divulgation(
                DivulgationId(new_id()),
                jour,
                Canal.EXPORT,
                Population.ENSEMBLE,
                str(contenu.mois),
                _variable(table),
                None if tableau is None else _EXACT,
                (),
                paquet,
                tableau,
            )
        )


def inchange(work: "Work", contenu: "Contenu", paquet: str) -> bool:
    """Whether a bundle told the very same, whatever version or convention it was sealed under."""
    said = {d.variable: d.tableau for d in _entrees(work, paquet)}
    return said == {_variable(t): _tableau(t, contenu) for t in _tables(contenu)}


def joint(work: "Work", paquet: str) -> bool:
    """Whether a bundle carried a closed year's people."""
    ways = {_variable(table) for table in profil.PROFILS}
    return any(d.variable in ways for d in _entrees(work, paquet))


def parties(work: "Work") -> "tuple[Periode, ...]":
    """The months that left together, or were told so to the network.

    Those of bundles taken back before they left are not there.
    """
    annules = {p.paquet for p in work.outbox.all() if p.etat is EtatPli.ANNULE}
    found = {
        periode(d.tableau.lignes[0][0])
        for d in _mensuelles(work)
        if d.variable == _variable(tables.ACTIVITE)
        and d.tableau is not None
        and d.paquet not in annules
    }
    found |= {
        periode(d.periode)
        for d in work.divulgations.all()
        if d.variable == ACTES_DITS and d.tableau is not None
    }
    return tuple(sorted(found))


def periode(cell: str) -> "Periode":
    """The months of a row of activity."""
    premier, _, dernier = cell.partition("/")
    return Mois.lire(premier), Mois.lire(dernier or premier)


def _entrees(work: "Work", paquet: str) -> list[Divulgation]:
    return [d for d in _mensuelles(work) if d.paquet == paquet]


def _mensuelles(work: "Work") -> Iterator[Divulgation]:
    return (
        d
        for d in work.divulgations.all()
        if d.paquet is not None and d.population is Population.ENSEMBLE
    )


def _tables(contenu: "Contenu") -> "tuple[Table, ...]":
    return (*tables.TABLES, *profil.presentes(contenu))


def _variable(table: "Table") -> str:
    return f"mois_{table.nom}"


def _tableau(table: "Table", contenu: "Contenu") -> TableauDiffuse | None:
    """As a reader of the file finds it; None when it holds no row."""
    octets = tables.encode(table, getattr(contenu, table.nom))
    titles, *rows = octets.decode("utf-8-sig").splitlines()
    if not rows:
        return None
    return TableauDiffuse(
        TITRES[table], tuple(titles.split(";")), tuple(tuple(row.split(";")) for row in rows)
    )
