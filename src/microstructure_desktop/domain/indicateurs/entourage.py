"""Relatives received (M07, A04): the store knows them by the person followed, not by themselves."""

from microstructure_desktop.domain.ids import PatientId

from .faits import Faits, Periode
from .lecture import patients, tenus
from .valeur import TOTAL, Resultat, nombre, part, personnes

PERSONNES, NOUVEAUX = "personnes", "nouveaux"


def m07(faits: Faits, periode: Periode) -> Resultat:
    """Kept talks with relatives of a month, then how many people these relatives belong to.

    Two relatives of one person, or one who came twice, make one person.
    """
    talks = [a for a in tenus(faits, periode) if a.entourage]
    return Resultat("M07", (nombre(TOTAL, len(talks)), personnes(PERSONNES, patients(talks))))


def a04(faits: Faits, periode: Periode) -> Resultat:
    """People followed of whom a relative was received in the year, and for the first time ever."""
    received = _received(faits, periode)
    first = faits.premiers_proches(received)
    new = (patient for patient in received if first[patient] >= periode.premier)
    return Resultat("A04", (personnes(TOTAL, received), part(NOUVEAUX, new, received)))


def _received(faits: Faits, periode: Periode) -> frozenset[PatientId]:
    return patients(a for a in tenus(faits, periode) if a.entourage)
