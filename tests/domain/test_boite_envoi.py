"""What may follow what in the outbox, and when something is tried again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop.domain.boite_envoi import (
    ABOUTI,
    FINIS,
    SUITES,
    EtatPli,
    Pli,
    Resultat,
    delai,
    du,
)

NOW = datetime(2025, 4, 3, 9, tzinfo=UTC)
PLI = Pli("ab" * 32, "2025-03", 9, None, "MSMA_OCC-31-007_2025-03_0009_abababab.msma", NOW)
ATTENTE = replace(PLI, etat=EtatPli.EN_ATTENTE)
DEPOSE = replace(PLI, etat=EtatPli.DEPOSE)


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def test_that_each_state_is_followed_only_by_what_can_follow_it():
    scelle, attente, depose = EtatPli.SCELLE, EtatPli.EN_ATTENTE, EtatPli.DEPOSE
    accuse, refuse = EtatPli.ACCUSE, EtatPli.REFUSE
    remplace, annule = EtatPli.REMPLACE, EtatPli.ANNULE
    expected = {
        scelle: {attente, depose, accuse, refuse, remplace, annule},
        attente: {depose, accuse, refuse, remplace, annule},
        depose: {accuse, refuse, remplace},
        accuse: {remplace},
        refuse: {accuse, remplace},
        remplace: {attente, depose, accuse, refuse},  # its correction was taken back
        annule: {scelle},
    }
    assert expected == SUITES
    assert set(expected) == set(EtatPli)


def test_that_what_was_handed_over_is_never_cancelled():
    assert {before for before, after in SUITES.items() if EtatPli.ANNULE in after} == {
        EtatPli.SCELLE,
        EtatPli.EN_ATTENTE,
    }


def test_that_what_left_never_comes_back_to_be_sealed():
    reached, replaced = {EtatPli.DEPOSE}, {EtatPli.REMPLACE}
    while more := {after for each in reached - replaced for after in SUITES[each]} - reached:
        reached |= more
    assert reached == set(EtatPli) - {EtatPli.SCELLE, EtatPli.EN_ATTENTE, EtatPli.ANNULE}


@pytest.mark.parametrize(
    ("etat", "fini"),
    [
        (EtatPli.SCELLE, False),
        (EtatPli.EN_ATTENTE, False),
        (EtatPli.DEPOSE, False),
        (EtatPli.ACCUSE, True),
        (EtatPli.REFUSE, True),
        (EtatPli.REMPLACE, True),
        (EtatPli.ANNULE, True),
    ],
)
def test_that_only_a_receipt_or_a_decision_ends_it(etat, fini):
    pli = replace(PLI, etat=etat)
    assert pli.fini is fini is (etat in FINIS)
    assert not (pli.fini and du(pli, NOW))


def test_that_it_may_have_left_as_soon_as_it_was_tried_once():
    assert not PLI.parti
    assert not ATTENTE.parti
    assert replace(ATTENTE, essais=1).parti
    assert not replace(ATTENTE, etat=EtatPli.ANNULE, essais=1).parti
    for etat in (EtatPli.DEPOSE, EtatPli.ACCUSE, EtatPli.REFUSE, EtatPli.REMPLACE):
        assert replace(PLI, etat=etat).parti


def test_that_an_attempt_succeeds_also_when_it_was_already_there():
    assert {Resultat.DEPOSE, Resultat.DEJA_LA} == ABOUTI


def test_that_waits_double_up_to_a_day():
    """15, 30, 60 minutes, then 2, 4, 8, 16 hours, and never more than 24."""
    hours = [delai(essais) / minutes(60) for essais in range(1, 11)]
    assert hours == [0.25, 0.5, 1, 2, 4, 8, 16, 24, 24, 24]
    assert delai(0) == minutes(15)
    assert delai(10_000) == minutes(24 * 60)


def test_that_it_is_tried_at_once_then_when_its_time_has_come():
    assert du(ATTENTE, NOW)
    later = replace(ATTENTE, prochain_essai=NOW + minutes(15), essais=1)
    assert not du(later, NOW)
    assert not du(later, NOW + minutes(14))
    assert du(later, NOW + minutes(15))
    assert du(later, NOW + timedelta(weeks=9))


def test_that_a_clock_moved_back_makes_nothing_wait_for_years():
    """The computer believed it was 2031, tried, then was set right."""
    lost = replace(ATTENTE, prochain_essai=datetime(2031, 1, 1, tzinfo=UTC), essais=1)
    assert du(lost, NOW)
    deposited = replace(DEPOSE, prochain_essai=datetime(2031, 1, 1, tzinfo=UTC))
    assert du(deposited, NOW)


def test_that_a_day_is_waited_for_and_no_more():
    edge = replace(ATTENTE, prochain_essai=NOW + timedelta(hours=24), essais=9)
    assert not du(edge, NOW)
    assert du(edge, NOW - minutes(1))


def test_that_without_a_receipt_it_goes_again_after_a_fortnight():
    waiting = replace(DEPOSE, prochain_essai=NOW + timedelta(days=15))
    assert not du(waiting, NOW)
    assert not du(waiting, NOW + timedelta(days=14, hours=23))
    assert du(waiting, NOW + timedelta(days=15))
    assert not du(DEPOSE, NOW)


def test_that_what_nobody_asked_to_send_stays():
    assert not du(PLI, NOW)
    assert not du(replace(PLI, prochain_essai=NOW), NOW)


@given(st.integers(0, 60), st.integers(-10_000, 10_000))
def test_that_no_failure_makes_anything_wait_more_than_a_day(essais, shift):
    """Whatever the clock did since, it is due at the latest a day after now."""
    failed = replace(ATTENTE, prochain_essai=NOW + delai(essais), essais=essais)
    now = NOW + timedelta(hours=shift)
    assert du(failed, now) or du(failed, now + timedelta(hours=24))
