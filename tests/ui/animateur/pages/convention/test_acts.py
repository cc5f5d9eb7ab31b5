"""The convention from the window: made, saved again, and made again when keys change."""

from dataclasses import replace

import pytest

from microstructure_desktop.animateur import keys, projets
from microstructure_desktop.animateur.errors import NoConvention
from microstructure_desktop.animateur.register import Register
from microstructure_desktop.exchange import convention as convention_file
from microstructure_desktop.exchange.seal import fingerprint
from microstructure_desktop.paths import Home
from microstructure_desktop.ui.animateur import desk as desks
from microstructure_desktop.ui.animateur.desk import Desk, Secrets
from microstructure_desktop.ui.animateur.pages.convention import acts
from tests.animateur.cases import JOUR, PROJET, new_keys


def test_that_the_state_says_which_key_and_what_is_in_force(world):
    found = acts.lire(world.desk)
    assert found.cle == fingerprint(world.desk.cles.signature.public)
    assert (found.projet, found.numero, found.suit) == (PROJET, 1, True)
    world.desk.cles = new_keys()
    assert not acts.lire(world.desk).suit


def test_that_a_convention_follows_the_one_before(world):
    name, octets = acts.faire(world.desk, replace(PROJET, k=projets.LEAST_TRAIT))
    assert name == "convention_OCC_2.msma-conv"
    assert convention_file.read(octets).k == 5
    assert acts.fichier(world.desk) == (name, octets)
    assert world.desk.take_changes() == {"convention"}


def test_that_without_a_convention_there_is_no_file(tmp_path):
    opened = Register.open(f"sqlite:///{tmp_path / 'r.db'}")
    made = Desk(Home(tmp_path), opened, new_keys())
    assert acts.lire(made).projet is None
    with pytest.raises(NoConvention):
        acts.fichier(made)
    made.close()


def test_that_other_keys_are_vouched_for_by_the_former(tmp_path):
    home = Home(tmp_path / "a")
    first = Secrets("une phrase de chaque jour", tmp_path / "1.age", "celle qui dort au coffre")
    made = desks.create(home, first, PROJET, "", lambda: JOUR)
    before = made.cles.signature.public
    name, octets = acts.renouveler(made, replace(first, sauvegarde=tmp_path / "2.age"))
    assert name == "convention_OCC_2.msma-conv"
    assert convention_file.read(octets, before).cle == made.cles.signature.public != before
    assert keys.open_keys(desks.keys_file(home), first.phrase) == made.cles
    made.close()
