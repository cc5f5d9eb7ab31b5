"""The steps of the start are read strictly; their ids stay what was stored."""

import pytest

from microstructure_desktop import assets
from microstructure_desktop.forms.toml_table import FormError
from microstructure_desktop.services import shipped
from microstructure_desktop.services.demarrage_etapes import Constat, etapes, load
from microstructure_desktop.services.reseau import reseau

SHIPPED = assets.text("demarrage.toml")


def test_that_a_step_keeps_its_name_for_ever():
    assert [e.id for e in etapes().definies] == [
        "animateur",
        "convention",
        "lieu",
        "formation_concept",
        "formation_outil",
        "formation_addictologie",
        "comptes",
        "permanences",
        "structure",
        "information",
        "inclusion",
        "reunion",
    ]


def test_that_each_thing_the_store_tells_has_its_step():
    told = [e.constat for e in etapes().definies if e.constat]
    assert list(dict.fromkeys(told)) == list(Constat)


def test_that_each_training_expected_before_the_start_has_its_step():
    assert tuple(e.theme for e in etapes().definies if e.theme) == reseau().formations_attendues
    known = shipped.shipped().listes["FORMATIONS"]
    assert all(code in known for code in reseau().formations_attendues)


def test_that_papers_go_under_a_category_that_exists():
    known = shipped.shipped().listes["DOCUMENTS"]
    assert all(e.categorie in known for e in etapes().definies)


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('id = "lieu"', 'id = "convention"', "deux fois"),
        ('constat = "equipe"', 'constat = "tous"', "constat"),
        ('titre = "Fixer les permanences"', "", "titre"),
        ('id = "lieu"', 'id = "lieu"\nautre = 1', "autre"),
        ('id = "lieu"', 'id = "lieu"\ntheme = "CONCEPT"', "theme"),
        ('theme = "CONCEPT"', "", "theme"),
    ],
)
def test_that_a_mistake_is_said(was, becomes, said):
    with pytest.raises(FormError) as found:
        load(SHIPPED.replace(was, becomes))
    assert said in " ".join(map(str, found.value.faults))
