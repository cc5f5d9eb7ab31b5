"""Forfaits counted by hand, then against a naive recount on whatever may happen to somebody."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.domain.consultation import Issue, RendezVous, TypeActe
from microstructure_desktop.domain.decompte import Du, EtatForfait, tous_les_forfaits
from microstructure_desktop.domain.equipe import CycleForfait, Role
from microstructure_desktop.domain.ids import MembreId, PatientId, RendezVousId
from tests.exchange.cases import (
    COURTE,
    COVID,
    ENTOURAGE,
    LONGUE,
    PROGRAMMES,
    PSY,
    TS,
    absence,
    acte,
    inclusion,
    jour,
)

Etat = EtatForfait
SIX = [acte("a", f"2025-02-{d:02}") for d in range(1, 7)]
SEVEN = [acte("a", f"2025-02-{d:02}", TS) for d in range(1, 8)]
WHOLE = [acte("a", "2025-02-03", LONGUE), *SIX, *SEVEN]
SINCE = inclusion("a", "2025-01-01")


def counted(*inclusions, actes=(), le="2025-06-01", **others):
    return tous_les_forfaits(inclusions, PROGRAMMES, actes, le=jour(le), **others)


def figures(decompte):
    return [c.faits for c in decompte.forfait.compteurs]


def state(actes, le="2025-06-01", since=SINCE):
    (found,) = counted(since, actes=actes)
    return found.etat(jour(le))


@pytest.mark.parametrize(
    ("actes", "le", "expected"),
    [
        ([], "2024-12-31", Etat.NON_OUVERT),
        ([], "2025-01-01", Etat.OUVERT),
        ([acte("a", "2025-02-03", COURTE)], "2025-06-01", Etat.OUVERT),  # paid by the act
        ([absence("a", "2025-02-03")], "2025-06-01", Etat.OUVERT),
        ([acte("a", "2025-02-03", ENTOURAGE)], "2025-06-01", Etat.OUVERT),
        (SIX[:1], "2025-06-01", Etat.EN_COURS),
        (WHOLE[1:], "2025-12-31", Etat.EN_COURS),  # the last day is still one
        (WHOLE[1:], "2026-01-01", Etat.CLOS_INCOMPLET),
        ([], "2026-01-01", Etat.CLOS_INCOMPLET),
        (WHOLE, "2025-06-01", Etat.COMPLET),
        (WHOLE, "2026-01-01", Etat.COMPLET),
        ([*WHOLE, acte("a", "2025-05-01")], "2025-06-01", Etat.DEPASSE),
        # a seventh session does not make up for the social worker's that are missing
        ([*SIX, acte("a", "2025-05-01")], "2025-06-01", Etat.EN_COURS),
    ],
)
def test_that_a_forfait_is_in_one_state(actes, le, expected):
    assert state(actes, le) is expected


def test_that_what_was_written_about_billing_comes_first():
    (found,) = counted(SINCE, actes=WHOLE)
    assert found.etat(jour("2025-06-01"), facture=True) is Etat.FACTURE
    assert found.etat(jour("2025-06-01"), facture=True, annule=True) is Etat.ANNULE


def test_that_an_exit_closes_a_forfait_the_day_after():
    left = inclusion("a", "2025-01-01", "2025-04-30")
    assert state(SIX, "2025-04-30", left) is Etat.EN_COURS
    assert state(SIX, "2025-05-01", left) is Etat.CLOS_INCOMPLET
    assert state(WHOLE, "2025-05-01", left) is Etat.COMPLET


@pytest.mark.parametrize(
    ("actes", "le", "fin", "expected"),
    [
        ([], "2025-06-01", "", Etat.OUVERT),
        ([acte("a", "2025-02-03", COURTE)], "2025-06-01", "", Etat.EN_COURS),
        ([acte("a", "2025-02-03", ENTOURAGE)], "2025-06-01", "", Etat.OUVERT),
        ([absence("a", "2025-02-03")], "2025-06-01", "", Etat.OUVERT),
        (SIX, "2026-01-01", "", Etat.COMPLET),
        (SIX, "2026-01-01", "2025-12-31", Etat.COMPLET),
        (SIX, "2026-01-01", "2025-12-30", Etat.CLOS_INCOMPLET),
        ([], "2026-01-01", "", Etat.CLOS_INCOMPLET),
    ],
)
def test_that_its_term_completes_a_forfait_whose_counts_are_not_published(actes, le, fin, expected):
    since = inclusion("a", "2025-01-01", fin, programme="EQUIPADDICT")
    assert state(actes, le, since) is expected


def test_that_the_acts_beyond_are_the_latest_of_each_profession():
    seventh, eighth = acte("a", "2025-05-01"), acte("a", "2025-05-02")
    long_again = acte("a", "2025-04-01", LONGUE)
    (found,) = counted(SINCE, actes=[eighth, long_again, *WHOLE[:7], seventh])
    assert found.au_dela == (long_again, seventh, eighth)
    assert figures(found) == [2, 8, 0]


def test_that_an_act_on_the_day_of_a_change_counts_once_in_the_new_forfait():
    before = inclusion("a", "2024-03-10", "2025-02-03")
    after = inclusion("a", "2025-02-03")
    on_the_day, on_the_eve = acte("a", "2025-02-03"), acte("a", "2025-02-02")
    old, new = counted(before, after, actes=[on_the_day, on_the_eve])
    assert (old.imputes, new.imputes) == ((on_the_eve,), (on_the_day,))


def test_that_the_new_programme_has_the_day_even_when_it_counts_no_act():
    before = inclusion("a", "2024-03-10", "2025-02-03")
    after = inclusion("a", "2025-02-03", programme="EQUIPADDICT")
    old, new = counted(before, after, actes=[acte("a", "2025-02-03")])
    assert (old.imputes, new.imputes, new.rencontres) == ((), (), 1)


def test_that_a_programme_without_forfait_takes_no_act_from_the_other():
    before = inclusion("a", "2024-03-10", "2025-02-03")
    after = inclusion("a", "2025-02-03", programme="MSMA")
    (old,) = counted(before, after, actes=[acte("a", "2025-02-03")])
    assert len(old.imputes) == 1


def test_that_each_year_counts_from_zero_on_its_first_day():
    actes = [acte("a", "2025-12-31"), acte("a", "2026-01-01"), acte("a", "2026-01-02")]
    first, second = counted(SINCE, actes=actes, le="2026-02-01")
    assert (figures(first), figures(second)) == ([0, 1, 0], [0, 2, 0])
    since_may = inclusion("a", "2025-05-10")
    civil = counted(since_may, actes=actes, le="2026-02-01", rythme=CycleForfait.CIVIL)
    assert [figures(d) for d in civil] == [[0, 1, 0], [0, 2, 0]]


def test_that_an_appointment_is_planned_in_the_forfait_of_its_day_until_the_exit():
    psy = MembreId("psychologue")

    def planned(le, entourage=False):
        return RendezVous(
            RendezVousId(le), PatientId("a"), psy, jour(le), time(10), entourage=entourage
        )

    coming = [
        planned("2025-06-01"),  # the day itself: not yet to come
        planned("2025-06-02"),
        planned("2025-06-03", entourage=True),
        planned("2025-08-31"),
        planned("2025-09-01"),  # after the exit
    ]
    leaving = inclusion("a", "2025-01-01", "2025-08-31")
    (found,) = counted(
        leaving, rendez_vous=coming, roles={psy: Role.PSYCHOLOGUE}
    )  # fmt: skip
    assert [c.planifies for c in found.forfait.compteurs] == [0, 2, 0]


def test_that_forfaits_are_those_of_a_period_and_of_the_years_to_come():
    # a: 2024, 2025 and 2026 by anniversary on 10 May; the act of the day is of the first.
    since, done = inclusion("a", "2024-05-10"), [acte("a", "2025-05-09")]
    every = counted(since, actes=done, le="2025-06-01", jusqua=jour("2026-12-31"))
    assert [str(d.cycle.debut) for d in every] == ["2024-05-10", "2025-05-10", "2026-05-10"]
    recent = counted(since, actes=done, le="2025-06-01", depuis=jour("2025-05-10"))
    assert [figures(d) for d in recent] == [[0, 0, 0]]
    last_day = counted(since, actes=done, le="2025-06-01", depuis=jour("2025-05-09"))
    assert [figures(d) for d in last_day] == [[0, 1, 0], [0, 0, 0]]


@pytest.mark.parametrize(
    ("fin", "rythme", "expected"),
    [
        # 829 euros; 2025 has 365 days; to 30 April: 120 days, 829 × 120 / 365 = 272.548
        ("2025-04-30", CycleForfait.ANNIVERSAIRE, Du(82_900, 27_255, 120, 365)),
        # the first day only: 829 / 365 = 2.2712
        ("2025-01-01", CycleForfait.ANNIVERSAIRE, Du(82_900, 227, 1, 365)),
        ("2025-12-31", CycleForfait.ANNIVERSAIRE, Du(82_900, 82_900, 365, 365)),
        ("", CycleForfait.ANNIVERSAIRE, Du(82_900, 82_900, 365, 365)),
        ("2025-04-30", CycleForfait.CIVIL, Du(82_900, 27_255, 120, 365)),
    ],
)
def test_that_an_exit_is_worth_the_whole_or_the_days_followed(fin, rythme, expected):
    (found,) = counted(inclusion("a", "2025-01-01", fin), rythme=rythme)
    assert found.du() == expected
    assert found.du().differe is (expected.jours < expected.jours_cycle)


def test_that_a_first_civil_cycle_is_worth_its_own_days():
    # From 1 December: 31 days, left on the 16th: 829 × 16 / 31 = 427.871 euros.
    left = inclusion("a", "2024-12-01", "2024-12-16")
    (found,) = counted(left, rythme=CycleForfait.CIVIL)
    assert found.du() == Du(82_900, 42_787, 16, 31)


def test_that_half_a_cent_is_rounded_up():
    # 183 of the 366 days of 2024, at 829.01 euros: 414.505.
    paid = replace(COVID.versions[1], montant_centimes=82_901)
    programmes = PROGRAMMES | {"COVID_SM": replace(COVID, versions=(paid,))}
    left = inclusion("a", "2024-01-01", "2024-07-01")
    (found,) = tous_les_forfaits([left], programmes, [], le=jour("2024-12-31"))
    assert found.du() == Du(82_901, 41_451, 183, 366)


ORIGIN = date(2023, 1, 1)
TYPES = (PSY, TS, LONGUE, COURTE, ENTOURAGE, TypeActe.CONS_PSYCHIATRE)
INCLUDED = {PSY: (Role.PSYCHOLOGUE, 6), TS: (Role.TRAVAILLEUR_SOCIAL, 7), LONGUE: (Role.MEDECIN, 1)}


def days(low, high):
    return st.integers(low, high).map(lambda n: timedelta(days=n))


@dataclass(frozen=True)
class Story:
    """What happened to one person: follow-ups one after the other, and acts as last corrected."""

    inclusions: tuple
    actes: tuple
    rythme: CycleForfait


@st.composite
def stories(draw):
    follow_ups, debut = [], ORIGIN + draw(days(0, 500))
    for rank in range(draw(st.integers(1, 4))):
        programme = draw(st.sampled_from(sorted(PROGRAMMES)))
        fin = debut + draw(days(0, 800))
        begun = inclusion("a", str(debut), str(fin), programme)
        follow_ups.append(replace(begun, id=f"a{rank}"))
        # the next one begins on the very day, or on the morrow, or later
        debut = fin + draw(st.sampled_from([0, 1, 40]).map(lambda n: timedelta(days=n)))
    if draw(st.booleans()):
        follow_ups[-1] = replace(follow_ups[-1], fin=None)
    edges = [d for i in follow_ups for d in (i.debut, i.fin or i.debut)]
    when = st.one_of(days(0, 1800).map(lambda n: ORIGIN + n), st.sampled_from(edges))
    acts = st.builds(
        lambda le, kind, issue: acte("a", str(le), kind, issue=issue),
        when, st.sampled_from(TYPES), st.sampled_from([Issue.HONORE, Issue.HONORE, Issue.REPORTE]),
    )  # fmt: skip
    done = draw(st.lists(acts, max_size=40))
    for rank in draw(st.lists(st.integers(0, 39), max_size=10)):
        if rank < len(done):
            done[rank : rank + 1] = draw(st.lists(acts, max_size=1))  # corrected, or taken back
    order = draw(st.permutations(follow_ups))
    return Story(tuple(order), tuple(done), draw(st.sampled_from(CycleForfait)))


def year_begun(since, le, rythme):
    """The day on which the year of a follow-up began, year after year."""
    begun = since
    for year in range(since.year + 1, le.year + 1):
        if rythme is CycleForfait.CIVIL:
            again = date(year, 1, 1)
        elif (since.month, since.day) == (2, 29) and year % 4:
            again = date(year, 2, 28)
        else:
            again = since.replace(year=year)
        if again <= le:
            begun = again
    return begun


def naive(story):
    """Kept acts of the three counted types, by first day of the year and profession."""
    found = Counter()
    for one in story.actes:
        if one.type not in INCLUDED or one.issue is not Issue.HONORE:
            continue
        around = [
            i
            for i in story.inclusions
            if i.programme != "MSMA"
            and i.debut <= one.jour
            and (i.fin is None or one.jour <= i.fin)
        ]
        around.sort(
            key=lambda i: (year_begun(i.debut, one.jour, story.rythme), i.fin or date.max, i.id)
        )
        if around and around[-1].programme == "COVID_SM":
            mine = around[-1]
            begun = year_begun(mine.debut, one.jour, story.rythme)
            found[mine.id, begun, INCLUDED[one.type][0]] += 1
    return found


@given(stories())
def test_that_counters_equal_a_naive_recount(story):
    found = tous_les_forfaits(
        story.inclusions, PROGRAMMES, story.actes, le=date(2030, 1, 1), rythme=story.rythme
    )
    counted_here = {
        (d.cycle.inclusion.id, d.cycle.debut, c.role): c.faits
        for d in found
        for c in d.forfait.compteurs
        if c.faits
    }
    assert counted_here == dict(naive(story))


@given(stories())
def test_that_every_act_counts_in_one_forfait_at_most(story):
    found = tous_les_forfaits(
        story.inclusions, PROGRAMMES, story.actes, le=date(2030, 1, 1), rythme=story.rythme
    )
    places = Counter(id(one) for d in found for one in d.imputes)
    assert set(places.values()) <= {1}
    assert sum(places.values()) == sum(naive(story).values())
    for d in found:
        included = {c.role: c.inclus for c in d.forfait.compteurs}
        by_role = Counter(one.role for one in d.imputes)
        beyond = Counter(one.role for one in d.au_dela)
        assert beyond == +Counter({r: n - included[r] for r, n in by_role.items()})
        assert all(d.cycle.debut <= one.jour <= d.cycle.fin for one in d.imputes)
        assert 0 < d.du().prorata <= d.du().entier


@given(stories(), st.integers(0, 2200))
def test_that_a_state_agrees_with_what_was_counted(story, when):
    le = ORIGIN + timedelta(days=when)
    for d in tous_les_forfaits(
        story.inclusions, PROGRAMMES, story.actes, le=le, rythme=story.rythme
    ):
        missing = [c for c in d.forfait.compteurs if c.faits < c.inclus]
        found = d.etat(le)
        over = le > d.cycle.fin
        if found in (Etat.COMPLET, Etat.DEPASSE):
            assert not missing
            assert bool(d.au_dela) is (found is Etat.DEPASSE)
        else:
            assert over is (found is Etat.CLOS_INCOMPLET)
            assert missing or not d.compte
