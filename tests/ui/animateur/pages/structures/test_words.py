"""Where a structure stands, in a word; what was done, in a sentence."""

from dataclasses import replace

from microstructure_desktop.animateur.enrol import Cas
from microstructure_desktop.animateur.model import Structure
from microstructure_desktop.ui.animateur.pages.structures import words
from microstructure_desktop.ui.animateur.pages.structures.acts import Faite, Inscrite
from tests.animateur.cases import JANVIER, JOUR, MARS

STRUCTURE = Structure("OCC-31-001", "OCC", "Cabinet", "k", "c", JOUR, JANVIER)
EACH = Inscrite(STRUCTURE, "3F2A", MARS, 0)


def test_that_each_case_has_its_words():
    assert set(words.CASES) == set(words.BUTTONS) == set(Cas)


def test_that_the_state_says_what_matters_first():
    assert words.state(EACH) == ("À jour", "ok")
    assert words.state(replace(EACH, manquants=2)) == ("2\xa0mois manquent", "danger")
    assert words.state(replace(EACH, dernier=None)) == ("Rien reçu", "mute")
    ended = replace(EACH, structure=replace(STRUCTURE, jusqua=MARS))
    assert words.state(ended) == ("Jusqu’à mars\xa02026", "mute")
    assert dict(words.facts(ended))["Attendu"].endswith("jusqu’à mars\xa02026")
    assert dict(words.facts(replace(EACH, dernier=None)))["Dernier mois reçu"] == "aucun"


def test_that_what_was_let_in_is_told():
    assert words.done(Faite(STRUCTURE, Cas.NOUVELLE, 0)) == "Cabinet inscrit"
    said = words.done(Faite(STRUCTURE, Cas.ROTATION, 2))
    assert said == "Nouvelle clé prise\xa0: 2\xa0paquets en quarantaine acceptés"
