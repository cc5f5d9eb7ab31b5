"""A form as it opens for somebody."""

from decimal import Decimal

from microstructure_desktop.forms import loader
from microstructure_desktop.forms.beginning import bounded, initial_answers, without_personal

from .samples import LISTS, chain, one_item


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


def test_that_a_colleague_has_no_personal_note_to_write():
    form = without_personal(chain())
    assert chain().item("note") is not None
    assert form.item("note") is None
    assert [group.id for group in form.groups] == ["un", "deux"]
    alone = item('partage = "personnel"', kind="text")
    assert without_personal(alone).groups == ()
