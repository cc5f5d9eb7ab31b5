"""Every way that a cabinet may come is said in words."""

from microstructure_desktop.animateur.enrol import Cas
from microstructure_desktop.cli import animateur_enrol


def test_that_each_case_has_its_words():
    assert set(animateur_enrol._CASES) == set(Cas)
    assert len(set(animateur_enrol._CASES.values())) == len(Cas)
