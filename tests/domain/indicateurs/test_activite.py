"""Who was seen, counted by hand."""

from datetime import date

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.indicateurs.activite import a01, m01
from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.periods import Mois
from tests import factories as make

from .faits import FaitsEcrits

OCTOBRE = Periode.du_mois(Mois(2026, 10))


def acte(patient, jour, **changes):
    return make.a_consultation(patient=patient, jour=jour, **changes)


FAITS = FaitsEcrits(
    les_actes=[
        acte("a", date(2026, 10, 1)),
        acte("a", date(2026, 10, 31), type=TypeActe.CONTACT_TEL),
        acte("b", date(2026, 10, 12), type=TypeActe.VAD),
        acte("c", date(2026, 10, 12), issue=Issue.ABSENT_EXCUSE),
        acte("d", date(2026, 10, 12), type=TypeActe.ENTRETIEN_ENTOURAGE),
        acte("e", date(2026, 10, 12), type=TypeActe.DEMARCHE_SANS_PATIENT),
        acte("f", date(2026, 9, 30)),
        acte("g", date(2025, 12, 31)),
        acte("h", date(2026, 1, 1)),
    ]
)


def test_that_the_people_seen_in_a_month_are_counted_once_and_relatives_never():
    (total,) = m01(FAITS, OCTOBRE).valeurs
    assert (total.valeur, total.qui) == (2, frozenset("ab"))


def test_that_a_year_begins_on_the_first_of_january():
    (total,) = a01(FAITS, Periode.de_l_annee(2026)).valeurs
    assert (total.valeur, total.qui) == (4, frozenset("abfh"))
