"""A scale's answer in words: its scores, and what they are taken to mean."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from . import wording
from .instruments import Instrument
from .scoring import Repere, Resultat, Valeur, resultat


def scale_in_words(instrument: Instrument, answer: Mapping[str, Any]) -> str:
    """« 24 sur 40 », every score when there are several totals; what is missing is said."""
    cotes = answer["cotes"]
    scale = instrument.of(answer["version"])
    if scale is None:
        listed = ", ".join(f"{n} = {value}" for n, value in cotes.items())
        return wording.SCALE_UNKNOWN.format(answer["version"], listed)
    found = resultat(scale, cotes)
    if all(valeur.valeur is None for valeur in found.valeurs):
        asked = sum(cote.cotee for cote in scale.cotes)
        return wording.SCALE_PARTIAL.format(asked - len(found.manquantes), asked)
    return scores_in_words(found)


def scores_in_words(found: Resultat) -> str:
    """Each with its name, unless there is only one."""
    if len(found.valeurs) == 1:
        return value_in_words(found.valeurs[0])
    return " · ".join(f"{v.score.label} {value_in_words(v)}" for v in found.valeurs)


def value_in_words(valeur: Valeur) -> str:
    if valeur.valeur is None:
        return wording.SCORE_MISSING
    return wording.SCORE_OF.format(
        wording.number(valeur.valeur), wording.number(plain(valeur.score.max))
    )


def band_in_words(repere: Repere) -> str:
    """« Repère français, homme : trouble de l’usage suspecté »."""
    if repere.pour:
        return wording.BAND_FOR.format(repere.serie, repere.pour, repere.libelle)
    return wording.BAND.format(repere.serie, repere.libelle)


def plain(value: Decimal) -> Decimal:
    """Without the zeros that only say how precisely it is worked out."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()
