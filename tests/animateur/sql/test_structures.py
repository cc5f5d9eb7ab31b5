"""A cabinet, its keys one after the other, its last month."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.animateur.model import Cle
from microstructure_desktop.exchange import convention
from tests.animateur.cases import JOUR, MARS

LATER = date(2026, 5, 1)


def test_that_a_structure_changes_its_name_its_key_and_its_end(region):
    cabinet = region.cabinet()
    empreinte = convention.empreinte(region.convention)
    with region.register.write() as work:
        before = work.structures.get(cabinet.code)
        work.structures.rename(cabinet.code, "Cabinet du Port", empreinte)
        work.structures.leave(cabinet.code, MARS)
        work.structures.change_key(cabinet.code, "ab" * 32, LATER, perdue=False)
        after = work.structures.get(cabinet.code)
        assert after == replace(before, nom="Cabinet du Port", jusqua=MARS, cle="ab" * 32)
        assert work.structures.all() == (after,)
        assert work.structures.keys(cabinet.code) == (
            Cle(cabinet.code, before.cle, JOUR, LATER),
            Cle(cabinet.code, "ab" * 32, LATER),
        )


def test_that_a_lost_key_takes_those_before_it_along(region):
    cabinet = region.cabinet()
    with region.register.write() as work:
        work.structures.change_key(cabinet.code, "ab" * 32, LATER, perdue=False)
        work.structures.change_key(cabinet.code, "cd" * 32, LATER, perdue=True)
        lost = {key.cle: key.perdue for key in work.structures.keys(cabinet.code)}
    assert lost == {cabinet.cle.public: True, "ab" * 32: True, "cd" * 32: False}
