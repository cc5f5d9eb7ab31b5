"""The figures of a region one by one, each under a code that outside systems may keep."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .totals import SommeActes, SommeForfaits, Totaux


class Unite(StrEnum):
    """`min` is the code of minutes in UCUM; the others are counts of things or of people."""

    NOMBRE = "1"
    MINUTES = "min"


@dataclass(frozen=True, slots=True)
class Chiffre:
    """`code`: capitals, digits and underscores; it never changes once it was handed over."""

    code: str
    valeur: int
    unite: Unite = Unite.NOMBRE


def chiffres(totaux: Totaux) -> tuple[Chiffre, ...]:
    """All that is known of a period, in a fixed order; what is not known is left out.

    The first two say how many structures are in the others: no figure goes without them.
    """
    found = [
        Chiffre("STRUCTURES_RECUES", totaux.completude.recues),
        Chiffre("STRUCTURES_ATTENDUES", totaux.completude.attendues),
        *_known("FILE_ACTIVE", totaux.personnes),
        *_known("FILE_ACTIVE_CUMUL_ANNEE", totaux.personnes_cumul),
        Chiffre("FILE_ACTIVE_STRUCTURES_MASQUEES", totaux.masquees),
        Chiffre("REUNIONS_SYNTHESE", totaux.reunions),
        Chiffre("REUNIONS_PARTICIPANTS", totaux.participants),
        Chiffre("PSYCHIATRE_EN_REUNION", totaux.psychiatre_minutes, Unite.MINUTES),
    ]
    found += _known("FORMATIONS", totaux.formations)
    for somme in totaux.actes:
        found += _actes(somme)
    for forfaits in totaux.forfaits:
        found += _forfaits(forfaits)
    return tuple(found)


def _known(code: str, value: int | None) -> list[Chiffre]:
    return [] if value is None else [Chiffre(code, value)]


def _actes(somme: SommeActes) -> Iterator[Chiffre]:
    code = f"{somme.acteur}_{somme.acte}_{somme.modalite}".upper()
    yield Chiffre(f"ACTES_{code}", somme.nombre)
    yield Chiffre(f"TEMPS_{code}", somme.minutes, Unite.MINUTES)


def _forfaits(somme: SommeForfaits) -> Iterator[Chiffre]:
    """By unit amount, in cents: programmes are told apart by it."""
    code = f"FORFAITS_{int(somme.montant * 100)}"
    yield Chiffre(f"{code}_OUVERTS", somme.ouverts)
    yield Chiffre(f"{code}_EN_COURS", somme.en_cours)
    yield Chiffre(f"{code}_CLOS", somme.clos)
    yield Chiffre(f"{code}_ACTES_MEDECIN", somme.faits.mg)
    yield Chiffre(f"{code}_ACTES_PSYCHOLOGUE", somme.faits.psy)
    yield Chiffre(f"{code}_ACTES_TRAVAILLEUR_SOCIAL", somme.faits.ts)
