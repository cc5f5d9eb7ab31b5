"""What may surprise in a sound definition."""

import pytest

from microstructure_desktop import assets
from microstructure_desktop.services.definition_remarks import (
    ANOTHER_MEANING,
    CURVE_PER_ROW,
    KNOWN_VERSION,
    LOCAL_LIST,
    remarks,
)
from microstructure_desktop.services.definition_safety import COUNTED
from microstructure_desktop.services.definition_typography import APOSTROPHE, NO_BREAK
from microstructure_desktop.services.known_definitions import known
from tests.forms.samples import one_item

KNOWN = known()
DETA = next(scale for scale in KNOWN.scales if scale.id == "deta")
LIEU = assets.text("listes", "cl04_lieu.toml")
FIRST = one_item(kind="boolean")


def said(text, beside=KNOWN):
    return [(f.where, f.sentence, f.line) for f in remarks(beside.load(text), text, beside)]


def test_that_nothing_is_said_of_a_new_form():
    assert said(FIRST) == []


@pytest.mark.parametrize("text", sorted(KNOWN.texts), ids=range(len(KNOWN.texts)))
def test_that_nothing_is_said_of_what_is_shipped_whatever_its_line_ends(text):
    assert said(text.replace("\n", "\r\n")) == []


def test_that_a_version_known_already_is_said():
    beside = KNOWN.beside(KNOWN.load(FIRST.replace("version = 1", "version = 3")))
    assert said(FIRST, beside) == [("", KNOWN_VERSION.format("essai", 3), 3)]
    assert said(FIRST.replace("version = 1", "version = 4"), beside) == []


def test_that_a_scale_has_versions_too():
    again = f"# relu\n{DETA.source}"
    line = again[: again.index("version =")].count("\n") + 1
    assert said(again) == [("", KNOWN_VERSION.format("deta", 1), line)]
    assert said(again.replace("version = 1", "version = 2", 1)) == []


def test_that_an_id_cannot_ask_something_else_elsewhere():
    beside = KNOWN.beside(KNOWN.load(FIRST))
    other = one_item(kind="text").replace('id = "essai"', 'id = "autre"')
    meaning = ANOTHER_MEANING.format('type = "text"', 'type = "boolean"', "essai", 1)
    assert said(other, beside) == [("q", meaning, 13)]
    of_the_team = other.replace('role = "psychologue"', 'role = "equipe"')
    assert [where for where, *_ in said(of_the_team, beside)] == ["q"]
    of_another = other.replace('role = "psychologue"', 'role = "medecin"')
    assert said(of_another, beside) == []
    assert said(FIRST.replace('id = "essai"', 'id = "autre"'), beside) == []


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (['list = "CL05"'], "choice"),
        (['list = "CL04"', "repeats = true"], "choice"),
        (['options = [{ code = "A", label = "A" }]'], "choice"),
    ],
)
def test_that_the_list_is_part_of_the_meaning(lines, kind):
    beside = KNOWN.beside(KNOWN.load(one_item('list = "CL04"', kind="choice")))
    text = one_item(*lines, kind=kind).replace('id = "essai"', 'id = "autre"')
    assert len(said(text, beside)) == 1


def test_that_a_repeated_question_is_said_once_and_its_curves_counted():
    text = one_item("trajectoire = true", kind="integer").replace(
        'title = "Un"', 'title = "Un"\nrepeat = 3'
    )
    assert said(text) == [("q", CURVE_PER_ROW.format(3), 14)]
    beside = KNOWN.beside(KNOWN.load(text.replace("integer", "decimal")))
    other = text.replace('id = "essai"', 'id = "autre"').replace("trajectoire = true\n", "")
    assert [where for where, *_ in said(other, beside)] == ["q"]


def test_that_a_list_of_a_cabinet_is_said_not_to_be_read():
    mine = LIEU.replace('"CL04"', '"CL99"')
    assert [(sentence, line > 1) for _, sentence, line in said(mine)] == [(LOCAL_LIST, True)]


def test_that_what_a_form_owes_to_the_person_is_said_at_the_question():
    text = one_item("export = true", kind="boolean").replace('"q"', '"idees_suicidaires"')
    assert said(text) == [("idees_suicidaires", COUNTED, 13)]


def test_that_the_typography_of_every_kind_of_definition_is_looked_at():
    assert said(FIRST.replace("Essai", "L'essai")) == [("", APOSTROPHE, 4)]
    scale = DETA.source.replace('id = "deta"', 'id = "neuve"').replace('nom = "', 'nom = "Un : ')
    assert [sentence for _, sentence, _ in said(scale)] == [NO_BREAK]
    mine = LIEU.replace('"CL04"', '"CL99"').replace('"Lieu"', '"L\'endroit"')
    assert [sentence for _, sentence, _ in said(mine)] == [LOCAL_LIST, APOSTROPHE]
