"""What was taken out of one of the three places that say who was erased is found."""

from datetime import date

import pytest

from microstructure_desktop.domain.acces import CONSERVATION, Action
from microstructure_desktop.services import effacement_registre
from microstructure_desktop.store import erased, erased_checks
from microstructure_desktop.store.erased_checks import RegisterAltered
from tests.services.erasures import erase, somebody


@pytest.fixture
def gone(team):
    return erase(team, somebody(team))


@pytest.fixture
def lost(team):
    """Which place has lost something; "" when none has."""

    def asked():
        with team.medecin.store.read() as work:
            try:
                erased_checks.check(work, team.home.root)
            except RegisterAltered as found:
                return found.where
        return ""

    return asked


def written(team, **at):
    """An erasure of which the log says nothing."""
    other = team.patient("Autre", "Marie")
    with team.medecin.store.begin(team.medecin.membre.id, team.clock()) as work:
        work.erasing.erase([other.id], at.get("reason", "ailleurs"), date(2026, 11, 19))
        erased.add(team.home.root, effacement_registre.marques(work))


def test_that_the_three_agree_after_an_erasure(team, gone, lost):
    assert lost() == ""


def test_that_a_row_gone_from_the_store_is_found_by_the_file_and_by_the_log(team, gone, lost):
    there = team.patient("Toujours", "Là")
    path = team.home.root / erased.NAME
    before = path.read_bytes()
    erased.add(team.home.root, {erased.Efface(date(2026, 11, 19), erased.fingerprint(there.id))})
    assert lost() == "coffre"
    path.write_bytes(before)
    assert lost() == ""
    with team.medecin.store.begin(team.medecin.membre.id, team.clock()) as work:
        work.acces.note(Action.EFFACEMENT, patient=there.id)
    assert lost() == "coffre"


def test_that_a_row_gone_from_the_file_is_found(team, gone, lost):
    (team.home.root / erased.NAME).write_text("[]")
    assert lost() == "fichier"


def test_that_one_the_log_never_said_is_found_while_its_line_would_be_kept(team, lost):
    written(team)
    assert lost() == "journal"
    later = team.clock() + 2 * CONSERVATION
    with team.medecin.store.begin(team.medecin.membre.id, later) as work:
        work.acces.note(Action.CONNEXION)
        work.acces.prune(later - CONSERVATION)
    assert lost() == ""


def test_that_one_done_again_on_a_copy_has_no_line(team, lost):
    written(team, reason="rejeu")
    assert lost() == ""
