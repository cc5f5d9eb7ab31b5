"""Relatives received, counted by hand."""

from datetime import date

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.indicateurs.entourage import a04, m07
from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.periods import Mois
from tests import factories as make

from .faits import FaitsEcrits


def proche(patient, *jour, **changes):
    said = {"type": TypeActe.ENTRETIEN_ENTOURAGE, **changes}
    return make.a_consultation(patient=patient, jour=date(*jour), **said)


FAITS = FaitsEcrits(
    le=date(2026, 11, 22),
    les_actes=[
        proche("a", 2026, 10, 1),
        proche("a", 2026, 10, 31),
        proche("b", 2026, 10, 5),
        proche("b", 2025, 12, 31),
        proche("c", 2026, 10, 5, issue=Issue.ABSENT_EXCUSE),
        proche("c", 2025, 3, 3, issue=Issue.ABSENT_NON_EXCUSE),
        proche("c", 2026, 9, 30),
        proche("d", 2026, 10, 5, type=TypeActe.CONS_PSY),
        proche("e", 2025, 6, 1),
        proche("f", 2026, 12, 1),
        proche("g", 2026, 1, 1),
    ],
)


def test_that_talks_and_the_people_they_are_about_are_counted():
    talks, people = m07(FAITS, Periode.du_mois(Mois(2026, 10))).valeurs
    assert (talks.valeur, talks.qui) == (3, frozenset())
    assert (people.cle, people.valeur, people.qui) == ("personnes", 2, frozenset("ab"))


def test_that_a_relative_received_in_former_years_is_not_new():
    received, new = a04(FAITS, Periode.de_l_annee(2026)).valeurs
    assert received.qui == frozenset("abcg")
    assert (new.cle, new.valeur, new.base, new.qui) == ("nouveaux", 3, 4, frozenset("acg"))
