"""One editor per type: what is typed or clicked becomes an answer, and an answer is shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from microstructure_desktop.forms import loader
from microstructure_desktop.ui.forms import editors
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.segmented import Segmented
from tests.forms.samples import LISTS, TODAY, chain, one_item

FORM = chain()


@pytest.fixture
def make(qtbot):
    def made(item):
        editor = editors.make_editor(item, lambda: TODAY)
        qtbot.addWidget(editor.widget)
        editor.widget.show()
        editor.heard = []
        editor.answered.connect(editor.heard.append)
        return editor

    return made


def written(*lines, kind):
    return loader.load(one_item(*lines, kind=kind), LISTS, {}).items[0]


def test_that_a_tray_answers_and_gives_back(make, qtbot):
    editor = make(FORM.item("niveau"))
    part = editor.widget.part("HAUT")
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)
    assert editor.heard == ["HAUT", None]


def test_that_yes_no_and_refusal_are_three_answers(make, qtbot):
    editor = make(FORM.item("accord"))
    for code in ("OUI", "NON", "NR"):
        qtbot.mouseClick(editor.widget.part(code), Qt.MouseButton.LeftButton)
    assert editor.heard == [True, False, "NR"]


@pytest.mark.parametrize(
    ("value", "code"), [(True, "OUI"), (False, "NON"), ("NR", "NR"), (None, ""), ("x", "")]
)
def test_that_a_boolean_is_shown(make, value, code):
    editor = make(FORM.item("accord"))
    editor.show_answer(value)
    assert editor.widget.value() == code


def test_that_many_choices_are_a_list_and_few_a_tray(make):
    options = ", ".join(f'{{ code = "C{n}", label = "Choix {n}" }}' for n in range(8))
    many = written(f"options = [{options}]", kind="choice")
    assert isinstance(make(many).widget, ComboField)
    assert isinstance(make(FORM.item("niveau")).widget, Segmented)
    asked = written('list = "NIVEAU"', 'control = "liste"', kind="choice")
    assert isinstance(make(asked).widget, ComboField)


def test_that_a_list_answers_and_gives_back(make):
    editor = make(written('list = "NIVEAU"', 'control = "liste"', kind="choice"))
    editor.widget.setFocus()
    QTest.keyClick(editor.widget, Qt.Key.Key_Down)
    QTest.keyClick(editor.widget, Qt.Key.Key_Up)
    assert editor.heard == ["BAS", None]


@pytest.mark.parametrize("control", ["segments", "liste"])
def test_that_a_code_of_another_version_is_shown_as_it_is(make, control):
    editor = make(written('list = "NIVEAU"', f'control = "{control}"', kind="choice"))
    editor.show_answer("TRES_HAUT")
    assert editor.widget.value() == "TRES_HAUT"
    assert editor.heard == []


def test_that_several_choices_are_a_list_of_codes(make, qtbot):
    editor = make(FORM.item("lieux"))
    for code in ("DEHORS", "CHEZ_SOI", "DEHORS", "CHEZ_SOI"):
        qtbot.mouseClick(editor.widget.chip(code), Qt.MouseButton.LeftButton)
    assert editor.heard == [["DEHORS"], ["CHEZ_SOI", "DEHORS"], ["CHEZ_SOI"], None]


def test_that_a_refusal_excludes_the_other_choices(make, qtbot):
    options = 'options = [{ code = "A", label = "A" }, { code = "B", label = "B" }]'
    editor = make(written(options, "repeats = true", "nr = true", kind="choice"))
    for code in ("A", "NR", "B"):
        qtbot.mouseClick(editor.widget.chip(code), Qt.MouseButton.LeftButton)
    assert editor.heard == [["A"], ["NR"], ["B"]]
    assert editor.widget.selected() == ("B",)


def test_that_unknown_codes_among_several_are_kept(make, qtbot):
    editor = make(FORM.item("lieux"))
    editor.show_answer(["ANCIEN", "DEHORS"])
    qtbot.mouseClick(editor.widget.chip("CHEZ_SOI"), Qt.MouseButton.LeftButton)
    assert set(editor.heard[0]) == {"ANCIEN", "DEHORS", "CHEZ_SOI"}


def test_that_a_scale_answers_a_figure(make, qtbot):
    editor = make(FORM.item("envie"))
    qtbot.mouseClick(editor.widget.button(7), Qt.MouseButton.LeftButton)
    editor.show_answer("NR")
    assert editor.heard == [7]
    assert editor.widget.value() is None


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("12", 12), ("-3", -3), ("1\u00a0200", 1200), ("12x", "12x"), ("9" * 30, "9" * 30)],
)
def test_that_a_whole_number_is_read_or_kept_as_typed(make, taper, typed, answer):
    editor = make(written("min = 0", kind="integer"))
    taper(editor.widget, typed)
    assert editor.heard[-1] == answer


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("62,5", "62.5"), ("62.5", "62.5"), ("62", "62"), ("soixante", "soixante")],
)
def test_that_a_decimal_number_is_read_with_its_comma(make, taper, typed, answer):
    editor = make(FORM.item("poids"))
    taper(editor.widget, typed)
    assert editor.heard[-1] == answer


def test_that_a_decimal_number_is_shown_with_a_comma(make):
    editor = make(FORM.item("poids"))
    editor.show_answer("62.5")
    assert editor.widget.text() == "62,5"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("23/11/2026", "2026-11-23"), ("hier", "2026-11-22"), ("en mars", "en mars")],
)
def test_that_a_day_is_read_or_kept_as_typed(make, taper, typed, answer):
    editor = make(FORM.item("jour"))
    taper(editor.widget, typed)
    assert editor.heard[-1] == answer


def test_that_a_day_is_shown_and_an_unreadable_one_too(make):
    editor = make(FORM.item("jour"))
    editor.show_answer("2026-11-23")
    assert editor.widget.text() == "23/11/2026"
    editor.show_answer("en mars")
    assert editor.widget.text() == "en mars"


def test_that_the_arrow_keys_of_a_day_answer(make):
    editor = make(FORM.item("jour"))
    editor.show_answer("2026-11-23")
    QTest.keyClick(editor.widget, Qt.Key.Key_Down)
    assert editor.heard[-1] == "2026-11-22"


def test_that_french_text_is_answered_at_each_key(make, taper):
    editor = make(FORM.item("conduite"))
    taper(editor.widget.editor, "été")
    assert editor.heard == ["é", "ét", "été"]


def test_that_an_emptied_text_is_no_answer(make, taper):
    editor = make(FORM.item("conduite"))
    taper(editor.widget.editor, "a")
    QTest.keyClick(editor.widget.editor, Qt.Key.Key_Backspace)
    assert editor.heard[-1] is None


def test_that_a_line_of_text_is_answered(make, taper):
    editor = make(written(kind="string"))
    taper(editor.widget, "élan")
    assert editor.heard[-1] == "élan"


@pytest.mark.parametrize("item", FORM.questions, ids=lambda item: item.id)
@pytest.mark.parametrize("value", [None, "NR", "texte", 3, True, ["DEHORS", 3], [], "2026-11-23"])
def test_that_showing_any_answer_tells_nobody(make, item, value):
    editor = make(item)
    editor.show_answer(value)
    assert editor.heard == []


PASTED = "a\x0bb\x07c\x1f\u0085é"


@pytest.mark.parametrize("kind", ["string", "text", "integer", "decimal", "date"])
def test_that_pasted_control_characters_are_dropped(make, kind):
    editor = make(written(kind=kind))
    line = getattr(editor.widget, "editor", editor.widget)
    QGuiApplication.clipboard().setText(PASTED)
    line.paste()
    assert editor.heard[-1] == "abcé"
