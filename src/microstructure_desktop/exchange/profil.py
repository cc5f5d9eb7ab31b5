"""A closed year's people by groups: which groups exist, and what a table of them may hold."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from microstructure_desktop import assets

from .contents import LigneProfil
from .tables import Table, entier

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .contents import Contenu

PART_MAX = 90
"""The largest share of one group, in percent: beyond, everybody is nearly known."""
_ANNEE = re.compile(r"20[0-9]{2}")
_CODE = re.compile(r"[A-Z0-9_]{1,60}")
_VARIABLE = re.compile(r"[a-z_]{1,40}")

Niveaux = tuple[tuple[str, ...], ...]


def _annee(cell: str) -> int:
    return int(_matched(cell, _ANNEE))


def _variable(cell: str) -> str:
    return _matched(cell, _VARIABLE)


def _modalite(cell: str) -> str:
    return _matched(cell, _CODE)


def _matched(cell: str, form: re.Pattern[str]) -> str:
    if not form.fullmatch(cell):
        raise ValueError(cell)
    return cell


_LECTEURS = (_annee, _variable, entier, _modalite, entier)
PROFIL_ENTRANTS = Table("profil_entrants", LigneProfil, _LECTEURS, (0, 1, 3))
PROFIL_SORTANTS = Table("profil_sortants", LigneProfil, _LECTEURS, (0, 1, 3))
PROFILS = (PROFIL_ENTRANTS, PROFIL_SORTANTS)
"""In a bundle only when the cabinet joined them, and something could be told."""


@lru_cache(maxsize=1)
def nomenclature() -> Mapping[str, Mapping[str, Niveaux]]:
    """By table, the levels of each variable: finest first, the groups of each."""
    lists = json.loads(assets.text("exchange", "profils.json"))
    return {
        f"profil_{population}": {
            variable: tuple(map(tuple, niveaux)) for variable, niveaux in variables.items()
        }
        for population, variables in lists.items()
    }


def lignes(
    annee: int, dits: Mapping[str, tuple[int, Mapping[str, int]]]
) -> tuple[LigneProfil, ...]:
    """The rows of a table. `dits`: by variable, the level told and the count of each group."""
    return tuple(
        sorted(
            LigneProfil(annee, variable, niveau, groupe, n)
            for variable, (niveau, groupes) in dits.items()
            for groupe, n in groupes.items()
        )
    )


def presentes(contenu: Contenu) -> tuple[Table, ...]:
    """The tables that a month carries."""
    return tuple(table for table in PROFILS if getattr(contenu, table.nom))


def valide(contenu: Contenu, k: int) -> bool:
    """Whether both tables tell, of the year before, whole levels whose groups are large enough."""
    return all(_table_valide(t, getattr(contenu, t.nom), contenu.mois.annee, k) for t in PROFILS)


def _table_valide(table: Table, rows: Sequence[LigneProfil], annee: int, k: int) -> bool:
    known = nomenclature()[table.nom]
    return all(row.annee == annee - 1 and row.variable in known for row in rows) and all(
        _niveau_valide(known[variable], tuple(group), k)
        for variable, group in groupby(rows, key=lambda row: row.variable)
    )


def _niveau_valide(niveaux: Niveaux, rows: tuple[LigneProfil, ...], k: int) -> bool:
    """Every group of one level, each with k people, none with nearly all."""
    rang = rows[0].niveau
    counts = [row.n for row in rows]
    return (
        {row.niveau for row in rows} == {rang}
        and 1 <= rang <= len(niveaux)
        and {row.modalite for row in rows} == set(niveaux[rang - 1])
        and min(counts) >= k
        and 100 * max(counts) <= PART_MAX * sum(counts)
    )
