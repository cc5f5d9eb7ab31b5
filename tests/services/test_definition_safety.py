"""What a form owes to the person, said to its author."""

import pytest

from microstructure_desktop.forms.instruments import catalogue
from microstructure_desktop.forms.loader import load
from microstructure_desktop.services.definition_safety import (
    COUNTED,
    NOBODY_ASKS,
    OBLIGED,
    SUBSTANCES,
    remarks,
)
from microstructure_desktop.services.shipped import shipped
from tests.forms.samples import one_item

LISTS, SCALES = shipped().listes, catalogue(shipped().instruments)
PHQ_9 = ['instrument = "phq_9"']
BAND = """
[[group.item]]
id = "bande"
text = "Que faites-vous maintenant\u00a0?"
type = "display"
{0}
"""
ANSWERED = 'enable_when = { item = "q", exists = true }'
ALARM = 'enable_when = { item = "q", alert = true }'
NESTED = (
    """
[[group.item]]
id = "bloc"
text = "Conduite à tenir"
type = "group"
"""
    + ALARM
)


def said(text):
    return [(item.id, sentence) for item, sentence in remarks(load(text, LISTS, SCALES))]


def choice(code_list, *lines):
    return one_item(f'list = "{code_list}"', *lines, kind="choice")


@pytest.mark.parametrize("form", shipped().forms, ids=lambda form: form.id)
def test_that_what_is_shipped_owes_nothing(form):
    assert list(remarks(form)) == []


@pytest.mark.parametrize("code_list", sorted(SUBSTANCES))
def test_that_nobody_is_obliged_to_name_a_substance(code_list):
    assert code_list in LISTS
    assert said(choice(code_list, "required = true")) == [("q", OBLIGED.format(code_list))]
    assert said(choice(code_list, "export = true")) == []


def test_that_another_answer_may_be_expected():
    assert said(choice("CL09", "required = true", "export = true")) == []


@pytest.mark.parametrize(
    "text",
    [
        choice("CL27", "export = true"),
        one_item("export = true", kind="boolean").replace('"q"', '"idees_suicidaires"'),
        one_item("export = true", kind="boolean").replace('"q"', '"tentative_12m"'),
        one_item("export = true", kind="boolean").replace("Q", "Un proche mort par suicide"),
        one_item(*PHQ_9, "export = true", kind="instrument")
        + BAND.format(f'control = "alerte"\n{ALARM}'),
    ],
)
def test_that_an_answer_about_suicide_is_not_counted(text):
    ((_, sentence),) = said(text)
    assert sentence == COUNTED
    assert said(text.replace("export = true\n", "")) == []


@pytest.mark.parametrize(
    ("more", "heard"),
    [
        ("", False),
        (BAND.format(ALARM), False),  # a text that nothing frames
        (BAND.format('control = "alerte"'), False),  # shown whatever the answer
        (BAND.format(f'control = "alerte"\n{ANSWERED}'), False),
        (BAND.format(f'control = "alerte"\n{ALARM}'), True),
        (NESTED + BAND.format('control = "alerte"\nunder = "bloc"'), True),
    ],
)
def test_that_a_scale_that_alerts_is_followed_by_what_is_done(more, heard):
    text = one_item(*PHQ_9, kind="instrument") + more
    assert said(text) == ([] if heard else [("q", NOBODY_ASKS.format("PHQ-9"))])


def test_that_a_scale_without_alert_needs_no_band():
    assert said(one_item('instrument = "gad_7"', kind="instrument")) == []


def test_that_a_repeated_question_is_said_once():
    text = choice("CL16", "required = true").replace('title = "Un"', 'title = "Un"\nrepeat = 3')
    assert said(text) == [("q_1", OBLIGED.format("CL16"))]
