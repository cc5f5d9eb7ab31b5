"""The figures told at a meeting of the network, in the ledger: they bind what leaves after."""

from collections import defaultdict
from typing import TYPE_CHECKING

from microstructure_desktop.domain.diffusion import Population
from microstructure_desktop.domain.divulgation import Canal, Divulgation, TableauDiffuse
from microstructure_desktop.domain.ids import DivulgationId, new_id
from microstructure_desktop.french import number

from .envois_divulgations import ACTES_DITS
from .indicateurs_reseau import ACTES, ACTIVITE, MENSUELS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from microstructure_desktop.domain.reunion import Chiffre
    from microstructure_desktop.store.work import Work

MOIS_DIT = "reseau_mois"
_TITRES = {ACTES_DITS: "Actes dits au réseau", MOIS_DIT: "Mois dit au réseau"}
_LIBELLES = {ACTES_DITS: ACTES, MOIS_DIT: MENSUELS}
_EXACT = 1


def entrer(work: "Work", chiffres: "Iterable[Chiffre]", jour: "date") -> None:
    """Enter each period that was told, once: a month, or months whose acts were counted together.

    What was withheld is told as withheld.
    """
    told: defaultdict[tuple[str, str], list[Chiffre]] = defaultdict(list)
    for chiffre in chiffres:
        variable = MOIS_DIT if chiffre.code in MENSUELS else ACTES_DITS
        told[variable, chiffre.periode].append(chiffre)
    known = {(d.variable, d.periode): d.tableau for d in work.divulgations.all()}
    for (variable, periode), some in told.items():
        tableau = _tableau(variable, periode, some)
        if (variable, periode) not in known or known[variable, periode] != tableau:
            work.divulgations.save(_divulgation(jour, variable, periode, tableau))


def _divulgation(
    jour: "date", variable: str, periode: str, tableau: TableauDiffuse | None
) -> Divulgation:
    return Divulgation(
        DivulgationId(new_id()),
        jour,
        Canal.STATISTIQUE,
        Population.ENSEMBLE,
        periode,
        variable,
        None if tableau is None else _EXACT,
        (),
        None,
        tableau,
    )


def _tableau(variable: str, periode: str, chiffres: "Iterable[Chiffre]") -> TableauDiffuse | None:
    """Its figures in words; None when each of them is withheld."""
    labels = _LIBELLES[variable]
    rows = tuple(
        (labels[c.code], number(c.valeur))
        for c in chiffres
        if c.code != ACTIVITE and c.valeur is not None
    )
    return TableauDiffuse(_TITRES[variable], (periode,), rows) if rows else None
