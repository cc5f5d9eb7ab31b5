"""Enrolment from the window: a call where only a call can tell, and what waited comes in."""

import pytest

from microstructure_desktop.animateur.enrol import Cas
from microstructure_desktop.animateur.errors import FingerprintDiffers, NotFound
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange import bundle
from microstructure_desktop.ui.animateur.pages.structures import acts
from tests.animateur.cases import JANVIER, Cabinet

from .files import handed, heard, rekeyed


def test_that_a_cabinet_is_enrolled_by_ear_and_what_waited_is_let_in(world, tmp_path):
    cabinet = Cabinet("OCC-31-009")
    world.region.receive(bundle.seal(world.region.bundle(cabinet), cabinet.cle))
    ouverte = acts.ouvrir(world.desk, handed(world, tmp_path, cabinet))
    assert ouverte.lue.cas is Cas.NOUVELLE
    assert (ouverte.mois[0], len(ouverte.mois)) == (Mois(2026, 5), 25)
    with pytest.raises(FingerprintDiffers):
        acts.inscrire(world.desk, ouverte, "0000 0000", JANVIER)
    faite = acts.inscrire(world.desk, ouverte, heard(cabinet), JANVIER)
    assert (faite.structure.depuis, faite.repris) == (JANVIER, 1)
    [inscrite] = acts.lire(world.desk)
    assert (inscrite.dernier, inscrite.manquants) == (JANVIER, 2)


def test_that_a_key_vouched_for_asks_for_no_call_and_a_lost_one_does(world, tmp_path):
    cabinet = world.region.cabinet()
    vouched = rekeyed(cabinet)
    ouverte = acts.ouvrir(world.desk, handed(world, tmp_path, vouched, cabinet.cle))
    assert ouverte.lue.cas is Cas.ROTATION
    assert acts.inscrire(world.desk, ouverte, "", None).structure.cle == vouched.cle.public
    lost = rekeyed(cabinet)
    ouverte = acts.ouvrir(world.desk, handed(world, tmp_path, lost))
    assert ouverte.lue.cas is Cas.PERTE
    with pytest.raises(FingerprintDiffers):
        acts.inscrire(world.desk, ouverte, "", None)
    made = acts.inscrire(world.desk, ouverte, heard(lost), None)
    assert made.structure.cle == lost.cle.public


def test_that_a_file_that_is_gone_is_told(world, tmp_path):
    with pytest.raises(NotFound):
        acts.ouvrir(world.desk, tmp_path / "absent")


def test_that_an_end_is_noted_and_taken_back(world):
    cabinet = world.region.cabinet()
    acts.retirer(world.desk, cabinet.code, JANVIER)
    assert acts.lire(world.desk)[0].structure.jusqua == JANVIER
    assert world.desk.take_changes() == {"registre"}
    acts.retirer(world.desk, cabinet.code, None)
    assert acts.lire(world.desk)[0].structure.jusqua is None
