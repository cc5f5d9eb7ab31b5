"""The forfaits whose days are in a period, one by row: state, counters, amount."""

from typing import TYPE_CHECKING

from microstructure_desktop.reports.tableur.feuilles import Colonne, Genre, Valeur

from .forfait_lignes import lignes
from .forfait_mots import ETATS
from .forfaits_lecture import lire
from .tableau_commun import Cadre, Table
from .tableau_compteurs import cases, compteurs, programme

if TYPE_CHECKING:
    from .forfait_lignes import ForfaitLigne


def forfaits(cadre: Cadre) -> Table:
    """As they are on the last day of the period that has come; none under an alias."""
    found: list[ForfaitLigne] = []
    if cadre.du <= cadre.le:
        lus = lire(cadre.work, cadre.reference, cadre.du, cadre.le)
        found += lignes(cadre.reference, lus, cadre.le)
    return Table(
        "Forfaits",
        "Forfaits de la période",
        _colonnes(cadre),
        tuple((x.patient.id, _ligne(x)) for x in found),
        par_date=True,
    )


def _colonnes(cadre: Cadre) -> tuple[Colonne, ...]:
    states = {etat.value: words for etat, words in ETATS.items()}
    return (
        Colonne("debut", "Début", Genre.DATE, "Premier jour du forfait."),
        Colonne("fin", "Échéance", Genre.DATE, "Dernier jour, avancé par une sortie."),
        programme(cadre.reference, "Programme qui ouvre le forfait."),
        Colonne("etat", "État", Genre.CODE, "Où il en est à la fin de la période.", codes=states),
        *compteurs(cadre.reference, "jusqu’à la fin de la période"),
        Colonne(
            "psychiatre",
            "Psychiatre (minutes)",
            Genre.ENTIER,
            "Temps de psychiatre passé avec la personne, à titre indicatif.",
        ),
        Colonne("montant", "Montant", Genre.EUROS, "Montant théorique, jamais un montant perçu."),
    )


def _ligne(x: "ForfaitLigne") -> tuple[Valeur, ...]:
    cycle = x.decompte.cycle
    before = (cycle.debut, cycle.fin, cycle.programme.code, x.etat.value)
    return (*before, *cases(x.decompte), x.psychiatre, x.propose)
