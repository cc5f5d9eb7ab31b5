"""Cycles, and the only one that an act belongs to, counted by hand."""

from dataclasses import replace
from itertools import islice

import pytest

from microstructure_desktop.domain.cycles import (
    attribue,
    chevauchements,
    cycles,
    par_personne,
    rapproches,
    tous_les_cycles,
)
from microstructure_desktop.domain.equipe import CycleForfait
from microstructure_desktop.domain.forfait import bornes
from microstructure_desktop.domain.programme import Version
from tests.exchange.cases import COVID, EQUIPADDICT, PROGRAMMES, SANS, acte, inclusion, jour

CIVIL = CycleForfait.CIVIL


def periods(found):
    return [(str(c.debut), str(c.terme), str(c.fin)) for c in found]


def test_that_a_cycle_keeps_its_term_and_ends_at_the_exit():
    left = inclusion("a", "2023-05-10", "2024-09-30")
    found = cycles(left, COVID, jour("2025-06-01"))
    assert periods(found) == [
        ("2023-05-10", "2024-05-09", "2024-05-09"),
        ("2024-05-10", "2025-05-09", "2024-09-30"),
    ]
    assert [c.ecourte for c in found] == [False, True]


def test_that_a_civil_cycle_runs_to_31_december_then_by_civil_years():
    found = cycles(inclusion("a", "2023-05-10"), COVID, jour("2025-01-01"), CIVIL)
    assert [dates[:2] for dates in periods(found)] == [
        ("2023-05-10", "2023-12-31"),
        ("2024-01-01", "2024-12-31"),
        ("2025-01-01", "2025-12-31"),
    ]


def test_that_a_civil_cycle_may_last_one_day_or_a_whole_year():
    last_day = islice(bornes(inclusion("a", "2024-12-31"), COVID, CIVIL), 2)
    assert [d for d, _ in last_day] == [jour("2024-12-31"), jour("2025-01-01")]
    first_day = next(bornes(inclusion("a", "2024-01-01"), COVID, CIVIL))
    assert first_day == (jour("2024-01-01"), jour("2024-12-31"))


def test_that_an_inclusion_of_29_february_comes_back_to_it_every_four_years():
    leap = inclusion("a", "2024-02-29")
    begun = [str(debut) for debut, _ in islice(bornes(leap, COVID), 6)]
    assert begun == [
        "2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28",
    ]  # fmt: skip
    assert next(bornes(leap, COVID, CIVIL))[1] == jour("2024-12-31")


def test_that_what_lasts_six_months_has_no_civil_year():
    half = replace(COVID, duree_mois=6)
    assert next(bornes(inclusion("a", "2024-01-15"), half, CIVIL))[1] == jour("2024-07-14")


def test_that_a_year_that_pays_or_counts_something_opens_a_forfait():
    since = inclusion("a", "2024-01-15")
    assert cycles(since, SANS, jour("2024-06-01")) == ()
    assert len(cycles(since, EQUIPADDICT, jour("2024-06-01"))) == 1
    counted = Version(jour("2020-01-01"), None, 0, COVID.versions[0].prestations, "x")
    assert len(cycles(since, replace(SANS, versions=(counted,)), jour("2024-06-01"))) == 1


def test_that_a_programme_whose_file_is_gone_opens_none():
    gone = inclusion("a", "2024-01-15", programme="ESSAI")
    kept = inclusion("b", "2024-01-15")
    (found,) = tous_les_cycles([gone, kept], PROGRAMMES, jour("2024-06-01"))
    assert found.patient == "b"


def test_that_the_days_of_a_cycle_are_counted_in_a_period():
    (found,) = cycles(inclusion("a", "2024-03-10", "2024-03-31"), COVID, jour("2024-12-31"))
    assert found.jours(jour("2024-03-01"), jour("2024-03-31")) == 22
    assert found.jours(jour("2024-03-20"), jour("2024-03-20")) == 1
    assert found.jours(jour("2024-04-01"), jour("2024-04-30")) == 0


@pytest.mark.parametrize(
    ("le", "debut"),
    [
        ("2024-03-09", None),
        ("2024-03-10", "2024-03-10"),
        ("2024-06-29", "2024-03-10"),
        ("2024-06-30", "2024-06-30"),  # both are open: the new one has it
        ("2024-07-01", "2024-06-30"),
        ("2025-06-30", "2025-06-30"),  # its next year
    ],
)
def test_that_an_act_belongs_to_the_latest_cycle_open_that_day(le, debut):
    mine = [
        inclusion("a", "2024-06-30", programme="EQUIPADDICT"),
        inclusion("a", "2024-03-10", "2024-06-30"),
        inclusion("b", "2024-01-01"),
    ]
    tous = par_personne(tous_les_cycles(mine, PROGRAMMES, jour("2025-12-31")))
    found = attribue(acte("a", le), tous["a"])
    assert (str(found.debut) if found else None) == debut


def test_that_an_act_of_somebody_else_belongs_to_no_cycle():
    tous = tous_les_cycles([inclusion("b", "2024-01-01")], PROGRAMMES, jour("2024-12-31"))
    assert attribue(acte("a", "2024-06-01"), tous) is None


def test_that_two_open_forfaits_of_a_person_are_reported():
    covid = inclusion("a", "2024-03-10")
    equip = inclusion("a", "2024-06-30", programme="EQUIPADDICT")
    sans = inclusion("a", "2024-06-30", programme="MSMA")
    other = inclusion("b", "2024-06-30")
    again = inclusion("a", "2024-07-01")
    exclusive = PROGRAMMES | {"EQUIPADDICT": replace(EQUIPADDICT, exclusif_avec=("COVID_SM",))}
    assert chevauchements([equip, covid, sans, other], exclusive) == ((covid, equip),)
    assert chevauchements([covid, again], exclusive) == ((covid, again),)
    assert chevauchements([equip, covid], PROGRAMMES) == ()


def seconds(*mine, jusqua="2026-12-31", rythme=CycleForfait.ANNIVERSAIRE):
    found = rapproches(tous_les_cycles(mine, PROGRAMMES, jour(jusqua), rythme))
    return {str(debut): str(avant.debut) for (_, debut), avant in found.items()}


def test_that_a_forfait_begun_within_the_year_of_another_is_told():
    left = inclusion("a", "2024-03-10", "2024-06-30")
    assert seconds(left, inclusion("a", "2024-07-01")) == {"2024-07-01": "2024-03-10"}
    assert seconds(left, inclusion("a", "2025-03-09")) == {"2025-03-09": "2024-03-10"}
    assert seconds(left, inclusion("a", "2025-03-10")) == {}
    assert seconds(left, inclusion("b", "2024-07-01")) == {}


def test_that_the_latest_of_those_before_is_the_one_told():
    third = inclusion("a", "2024-10-01")
    second = inclusion("a", "2024-07-01", "2024-09-30")
    first = inclusion("a", "2024-03-10", "2024-06-30")
    assert seconds(third, second, first)["2024-10-01"] == "2024-07-01"
    again = inclusion("a", "2023-03-10", "2024-06-30")  # its second year began on 10 March 2024
    assert seconds(again, second) == {"2024-07-01": "2024-03-10"}


def test_that_a_follow_up_that_goes_on_is_no_second_one():
    whole = inclusion("a", "2024-10-01")
    assert seconds(whole) == {}
    assert seconds(whole, rythme=CIVIL) == {}


def test_that_another_programme_counts_when_it_excludes_and_pays():
    before = inclusion("a", "2024-03-10", "2024-06-30")
    sans = inclusion("a", "2024-07-01", programme="MSMA")
    assert seconds(before, sans) == {}
    assert (
        seconds(inclusion("a", "2024-03-10", "2024-06-30", "MSMA"), inclusion("a", "2024-07-01"))
        == {}
    )


def test_that_a_change_on_one_day_is_no_overlap():
    before = inclusion("a", "2024-03-10", "2024-06-30")
    assert chevauchements([before, inclusion("a", "2024-06-30")], PROGRAMMES) == ()
    assert chevauchements([before, inclusion("a", "2024-06-29")], PROGRAMMES) != ()
