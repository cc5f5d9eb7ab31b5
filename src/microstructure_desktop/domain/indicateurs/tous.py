"""Every indicator by its code: monthly ones take a month, annual ones a year."""

from collections.abc import Callable, Mapping

from . import activite
from .faits import Faits, Periode
from .valeur import Resultat

Indicateur = Callable[[Faits, Periode], Resultat]

MENSUELS: Mapping[str, Indicateur] = {
    "M01": activite.m01,
}
ANNUELS: Mapping[str, Indicateur] = {
    "A01": activite.a01,
}
