"""Items of others as keys of a definition."""

from decimal import Decimal

from microstructure_desktop.forms.model import Control, ItemType

from . import cases
from .cases import asking, read


def test_that_an_intake_form_keeps_its_limits_its_unit_and_its_help():
    form = cases.sample("accueil")
    assert [group.title for group in form.groups] == ["Vous", "Votre venue"]
    name, age = form.item("identite_prenom"), form.item("identite_age")
    assert (name.required, name.max_length, name.type) == (True, 60, ItemType.STRING)
    assert (age.min, age.max, age.unit) == (Decimal(0), Decimal(120), "ans")
    assert form.item("identite_poids").hint == "En chaussettes, si possible"
    assert form.item("venue_jour").initial == "2025-01-01"
    assert form.item("venue_accord").initial is False


def test_that_common_controls_are_ours():
    form = cases.sample("commandes")
    found = {item.id: item.control for item in form.items}
    assert found == {
        "curseur": Control.ECHELLE,
        "long": None,
        "boutons": Control.SEGMENTS,
        "deroulant": Control.LISTE,
        "saisie": Control.LISTE,
        "cases": Control.PUCES,
        "case": None,
        "ouinon": Control.SEGMENTS,
        "lu": None,
    }
    assert form.item("lu").read_only


def test_that_a_repeated_group_has_as_many_rows_as_it_may():
    form = cases.sample("lignes")
    assert [group.repeat for group in form.groups] == [4, 10]
    times = form.item("q_1_3_1")
    assert (times.initial, [o.alone for o in times.options]) == (("soir",), [False, False, True])
    assert form.item("q_1_2_4").when[0].item == "q_1_1_4"


def test_that_a_text_on_several_lines_is_folded_and_given_back():
    form = read(asking({"linkId": "a", "type": "display", "text": "Un\n  deux"}))
    assert form.item("a").text == "Un deux"
    assert cases.by_link(cases.questionnaire(form))["a"]["text"] == "Un\n  deux"


def test_that_a_text_changed_by_hand_is_the_one_that_leaves():
    form = read(asking({"linkId": "a", "type": "display", "text": "Un\ndeux"}))
    edited = cases.load(form.source.replace('text = "Un deux"', 'text = "Trois"'))
    assert cases.by_link(cases.questionnaire(edited))["a"]["text"] == "Trois"
