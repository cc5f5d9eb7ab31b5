"""A period holds nothing that is later than today."""

from datetime import date

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.indicateurs import lecture
from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.periods import Mois
from tests import factories as make

from .faits import FaitsEcrits

OCTOBRE = Periode.du_mois(Mois(2026, 10))


def suivi(patient, debut, fin=None, **changes):
    return make.an_inclusion(patient=patient, debut=debut, fin=fin, **changes)


FAITS = FaitsEcrits(
    le=date(2026, 10, 20),
    les_inclusions=[
        suivi("a", date(2026, 10, 1), date(2026, 10, 20)),
        suivi("b", date(2026, 9, 30), date(2026, 10, 1)),
        suivi("c", date(2026, 10, 20)),
        suivi("d", date(2026, 10, 21)),
        suivi("e", date(2026, 9, 1), date(2026, 10, 25)),
        suivi("f", date(2026, 9, 1), date(2026, 9, 30)),
    ],
    les_actes=[
        make.a_consultation(patient=patient, jour=date(2026, 10, jour), **changes)
        for patient, jour, changes in (
            ("a", 1, {}),
            ("b", 20, {"issue": Issue.REPORTE}),
            ("c", 20, {"type": TypeActe.ENTRETIEN_ENTOURAGE}),
            ("d", 21, {}),
        )
    ],
)


def people(found):
    return "".join(sorted(lecture.patients(found)))


def test_that_a_period_ends_today_while_it_lasts():
    september = Periode.du_mois(Mois(2026, 9))
    assert lecture.soir(FAITS, OCTOBRE) == date(2026, 10, 20)
    assert lecture.soir(FAITS, september) == date(2026, 9, 30)


def test_that_acts_are_all_of_them_those_kept_and_those_with_the_person():
    kinds = (lecture.actes, lecture.tenus, lecture.rencontres)
    assert [people(kind(FAITS, OCTOBRE)) for kind in kinds] == ["abc", "ac", "a"]


def test_that_follow_ups_begin_end_and_go_on():
    assert people(lecture.debuts(FAITS, OCTOBRE)) == "ac"
    assert people(lecture.sorties(FAITS, OCTOBRE)) == "ab"
    assert people(lecture.en_cours(FAITS, FAITS.le)) == "ce"
    assert people(lecture.en_cours(FAITS, date(2026, 9, 30))) == "be"


def test_that_of_two_follow_ups_of_one_day_the_one_that_goes_on_is_the_later():
    day = date(2026, 10, 1)
    ended, going_on = suivi("a", day, day), suivi("a", day)
    before = suivi("a", date(2026, 9, 1))
    assert sorted([going_on, ended, before], key=lecture.ordre) == [before, ended, going_on]


def test_that_a_programme_without_a_file_is_still_counted():
    faits = FaitsEcrits(programmes=dict.fromkeys(("Z", "B")))
    found = [suivi("a", FAITS.le, programme=code) for code in ("X", "A", "X", "B")]
    assert lecture.programmes(faits, found) == ("Z", "B", "A", "X")


def test_that_two_follow_ups_of_one_person_are_two():
    found = lecture.suivis("", [suivi("a", FAITS.le), suivi("a", FAITS.le)])
    assert (found.valeur, found.qui) == (2, frozenset("a"))
