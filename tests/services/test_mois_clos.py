"""A closed month keeps its figures, and says what changed since."""

import pytest

from microstructure_desktop.domain.consultation import TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import mois_clos
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.mois_clos import (
    MonthClosed,
    MonthNotOver,
    MonthOpen,
    ReasonTooShort,
)
from tests import factories as make
from tests.cabinet import TODAY

from .cases import write

BEFORE = Mois.de(TODAY).plus(-1)


def seen(team, jour=BEFORE.premier, **changes):
    patient = team.patient()
    return write(
        team, "consultations", make.a_consultation(patient=patient.id, jour=jour, **changes)
    )


def changed(team):
    (found,) = mois_clos.clotures(team.medecin, BEFORE.annee)
    return {
        (e.code, e.cle): (e.fige and e.fige.valeur, e.actuel and e.actuel.valeur)
        for e in found.ecarts
    }


def test_that_a_closed_month_is_what_it_was_and_by_whom(team):
    seen(team)
    mois_clos.clore(team.psychologue, BEFORE)
    (found,) = mois_clos.clotures(team.medecin, BEFORE.annee)
    assert (found.mois, found.clos_par, found.ecarts) == (BEFORE, team.psychologue.membre.id, ())


def test_that_a_correction_made_later_is_told_beside_what_was_kept(team):
    seen(team)
    mois_clos.clore(team.medecin, BEFORE)
    seen(team, type=TypeActe.CONS_PSY)
    assert changed(team)["M01", ""] == (1, 2)


def test_that_a_month_under_way_cannot_be_closed(team):
    with pytest.raises(MonthNotOver):
        mois_clos.clore(team.medecin, Mois.de(TODAY))


def test_that_a_month_is_closed_once(team):
    mois_clos.clore(team.medecin, BEFORE)
    with pytest.raises(MonthClosed):
        mois_clos.clore(team.medecin, BEFORE)


def test_that_a_month_opened_again_can_be_closed_with_other_figures(team):
    mois_clos.clore(team.medecin, BEFORE)
    seen(team)
    with pytest.raises(ReasonTooShort):
        mois_clos.rouvrir(team.medecin, BEFORE, " oui ")
    mois_clos.rouvrir(team.medecin, BEFORE, "une séance manquait")
    assert mois_clos.clotures(team.medecin, BEFORE.annee) == ()
    mois_clos.clore(team.medecin, BEFORE)
    assert changed(team) == {}


def test_that_there_is_nothing_to_open_in_a_month_never_closed(team):
    with pytest.raises(MonthOpen):
        mois_clos.rouvrir(team.medecin, BEFORE, "une séance manquait")


def test_that_one_month_is_asked_for_alone(team):
    assert mois_clos.cloture(team.medecin, BEFORE) is None
    mois_clos.clore(team.medecin, BEFORE)
    seen(team)
    found = mois_clos.cloture(team[Role.PSYCHIATRE], BEFORE)
    assert (found,) == mois_clos.clotures(team.medecin, BEFORE.annee)
    with pytest.raises(AccessDenied):
        mois_clos.cloture(team[Role.SECRETARIAT], BEFORE)


def test_that_who_reads_totals_closes_nothing(team):
    with pytest.raises(AccessDenied):
        mois_clos.clore(team[Role.PSYCHIATRE], BEFORE)
    with pytest.raises(AccessDenied):
        mois_clos.rouvrir(team[Role.PSYCHIATRE], BEFORE, "une séance manquait")
