"""A rubric asked several times."""

from microstructure_desktop.forms import loader
from microstructure_desktop.forms.model import ItemType
from microstructure_desktop.forms.repeating import closed_up
from microstructure_desktop.forms.rules import enabled, visible_answers

from .samples import HEAD, LISTS

PRODUCTS = (
    HEAD
    + """
[[group]]
id = "produits"
title = "Produits"
repeat = 3
row_title = "Produit"

[[group.item]]
id = "produit"
text = "Produit"
type = "choice"
options = [
  { code = "HEROINE", label = "Héroïne" },
  { code = "CANNABIS", label = "Cannabis" },
  { code = "AUCUN", label = "Aucun", alone = true },
]

[[group.item]]
id = "voie"
text = "Voie"
type = "string"
renamed_from = "mode"
enable_when = { item = "produit", equals = "HEROINE" }

[[group.item]]
id = "depuis"
text = "Depuis"
type = "string"
under = "voie"
"""
)


def form(text=PRODUCTS):
    return loader.load(text, LISTS, {})


def test_that_each_row_has_its_heading_and_its_own_ids():
    assert [item.id for item in form().items] == [
        *("produits_1", "produit_1", "voie_1", "depuis_1"),
        *("produits_2", "produit_2", "voie_2", "depuis_2"),
        *("produits_3", "produit_3", "voie_3", "depuis_3"),
    ]
    heading = form().item("produits_2")
    assert (heading.type, heading.text) == (ItemType.GROUP, "Produit 2")
    assert (form().item("voie_2").base, form().item("voie_2").row) == ("voie", 2)
    assert form().item("voie_3").renamed_from == "mode_3"


def test_that_a_row_shows_once_the_one_above_has_begun():
    assert enabled(form(), {}) == {"produits_1", "produit_1"}
    shown = enabled(form(), {"produit_1": "CANNABIS"})
    assert shown == {"produits_1", "produit_1", "produits_2", "produit_2"}


def test_that_conditions_and_nesting_stay_in_their_row():
    answers = {"produit_1": "CANNABIS", "produit_2": "HEROINE"}
    shown = enabled(form(), answers)
    assert {"voie_2", "depuis_2", "produit_3"} <= shown
    assert not {"voie_1", "depuis_1", "voie_3"} & shown


def test_that_a_rubric_asked_once_is_left_as_it_is():
    once = form(PRODUCTS.replace("repeat = 3\n", ""))
    assert [item.id for item in once.items] == ["produit", "voie", "depuis"]
    assert once.item("voie").base == ""


def test_that_none_opens_no_other_row():
    assert enabled(form(), {"produit_1": "AUCUN"}) == {"produits_1", "produit_1"}


def test_that_a_row_that_holds_an_answer_shows_whatever_became_of_the_one_above():
    shown = enabled(form(), {"produit_2": "HEROINE"})
    assert {"produits_1", "produit_1", "produits_2", "produit_2", "voie_2"} <= shown
    assert visible_answers(form(), {"produit_2": "HEROINE"}) == {"produit_2": "HEROINE"}


def test_that_rows_close_up_without_mixing():
    answers = {"produit_2": "HEROINE", "voie_2": "fumée", "produit_3": "CANNABIS", "autre": 1}
    assert closed_up(form(), answers) == {
        "produit_1": "HEROINE",
        "voie_1": "fumée",
        "produit_2": "CANNABIS",
        "autre": 1,
    }
    assert closed_up(form(), {}) == {}
