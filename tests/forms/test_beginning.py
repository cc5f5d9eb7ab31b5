"""A form as it opens for somebody."""

from decimal import Decimal

from microstructure_desktop.forms import instrument_reader, loader
from microstructure_desktop.forms.beginning import bounded, initial_answers, scales
from microstructure_desktop.forms.instruments import catalogue

from .samples import LISTS, one_item

AUDIT = """
id = "essai"
version = {0}
nom = "Essai"
periode = "12 mois"
mode = "items"
licence = "libre"
credit = "nous"
cote = [{{ n = 1, sujet = "Un", valeurs = [0, 1] }}]
[[score]]
id = "total"
label = "Total"
somme = [1]
"""


def item(*lines, kind):
    return loader.load(one_item(*lines, kind=kind), LISTS, {})


def test_that_an_age_is_at_most_the_person_s():
    form = item("min = 0", "up_to_age = true", kind="integer")
    assert bounded(form, 29).item("q").max == Decimal(29)
    assert bounded(form, 29).item("q").min == Decimal(0)
    assert bounded(item("max = 90", kind="integer"), 29).item("q").max == Decimal(90)


def test_that_a_new_fiche_proposes_what_its_form_says():
    options = 'options = [{ code = "A", label = "A" }, { code = "B", label = "B" }]'
    several = item(options, "repeats = true", 'initial = ["A", "B"]', kind="choice")
    assert initial_answers(several) == {"q": ["A", "B"]}
    assert initial_answers(item("initial = false", kind="boolean")) == {"q": False}
    assert initial_answers(item("initial = 2026-11-01", kind="date")) == {"q": "2026-11-01"}
    assert initial_answers(item("initial = 2.50", kind="decimal")) == {"q": "2.50"}
    assert initial_answers(item(kind="string")) == {}


def test_that_a_scale_is_found_in_the_version_it_was_answered_with():
    both = catalogue(s for n in (1, 2) for s in instrument_reader.load(AUDIT.format(n)))
    form = loader.load(one_item('instrument = "essai"', kind="instrument"), LISTS, both)
    answer = {"version": 1, "cotes": {"1": 1}}
    assert [scale.version for scale in scales(form, {"q": answer})] == [1]
    assert list(scales(form, {"q": {**answer, "version": 7}})) == []
    assert list(scales(form, {})) == []
