"""Who was seen (M01, A01)."""

from microstructure_desktop.domain.activite import vus
from microstructure_desktop.domain.ids import PatientId

from .faits import Faits, Periode
from .valeur import TOTAL, Resultat, personnes


def m01(faits: Faits, periode: Periode) -> Resultat:
    """File active of a month: distinct people with a kept act, there, at home or at a distance."""
    return Resultat("M01", (personnes(TOTAL, _vus(faits, periode)),))


def a01(faits: Faits, periode: Periode) -> Resultat:
    """File active of a year: the same, from 1 January to 31 December."""
    return Resultat("A01", (personnes(TOTAL, _vus(faits, periode)),))


def _vus(faits: Faits, periode: Periode) -> frozenset[PatientId]:
    premier, dernier = periode.premier, periode.dernier
    return vus(faits.actes(premier, dernier), premier, dernier)
