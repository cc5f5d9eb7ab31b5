"""What an indicator answers: values, each with what it is a share or a mean of, and of whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from microstructure_desktop.domain.ids import PatientId

PART_DES = 10
"""Fewest people behind a percentage, a mean or a median per person."""
DIXIEMES = 10
TOTAL = ""
"""The key of the value that stands for the whole indicator."""


class Nature(StrEnum):
    """What a value is: a number of acts or people, or a figure made of several."""

    NOMBRE = "nombre"
    PART = "part"
    MOYENNE = "moyenne"
    MEDIANE = "mediane"
    MINUTES = "minutes"
    CENTIMES = "centimes"


@dataclass(frozen=True, slots=True)
class Valeur:
    """One figure. `cle` says which line of the indicator it is: a code, a role, a step.

    `valeur`: a count, minutes, cents; tenths for a mean or a median; the numerator of a share.
    None: nothing to make it of. `base`: the denominator of a share, or over how many a mean is;
    those whose answer is not known are not in it, but in `nr`. `qui`: the people counted, when the
    value counts people: what a figure opens on, never stored nor sent.
    """

    cle: str
    nature: Nature
    valeur: int | None
    base: int | None = None
    nr: int = 0
    qui: frozenset[PatientId] = frozenset()

    @property
    def pour_cent(self) -> int | None:
        """Rounded half up; none of too few people."""
        if self.nature is not Nature.PART or self.valeur is None:
            return None
        if self.base is None or self.base < PART_DES:
            return None
        return arrondi(100 * self.valeur, self.base)


@dataclass(frozen=True, slots=True)
class Resultat:
    """The values of one indicator (« M05 ») for one period, in the order they are read."""

    code: str
    valeurs: tuple[Valeur, ...]

    def valeur(self, cle: str = TOTAL) -> Valeur | None:
        return next((v for v in self.valeurs if v.cle == cle), None)


def personnes(cle: str, qui: Iterable[PatientId]) -> Valeur:
    """So many distinct people."""
    distinct = frozenset(qui)
    return Valeur(cle, Nature.NOMBRE, len(distinct), qui=distinct)


def nombre(cle: str, combien: int) -> Valeur:
    """So many acts, meetings, steps."""
    return Valeur(cle, Nature.NOMBRE, combien)


def part(cle: str, qui: Iterable[PatientId], parmi: Iterable[PatientId], *, nr: int = 0) -> Valeur:
    """So many people among those whose answer is known."""
    base, distinct = frozenset(parmi), frozenset(qui)
    return Valeur(cle, Nature.PART, len(distinct & base), len(base), nr, distinct & base)


def repartition(
    connus: Mapping[PatientId, str],
    parmi: Iterable[PatientId],
    codes: Iterable[str],
    nr: str = "NR",
) -> tuple[Valeur, ...]:
    """The share of each code among the people whose code is known, in the order of `codes`.

    `nr` is the code of an answer not known; a person without one counts as such too.
    """
    base = frozenset(parmi)
    known = {p: code for p, code in connus.items() if p in base and code != nr}
    unknown = len(base) - len(known)
    return tuple(
        part(code, (p for p, c in known.items() if c == code), known, nr=unknown)
        for code in codes
        if code != nr
    )


def moyenne(cle: str, valeurs: Iterable[int]) -> Valeur:
    """The mean in tenths, rounded half up; None of nothing."""
    known = tuple(valeurs)
    mean = arrondi(DIXIEMES * sum(known), len(known)) if known else None
    return Valeur(cle, Nature.MOYENNE, mean, len(known))


def mediane(cle: str, valeurs: Iterable[int], *, nr: int = 0) -> Valeur:
    """The median in tenths: between the two middle values when they are an even number."""
    known = sorted(valeurs)
    if not known:
        return Valeur(cle, Nature.MEDIANE, None, 0, nr)
    middle = len(known) // 2
    two = known[middle - 1 : middle + 1] if len(known) % 2 == 0 else [known[middle]] * 2
    return Valeur(cle, Nature.MEDIANE, DIXIEMES * sum(two) // 2, len(known), nr)


def arrondi(total: int, combien: int) -> int:
    """Total over how many, rounded half up."""
    return (2 * total + combien) // (2 * combien)
