"""Each figure of activity, counted by hand."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain import activite
from microstructure_desktop.domain.consultation import TypeActe
from microstructure_desktop.domain.equipe import CycleForfait, Role
from microstructure_desktop.domain.reunion import Reunion, TypeReunion
from microstructure_desktop.domain.synthese import Etat
from tests.exchange.cases import (
    COURTE,
    COVID,
    ENTOURAGE,
    LONGUE,
    MEMBRES,
    PROGRAMMES,
    PSYCHIATRE,
    SANS,
    TS,
    absence,
    acte,
    inclusion,
    jour,
    mois,
    reunion,
)


def periodes(cycles):
    return [(str(c.debut), str(c.fin), c.version.montant_centimes) for c in cycles]


def test_that_the_file_active_counts_each_person_met_once():
    actes = [
        acte("a", "2025-03-01"),
        acte("a", "2025-03-31", TS),  # same person: still one
        acte("b", "2025-03-31", COURTE, lieu="TELEPHONE"),  # by telephone counts
        absence("c", "2025-03-10"),  # did not come
        acte("d", "2025-03-10", ENTOURAGE),  # a relative came
        acte("g", "2025-03-10", TypeActe.DEMARCHE_SANS_PATIENT),  # nobody came
        acte("h", "2025-03-10", TypeActe.AVIS_PSYCHIATRE_EQUIPE),  # between professionals
        acte("i", "2025-03-10", TypeActe.VAD),  # met at home
        acte("j", "2025-03-10", TypeActe.GROUPE),  # met among others
        acte("e", "2025-02-28"),  # the day before
        acte("f", "2025-04-01"),  # the day after
    ]
    assert activite.vus(actes, jour("2025-03-01"), jour("2025-03-31")) == {"a", "b", "i", "j"}


def test_that_a_cycle_lasts_twelve_months_and_starts_again_on_the_anniversary():
    found = activite.cycles(inclusion("a", "2023-05-10"), COVID, jour("2025-06-01"))
    assert periodes(found) == [
        ("2023-05-10", "2024-05-09", 82_900),
        ("2024-05-10", "2025-05-09", 82_900),
        ("2025-05-10", "2026-05-09", 82_900),
    ]


def test_that_the_amount_is_the_one_in_force_on_the_first_day_of_the_cycle():
    found = activite.cycles(inclusion("a", "2022-08-05"), COVID, jour("2023-08-05"))
    assert periodes(found) == [
        ("2022-08-05", "2023-08-04", 53_700),
        ("2023-08-05", "2024-08-04", 82_900),
    ]


def test_that_an_exit_ends_the_cycle_and_opens_no_other():
    found = activite.cycles(inclusion("a", "2023-05-10", "2024-05-09"), COVID, jour("2025-06-01"))
    assert periodes(found) == [("2023-05-10", "2024-05-09", 82_900)]
    found = activite.cycles(inclusion("a", "2023-05-10", "2024-05-10"), COVID, jour("2025-06-01"))
    assert periodes(found)[-1] == ("2024-05-10", "2024-05-10", 82_900)


def test_that_a_cycle_has_not_started_before_its_first_day():
    assert activite.cycles(inclusion("a", "2025-06-02"), COVID, jour("2025-06-01")) == ()


def test_that_a_programme_without_amount_opens_no_forfait():
    before_any_tariff = inclusion("a", "2020-01-15", "2020-12-31")
    assert activite.cycles(before_any_tariff, COVID, jour("2025-06-01")) == ()
    assert activite.cycles(inclusion("a", "2025-01-15"), SANS, jour("2025-06-01")) == ()


def test_that_forfaits_of_the_year_are_opened_running_and_closed():
    # On 31 May 2025, at 829 euros:
    #   a  since 2025-01-02                    opened 1            running
    #   b  since 2024-05-20: first cycle ended 2025-05-19 (closed), second opened, running
    #   c  since 2025-02-01, left 2025-05-31   opened, closed that evening
    #   d  since 2023-11-30: cycle of 2024-11-30 to 2025-11-29   neither opened nor closed, running
    #   e  since 2024-03-01, left 2024-10-01   over before the year: nothing
    #   f  since 2025-06-01                    not yet
    #   g  in the programme without amount     nothing
    # opened: a, b, c = 3; running: a, b, d = 3; closed: b, c = 2.
    inclusions = [
        inclusion("a", "2025-01-02"),
        inclusion("b", "2024-05-20"),
        inclusion("c", "2025-02-01", "2025-05-31"),
        inclusion("d", "2023-11-30"),
        inclusion("e", "2024-03-01", "2024-10-01"),
        inclusion("f", "2025-06-01"),
        inclusion("g", "2025-01-01", programme="MSMA"),
    ]
    (found,) = activite.forfaits(inclusions, PROGRAMMES, [], mois("2025-05"))
    assert (found.montant_centimes, found.ouverts, found.en_cours, found.clos) == (82_900, 3, 3, 2)
    assert not found.faits


def test_that_the_year_starts_again_in_january():
    inclusions = [inclusion("a", "2024-12-31"), inclusion("b", "2024-01-01", "2024-12-31")]
    (december,) = activite.forfaits(inclusions, PROGRAMMES, [], mois("2024-12"))
    assert (december.ouverts, december.en_cours, december.clos) == (2, 1, 1)
    (january,) = activite.forfaits(inclusions, PROGRAMMES, [], mois("2025-01"))
    assert (january.ouverts, january.en_cours, january.clos) == (0, 1, 0)


def test_that_running_forfaits_are_those_opened_less_those_closed():
    inclusions = [inclusion(p, f"2025-{m:02}-15") for m, p in enumerate("abcdefgh", 1)]
    inclusions[2] = inclusion("c", "2025-03-15", "2025-06-30")
    for m in range(1, 13):
        (found,) = activite.forfaits(inclusions, PROGRAMMES, [], mois(f"2025-{m:02}"))
        assert found.en_cours == found.ouverts - found.clos


def test_that_acts_done_are_counted_by_profession_when_the_forfait_includes_them():
    # Patient a, cycle 2025-03-10 to 2026-03-09; acts of March that count: the long
    # consultation of the 12th, the two psychologist's of the 10th and 31st: 1, 2, 0.
    actes = [
        acte("a", "2025-03-12", LONGUE),
        acte("a", "2025-03-12", COURTE),  # ordinary consultation: paid elsewhere
        acte("a", "2025-03-10"),
        acte("a", "2025-03-31"),
        acte("a", "2025-03-09"),  # before inclusion
        acte("a", "2025-04-01", TS),  # next month
        absence("a", "2025-03-20", TS),  # missed
        acte("a", "2025-03-21", ENTOURAGE),  # relatives are not imputable here
        acte("a", "2025-03-22", PSYCHIATRE),  # no line for the psychiatrist
        acte("z", "2025-03-15"),  # not included
    ]
    (found,) = activite.forfaits([inclusion("a", "2025-03-10")], PROGRAMMES, actes, mois("2025-03"))
    assert dict(found.faits) == {Role.MEDECIN: 1, Role.PSYCHOLOGUE: 2}


def test_that_an_act_after_the_exit_is_not_counted():
    left = inclusion("a", "2025-03-10", "2025-03-20")
    actes = [acte("a", "2025-03-20"), acte("a", "2025-03-21")]
    (found,) = activite.forfaits([left], PROGRAMMES, actes, mois("2025-03"))
    assert dict(found.faits) == {Role.PSYCHOLOGUE: 1}


def test_that_two_unit_amounts_make_two_lines():
    # a entered under 537 euros, its cycle runs until 2023-06-30; b entered under 829.
    inclusions = [inclusion("a", "2022-07-01"), inclusion("b", "2022-09-01")]
    actes = [acte("a", "2022-09-05"), acte("b", "2022-09-06"), acte("b", "2022-09-07", TS)]
    old, new = activite.forfaits(inclusions, PROGRAMMES, actes, mois("2022-09"))
    assert (old.montant_centimes, old.ouverts, dict(old.faits)) == (
        53_700,
        1,
        {Role.PSYCHOLOGUE: 1},
    )
    assert (new.montant_centimes, new.ouverts) == (82_900, 1)
    assert dict(new.faits) == {Role.PSYCHOLOGUE: 1, Role.TRAVAILLEUR_SOCIAL: 1}


def test_that_an_act_inside_two_open_inclusions_is_counted_once_in_the_latest():
    twice = [inclusion("a", "2022-07-01"), inclusion("a", "2022-09-01")]
    old, new = activite.forfaits(twice, PROGRAMMES, [acte("a", "2022-09-05")], mois("2022-09"))
    assert (dict(old.faits), dict(new.faits)) == ({}, {Role.PSYCHOLOGUE: 1})


def test_that_an_amount_without_published_acts_is_counted_all_the_same():
    paid = inclusion("a", "2025-03-10", programme="EQUIPADDICT")
    (found,) = activite.forfaits([paid], PROGRAMMES, [acte("a", "2025-03-12")], mois("2025-03"))
    assert (found.montant_centimes, found.ouverts, dict(found.faits)) == (52_800, 1, {})


def test_that_an_amount_with_nothing_to_say_makes_no_line():
    left_long_ago = inclusion("a", "2021-03-01", "2021-10-01")
    assert activite.forfaits([left_long_ago], PROGRAMMES, [], mois("2025-03")) == ()


def test_that_only_closed_meetings_of_the_month_count():
    # Two closed meetings in March: 90 min with 3 people, psychiatrist there;
    # 60 min with 2 people, without. 2 meetings, 150 min, 5 people, 90 min of psychiatrist.
    syntheses = [
        reunion(
            "2025-03-06", time(12, 30), time(14), Role.MEDECIN, Role.PSYCHOLOGUE, Role.PSYCHIATRE
        ),
        reunion("2025-03-20", time(12), time(13), Role.MEDECIN, Role.PSYCHOLOGUE),
        reunion("2025-03-27", time(12), time(13), Role.MEDECIN, etat=Etat.EN_COURS),
        reunion("2025-04-03", time(12), time(13), Role.MEDECIN),
    ]
    found = activite.reunions(syntheses, MEMBRES, mois("2025-03"))
    assert found == activite.Reunions(2, 150, 5, 90)


def test_that_the_time_of_the_psychiatrist_is_that_when_one_was_there():
    """The same in the month of the psychiatrist and in what leaves the cabinet."""
    psychiatre = next(m for m in MEMBRES.values() if m.role is Role.PSYCHIATRE)
    two = {**MEMBRES, "other": replace(psychiatre, id="other")}
    held = reunion("2025-03-06", time(12), time(13), Role.PSYCHIATRE, Role.MEDECIN)
    held = replace(held, presents=(*held.presents, "other"))
    assert activite.psychiatre_minutes(held, two) == 60
    assert activite.reunions([held], two, mois("2025-03")).psychiatre_minutes == 60
    assert activite.psychiatre_minutes(replace(held, presents=(Role.MEDECIN, "gone")), two) == 0
    assert activite.psychiatre_minutes(replace(held, etat=Etat.EN_COURS), two) == 0
    crisis = Reunion("r", TypeReunion.CRISE, held.jour, time(22), time(0, 30), etat=Etat.CLOSE)
    there = replace(crisis, membres=("other", Role.PSYCHIATRE))
    assert activite.psychiatre_minutes(there, two) == 150
    assert activite.psychiatre_minutes(crisis, two) == 0
    network = replace(there, type=TypeReunion.TRIMESTRIELLE)
    assert activite.psychiatre_minutes(network, two) == 0


def test_that_somebody_who_left_the_team_still_counts_as_present():
    found = activite.reunions(
        [reunion("2025-03-06", time(12), time(13), Role.PSYCHIATRE)], {}, mois("2025-03")
    )
    assert found == activite.Reunions(1, 60, 1, 0)


@pytest.mark.parametrize(
    ("debut", "fin", "minutes"),
    [
        (time(12, 30), time(14, 5), 95),
        (time(12), None, 0),
        (time(14), time(12), 0),  # 22 hours: noted the next day
        (time(22), time(0, 30), 150),
        (time(12, 30), time(0, 30), 720),
        (time(12, 30), time(0, 31), 0),
    ],
)
def test_that_a_meeting_lasts_from_its_start_to_its_end(debut, fin, minutes):
    assert activite.duree(reunion("2025-03-06", debut, fin)) == minutes


@pytest.mark.parametrize(
    ("pause", "minutes"),
    [
        (12 * 60, 78),  # 90 minutes from 12:30 to 14:00, less 12
        (12 * 60 + 30, 78),  # 77 and a half
        (12 * 60 + 31, 77),
        (20, 90),
        (95 * 60, 0),  # a pause that ran past the end that was typed
    ],
)
def test_that_a_pause_is_not_time_of_the_meeting(pause, minutes):
    paused = replace(reunion("2025-03-06", time(12, 30), time(14)), pause_secondes=pause)
    assert activite.duree(paused) == minutes


def test_that_a_month_counts_meetings_without_their_pauses():
    # 90 minutes less 15 with the psychiatrist, 60 minutes less 10 without: 75 + 50 = 125.
    syntheses = [
        replace(
            reunion("2025-03-06", time(12, 30), time(14), Role.PSYCHIATRE), pause_secondes=15 * 60
        ),
        replace(reunion("2025-03-20", time(12), time(13), Role.MEDECIN), pause_secondes=10 * 60),
    ]
    assert activite.reunions(syntheses, MEMBRES, mois("2025-03")) == activite.Reunions(
        2, 125, 2, 75
    )


def test_that_a_month_of_february_is_whole():
    actes = [acte("a", "2024-02-29")]
    assert activite.vus(actes, mois("2024-02").premier, mois("2024-02").dernier) == {"a"}
    assert mois("2024-02").dernier == date(2024, 2, 29)


def test_that_the_setting_of_the_cabinet_moves_the_forfaits_to_the_civil_year():
    # a since 2024-05-20. By anniversary, in January 2025: running, none opened. By civil year:
    # the first closed on 31 December, the second opened on 1 January.
    since = [inclusion("a", "2024-05-20")]
    (found,) = activite.forfaits(since, PROGRAMMES, [], mois("2025-01"))
    assert (found.ouverts, found.en_cours, found.clos) == (0, 1, 0)
    (found,) = activite.forfaits(since, PROGRAMMES, [], mois("2025-01"), CycleForfait.CIVIL)
    assert (found.ouverts, found.en_cours, found.clos) == (1, 1, 0)
    (found,) = activite.forfaits(since, PROGRAMMES, [], mois("2024-12"), CycleForfait.CIVIL)
    assert (found.ouverts, found.en_cours, found.clos) == (1, 0, 1)


def test_that_an_inclusion_whose_programme_is_no_longer_described_counts_nothing():
    gone = inclusion("a", "2025-01-15", programme="ESSAI")
    assert activite.forfaits([gone], PROGRAMMES, [], mois("2025-01")) == ()


def test_that_the_minutes_of_a_group_are_counted_once():
    def one(patient, jour="2026-10-12", **changes):
        return acte(patient, jour, duree=60, **changes)

    def group(patient, jour="2026-10-12", **changes):
        return replace(one(patient, jour), type=TypeActe.GROUPE, **changes)

    held = activite.minutes_des_actes
    assert held([group("a"), group("b"), group("c", heure=time(9))]) == 60
    assert held([group("a"), group("b", "2026-10-13"), group("c", role=Role.MEDECIN)]) == 180
    assert held([one("a"), one("b"), group("c")]) == 180
