"""An alias is followed outside any forfait, and a funded follow-up ends before it begins."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.services import anonymat
from microstructure_desktop.services.anonymat import AliasNotFunded, FollowUpFunded
from tests import factories as make

from .cases import write


def test_that_an_alias_is_offered_what_pays_for_nobody(team):
    reference = team.medecin.reference
    assert set(anonymat.offered(reference, anonyme=True)) == {"MSMA_HORS_FORFAIT"}
    assert anonymat.offered(reference, anonyme=False) == dict(reference.programmes)


@pytest.mark.parametrize("programme", ["COVID_SM", "EQUIPADDICT"])
def test_that_a_funded_programme_refuses_an_alias(team, programme):
    reference = team.medecin.reference
    with pytest.raises(AliasNotFunded):
        anonymat.check_programme(reference, make.a_patient(anonyme=True), programme)
    anonymat.check_programme(reference, make.a_patient(), programme)
    anonymat.check_programme(reference, make.a_patient(anonyme=True), "MSMA_HORS_FORFAIT")


def test_that_a_funded_follow_up_ends_before_anonymity(team):
    reference = team.medecin.reference
    with pytest.raises(FollowUpFunded):
        anonymat.check_episodes(reference, [make.an_inclusion()])
    anonymat.check_episodes(reference, [make.an_inclusion(fin=date(2026, 9, 1))])
    anonymat.check_episodes(reference, [make.an_inclusion(programme="MSMA_HORS_FORFAIT")])


def test_that_only_aliases_are_refused_a_funded_follow_up(team):
    office, sophie = team.medecin, team.patient()
    with office.store.read() as work:
        anonymat.check_people(work, office.reference, (sophie.id,))
    write(team, "patients", replace(sophie, anonyme=True, prenom=""))
    with office.store.read() as work:
        anonymat.check_people(work, office.reference, ())
        with pytest.raises(FollowUpFunded):
            anonymat.check_people(work, office.reference, (sophie.id,))


def test_that_what_runs_in_other_regions_only_is_not_offered(team):
    south = replace(team.medecin.reference, region="PAC")
    assert set(anonymat.offered(south, anonyme=False)) == {"COVID_SM", "MSMA_HORS_FORFAIT"}
    everywhere = replace(south, region="")
    assert anonymat.offered(everywhere, anonyme=False) == dict(south.programmes)
    anonymat.check_programme(south, make.a_patient(), "EQUIPADDICT")  # taken up from elsewhere


def test_that_a_programme_no_longer_described_may_have_paid(team):
    reference = team.medecin.reference
    with pytest.raises(FollowUpFunded):
        anonymat.check_episodes(reference, [make.an_inclusion(programme="ESSAI")])
