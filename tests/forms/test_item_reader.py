"""Reading one item: which keys each type takes."""

from decimal import Decimal

import pytest

from microstructure_desktop.forms import loader
from microstructure_desktop.forms.model import NR, Auto, Control, ItemType, Partage
from microstructure_desktop.forms.toml_table import FormError

from .samples import LISTS, one_item


def item(*lines, kind):
    return loader.load(one_item(*lines, kind=kind), LISTS, {}).items[0]


def faults(*lines, kind):
    with pytest.raises(FormError) as caught:
        loader.load(one_item(*lines, kind=kind), LISTS, {})
    return [fault.sentence for fault in caught.value.faults]


def test_that_an_answer_is_shared_within_the_profession_unless_said_otherwise():
    assert item(kind="text").partage is Partage.METIER
    assert item('partage = "equipe"', kind="text").partage is Partage.EQUIPE


def test_that_a_number_keeps_its_bounds_exactly():
    found = item("min = 0.1", "max = 250.5", 'unit = "kg"', kind="decimal")
    assert (found.min, found.max, found.unit) == (Decimal("0.1"), Decimal("250.5"), "kg")


def test_that_a_choice_takes_the_options_of_its_list():
    found = item('list = "NIVEAU"', kind="choice")
    assert [option.label for option in found.options] == ["Bas", "Haut", "Non évalué"]
    assert found.code_list == "NIVEAU"


def test_that_not_wishing_to_answer_is_offered_last_when_the_item_allows_it():
    found = item('list = "NIVEAU"', "nr = true", kind="choice")
    assert (found.options[-1].code, found.options[-1].label) == (NR, "Ne souhaite pas répondre")


def test_that_a_list_that_holds_nr_does_not_get_it_twice():
    found = item('options = [{ code = "NR", label = "Inconnu" }]', "nr = true", kind="choice")
    assert [option.label for option in found.options] == ["Inconnu"]


def test_that_the_previous_answer_is_offered_again_unless_said_otherwise():
    assert item(kind="text").unchanged
    assert not item("unchanged = false", kind="text").unchanged


def test_that_free_texts_are_always_bounded():
    assert item(kind="string").max_length == 200
    assert item(kind="text").max_length == 4000
    assert item("max_length = 50", kind="text").max_length == 50


def test_that_a_display_may_show_something_computed():
    assert item('auto = "assiduite"', kind="display").auto is Auto.ASSIDUITE


def test_that_a_display_may_warn():
    assert item('control = "alerte"', kind="display").control is Control.ALERTE


def test_that_a_scale_is_an_integer_with_few_graduations():
    found = item('control = "echelle"', "min = 0", "max = 10", kind="integer")
    assert found.control is Control.ECHELLE


def test_that_conditions_are_read_alone_or_in_a_series():
    found = item("nr = true", kind="integer")
    assert found.when == ()
    assert found.type is ItemType.INTEGER


@pytest.mark.parametrize(
    ("lines", "kind", "words"),
    [
        (["obligatoir = true"], "text", "clé inconnue «\u00a0obligatoir\u00a0»"),
        (["min = 3"], "text", "sans effet pour le type text"),
        (["required = true"], "display", "sans effet pour le type display"),
        ([], "choice", "soit «\u00a0options\u00a0»"),
        (['list = "NIVEAU"', 'options = [{code="A", label="A"}]'], "choice", "soit"),
        (['list = "CL99"'], "choice", "«\u00a0CL99\u00a0» inconnue"),
        (['options = [{code="A", label="A"}, {code="A", label="B"}]'], "choice", "déjà utilisé"),
        (['options = ["A"]'], "choice", "suite de tableaux"),
        (["min = 5", "max = 1"], "integer", "plus grand que"),
        (["soft_min = 5", "soft_max = 1"], "integer", "plus grand que"),
        (["min = nan"], "decimal", "nombre attendu"),
        (["min = 3e11"], "decimal", "entre"),
        (['control = "echelle"'], "integer", "min et max attendus"),
        (['control = "echelle"', "min = 0", "max = 100"], "integer", "au plus 11"),
        (['control = "puces"'], "integer", "impossible"),
        (['control = "puces"', 'list = "NIVEAU"'], "choice", "impossible"),
        (['control = "segments"', 'list = "NIVEAU"', "repeats = true"], "choice", "impossible"),
        (['control = "alerte"'], "integer", "impossible"),
        (['control = "roue"'], "integer", "au choix echelle, puces, segments, liste, alerte"),
        (["max_length = 90_000"], "text", "entre 1 et 4000"),
        (["soft_days = 0"], "date", "entre 1 et"),
        (['partage = "tous"'], "text", "equipe, metier, personnel"),
        (['partage = "personnel"', "required = true"], "text", "ni obligatoire ni exportée"),
        (['partage = "personnel"', "export = true"], "integer", "ni obligatoire ni exportée"),
        (["export = true"], "text", "réponse libre"),
        (['auto = "horoscope"'], "display", "au choix assiduite"),
        (["enable_when = 3"], "text", "suite de tableaux"),
        (["enable_when = [3]"], "text", "suite de tableaux"),
        (['enable_when = { item = "a" }'], "text", "une seule clé"),
        (['enable_when = { item = "a", alert = false }'], "text", "une seule clé"),
        (['enable_when = { item = "a", equals = 1, exists = true }'], "text", "une seule clé"),
        (['enable_when = { item = "a", any_of = [] }'], "text", "suite de textes"),
        (['enable_when = { item = "a", any_of = "X" }'], "text", "suite de textes"),
        (['enable_when = { item = "a", equals = 1.5 }'], "text", "texte attendu"),
        (["enable_when = { equals = true }"], "text", "«\u00a0item\u00a0» attendue"),
        (['enable_when = { item = "a", equals = true, sinon = 1 }'], "text", "clé inconnue"),
        (['enable_behavior = "xor"'], "text", "au choix any, all"),
    ],
)
def test_that_a_mistake_is_named(lines, kind, words):
    assert any(words in sentence for sentence in faults(*lines, kind=kind))


def test_that_an_unknown_type_is_one_fault_and_not_a_cascade():
    assert len(faults("min = 3", kind="entier")) == 1
    assert (
        len(faults('list = "NIVEAU"', 'control = "segments"', "export = true", kind="choix")) == 1
    )
