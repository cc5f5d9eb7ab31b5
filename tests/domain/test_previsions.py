"""What will be done, lost and worth, counted by hand."""

from datetime import time, timedelta

import pytest

from microstructure_desktop.domain.consultation import RendezVous
from microstructure_desktop.domain.cycles import tous_les_cycles
from microstructure_desktop.domain.decompte import tous_les_forfaits
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import MembreId, PatientId, RendezVousId
from microstructure_desktop.domain.previsions import annee_prevue, previsions
from tests.exchange.cases import LONGUE, PROGRAMMES, TS, acte, inclusion, jour, mois

PSY = MembreId(Role.PSYCHOLOGUE.value)
ROLES = {PSY: Role.PSYCHOLOGUE}
SINCE = inclusion("a", "2025-01-01")  # 365 days, to 2025-12-31


def venue(le):
    return RendezVous(RendezVousId(le), PatientId("a"), PSY, jour(le), time(10))


def ahead(actes, le, rendez_vous=(), since=SINCE):
    (found,) = tous_les_forfaits(
        [since], PROGRAMMES, actes, [venue(r) for r in rendez_vous], ROLES, le=jour(le)
    )
    return previsions(found, jour(le))


def test_that_the_present_pace_is_kept_up_for_the_days_left():
    # On 14 March 2025: 73 days gone, 292 left, four times as many.
    # psychologist 1 done: 1 + 4 = 5 of 6, 1 lost; social worker 2: 2 + 8 = 10, none lost;
    # long consultation 0 of 1: 1 lost.
    actes = [acte("a", "2025-02-03"), acte("a", "2025-02-04", TS), acte("a", "2025-03-14", TS)]
    found = ahead(actes, "2025-03-14")
    assert [(p.role, p.au_rythme, p.perdus) for p in found.lignes] == [
        (Role.MEDECIN, 0, 1),
        (Role.PSYCHOLOGUE, 5, 1),
        (Role.TRAVAILLEUR_SOCIAL, 10, 0),
    ]
    assert (found.fin, found.jours_restants, found.perdus) == (jour("2025-12-31"), 292, 2)


def test_that_half_an_act_is_none():
    # 146 days gone, 219 left: one and a half more for each act done. 3 + 4.5 = 7 ; 1 + 1.5 = 2.
    actes = [acte("a", f"2025-02-0{d}") for d in (1, 2, 3)] + [acte("a", "2025-02-04", TS)]
    found = ahead(actes, "2025-05-26")
    assert [p.au_rythme for p in found.lignes] == [0, 7, 2]


def test_that_what_is_planned_may_say_more_than_the_pace():
    planned = ["2025-12-02", "2025-12-09", "2025-12-16", "2026-01-06"]
    found = ahead([acte("a", "2025-02-03")], "2025-12-01", planned)
    psy = found.lignes[1]
    # 335 days gone, 30 left: the pace adds none; 1 done, 3 planned before the end.
    assert (psy.au_rythme, psy.planifies, psy.prevus) == (1, 3, 4)
    assert (psy.perdus, psy.a_prendre) == (2, 2)


@pytest.mark.parametrize(("le", "told"), [("2025-04-01", False), ("2025-04-02", True)])
def test_that_a_year_just_begun_says_nothing_yet(le, told):
    # 91 days on 1 April: less than a quarter of 365.
    found = ahead([], le)
    assert found.perdus == 14
    assert found.va_perdre is told


def test_that_nobody_loses_what_is_done():
    actes = [
        acte("a", "2025-02-03", LONGUE),
        *(acte("a", f"2025-02-{d:02}") for d in range(1, 7)),
        *(acte("a", f"2025-02-{d:02}", TS) for d in range(1, 8)),
    ]
    found = ahead(actes, "2025-12-31")
    assert (found.perdus, found.va_perdre, found.jours_restants) == (0, False, 0)


def test_that_an_exit_known_brings_the_end_forward():
    leaving = inclusion("a", "2025-01-01", "2025-03-22")
    found = ahead([acte("a", "2025-02-03")], "2025-03-14", since=leaving)
    assert (found.fin, found.jours_restants) == (jour("2025-03-22"), 8)
    assert found.lignes[1].perdus == 5


def test_that_nothing_is_foreseen_outside_or_without_counts():
    assert ahead([], "2025-06-01", since=inclusion("a", "2025-01-01", "2025-05-31")) is None
    assert ahead([], "2025-06-01", since=inclusion("a", "2025-01-01", "", "EQUIPADDICT")) is None


def test_that_a_year_is_told_by_month_in_both_amounts():
    # In 2025, seen from 15 March, at 829 euros:
    #   a  since 2024-02-10: ends 2025-02-09 whole; begins again 2025-02-10
    #   b  since 2025-02-01, left 2025-04-01: 60 days of 365: 829 × 60 / 365 = 136.27 euros
    #   c  Equip'Addict since 2024-07-01: ends 2025-06-30, 528 euros; begins again 2025-07-01
    #   d  without forfait: nothing
    inclusions = [
        inclusion("a", "2024-02-10"),
        inclusion("b", "2025-02-01", "2025-04-01"),
        inclusion("c", "2024-07-01", programme="EQUIPADDICT"),
        inclusion("d", "2025-01-01", programme="MSMA"),
    ]
    whole = tous_les_forfaits(inclusions, PROGRAMMES, [], le=jour("2025-12-31"))
    found = annee_prevue(whole, 2025, jour("2025-03-15"))
    assert [str(m.mois) for m in found] == [f"2025-{n:02}" for n in range(1, 13)]
    told = {
        str(m.mois): (m.commences, m.commences_centimes)
        for m in found
        if m.commences
    }  # fmt: skip
    assert told == {"2025-02": (2, 165_800), "2025-07": (1, 52_800)}
    ended = {
        str(m.mois): (m.termines, m.termines_centimes, m.termines_prorata)
        for m in found
        if m.termines
    }
    assert ended == {
        "2025-02": (1, 82_900, 82_900),
        "2025-04": (1, 82_900, 13_627),
        "2025-06": (1, 52_800, 52_800),
    }
    assert [m.a_venir for m in found] == [False] * 2 + [True] * 10


def test_that_a_month_is_over_the_day_after_its_last():
    last = mois("2025-03").dernier
    assert annee_prevue([], 2025, last)[2].a_venir
    assert not annee_prevue([], 2025, last + timedelta(days=1))[2].a_venir


def test_that_every_forfait_of_a_year_begins_and_ends_somewhere():
    many = [inclusion(f"p{n}", f"2025-{n:02}-28") for n in range(1, 13)]
    given = tous_les_forfaits(many, PROGRAMMES, [], le=jour("2026-12-31"))
    year = annee_prevue(given, 2026, jour("2026-01-01"))
    assert sum(m.commences for m in year) == sum(m.termines for m in year) == 12
    assert len(tous_les_cycles(many, PROGRAMMES, jour("2026-12-31"))) == 24
