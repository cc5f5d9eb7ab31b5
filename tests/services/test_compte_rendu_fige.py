"""What closed minutes print stays what it was, whatever is recorded afterwards."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import comptes_rendus
from microstructure_desktop.services.compte_rendu_fige import figee, forfaits_imprimes
from tests.ui.pages.reunions import scenes

BEFORE = date(2026, 10, 20)


@pytest.fixture
def who(team):
    return scenes.people(team)


def counted(team, synthese, patient):
    with team.medecin.store.read() as work:
        forfait = forfaits_imprimes(work, team.medecin, synthese)[patient.id]
    return forfait.compteur(Role.PSYCHOLOGUE).faits


def test_that_an_act_recorded_afterwards_changes_no_closed_minutes(team, who):
    team.seance(who.sophie.id, BEFORE)
    held = scenes.hold(team, scenes.seen(who.sophie))
    before = counted(team, held, who.sophie)
    team.seance(who.sophie.id, BEFORE)
    assert counted(team, held, who.sophie) == before
    assert counted(team, replace(held, numero=None), who.sophie) == before + 1
    with team.medecin.store.read() as work:
        printed = comptes_rendus.minutes(team.medecin, work, held)
    assert printed.forfaits[who.sophie.id].compteur(Role.PSYCHOLOGUE).faits == before
    assert printed.numero == held.numero


def test_that_closing_writes_the_number_and_the_counts(team, who):
    begun = scenes.begin(team, scenes.seen(who.sophie)).synthese
    with team.medecin.store.read() as work:
        closed = figee(work, team.medecin, begun)
    assert closed.numero == 1
    assert closed.situation(who.sophie.id).forfait.compteur(Role.PSYCHOLOGUE).inclus == 6
    assert replace(closed, numero=None, situations=begun.situations) == begun
