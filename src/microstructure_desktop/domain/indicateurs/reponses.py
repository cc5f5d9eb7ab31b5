"""What somebody answered on one day, and under which names the indicators read it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId

ENTREE, SUIVI, FIN = "entree", "suivi", "fin"
"""The stages of the three fiches of a profession."""


@dataclass(frozen=True, slots=True)
class Score:
    """The main score of a scale. `seuil`: whether it reaches a cut-off that calls for attention;
    None when no cut-off is about this person. Versions are never compared.
    """

    valeur: Decimal
    version: int
    seuil: bool | None = None


@dataclass(frozen=True, slots=True)
class Reponses:
    """One fiche, or the questions of one kept session; nothing that is private to its author.

    `metier`: whose form it is, None the whole team's. `donnees`: by item id. `scores`: by scale.
    """

    patient: PatientId
    jour: date
    metier: Role | None
    etape: str
    donnees: Mapping[str, Any]
    scores: Mapping[str, Score] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Origine:
    """The questions that answer one line: ids of items, as written, in forms of `metiers`."""

    items: tuple[str, ...] = ()
    metiers: frozenset[Role | None] = frozenset()

    def dites(self, une: Reponses) -> list[Any]:
        """What is answered to these questions; each choice of several apart."""
        if une.metier not in self.metiers:
            return []
        found: list[Any] = []
        for item in self.items:
            given = une.donnees.get(item)
            found.extend(given if isinstance(given, list | tuple) else [given])
        return [each for each in found if each is not None]

    def rangs(self, une: Reponses) -> dict[int, Any]:
        """What is answered in each row of a group asked several times; 0 when asked once."""
        if une.metier not in self.metiers:
            return {}
        found: dict[int, Any] = {}
        for key, value in une.donnees.items():
            row = _RANG.fullmatch(key)
            if key in self.items:
                found.setdefault(0, value)
            elif row and row[1] in self.items:
                found.setdefault(int(row[2]), value)
        return dict(sorted(found.items()))


_RANG = re.compile(r"(.+)_([1-9][0-9]?)")


@dataclass(frozen=True, slots=True)
class Lexique:
    """`origines`: the questions behind each name. `ordres`: codes of a list from least to most.
    `codes`: those of each list, as it is read.
    """

    origines: Mapping[str, Origine] = field(default_factory=dict)
    ordres: Mapping[str, Sequence[str]] = field(default_factory=dict)
    codes: Mapping[str, Sequence[str]] = field(default_factory=dict)
