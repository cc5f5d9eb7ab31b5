"""Diffusion: at which level of detail a year's people may be counted outside, if at any."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

K_PLANCHER = 5
"""No convention may ask for less."""


class Population(StrEnum):
    """Who is counted, once: those who entered in the year, those who left in the year.

    `ENSEMBLE`: everybody, in exact figures that tell no trait of anybody.
    """

    ENTRANTS = "entrants"
    SORTANTS = "sortants"
    ENSEMBLE = "ensemble"


COHORTES = (Population.ENTRANTS, Population.SORTANTS)
"""Whose traits may be told: each person is in one of each, once."""


@dataclass(frozen=True, slots=True)
class Groupe:
    """Codes of a list counted together; a group's code names these codes for ever."""

    code: str
    libelle: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Regroupement:
    """The levels of one variable, finest first: each code on its own, then ever larger groups.

    Each level holds every code once, in at least two groups, each a union of groups of the level
    before. `part_max`: the largest share of one group, in percent.
    """

    variable: str
    libelle: str
    population: Population
    part_max: int
    niveaux: tuple[tuple[Groupe, ...], ...]

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(code for groupe in self.niveaux[0] for code in groupe.codes)


@dataclass(frozen=True, slots=True)
class Effectif:
    """How many people are in a group."""

    groupe: str
    nombre: int


@dataclass(frozen=True, slots=True)
class Publie:
    """What may leave. `niveau` counts from 1, the finest."""

    niveau: int
    effectifs: tuple[Effectif, ...]


class Raison(StrEnum):
    """What stopped the coarsest level: a group too small, or nearly everybody in one group."""

    EFFECTIF = "effectif"
    PART = "part"


@dataclass(frozen=True, slots=True)
class NonDiffuse:
    """Nothing may leave. `raison` is for the team alone: outside, it would tell that no group of
    the coarsest level is small.
    """

    raison: Raison


def publier(comptes: Mapping[str, int], regroupement: Regroupement, k: int) -> Publie | NonDiffuse:
    """The first level whose every group, empty ones included, has k people, none nearly all.

    One variable at a time: a crossing of two has no such level.

    Raises:
        ValueError: k under the floor, a negative count, or a code that no group holds.
    """
    if k < K_PLANCHER:
        raise ValueError(k)
    if min(comptes.values(), default=0) < 0 or not comptes.keys() <= regroupement.codes:
        raise ValueError(regroupement.variable)
    raison = Raison.EFFECTIF
    for rang, niveau in enumerate(regroupement.niveaux, start=1):
        effectifs = tuple(Effectif(g.code, _somme(comptes, g)) for g in niveau)
        nombres = [e.nombre for e in effectifs]
        if min(nombres) < k:
            raison = Raison.EFFECTIF
        elif 100 * max(nombres) > regroupement.part_max * sum(nombres):
            raison = Raison.PART
        else:
            return Publie(rang, effectifs)
    return NonDiffuse(raison)


def _somme(comptes: Mapping[str, int], groupe: Groupe) -> int:
    return sum(comptes.get(code, 0) for code in groupe.codes)
