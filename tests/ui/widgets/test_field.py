"""A field names its editor, and says under it what is wrong."""

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.field import Field, show_problems
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.segmented import Segmented
from microstructure_desktop.ui.widgets.text_area import TextArea
from tests.ui.a11y import problems

WRONG = "Entrez la date de la séance"


def words(field: Field) -> list[str]:
    found = [*field.findChildren(Label), *field.findChildren(Paragraph)]
    return [label.text() for label in found if label.isVisible()]


@pytest.mark.parametrize(
    "make",
    [LineEdit, DateField, TextArea, lambda: ComboField((("a", "A"),)),
     lambda: Segmented((("a", "A"), ("b", "B")))],
    ids=["line", "date", "area", "combo", "tray"],
)  # fmt: skip
def test_that_the_label_is_the_name_and_the_error_is_spoken(show, make):
    editor = make()
    field = show(Field("Date", editor, hint="Jour de la rencontre"), 400)
    target = editor.editor if isinstance(editor, TextArea) else editor
    assert target.accessibleName() == "Date"
    assert target.accessibleDescription() == "Jour de la rencontre"
    field.set_error(WRONG)
    assert target.accessibleDescription() == WRONG
    assert target.property("bad") is True
    assert words(field) == ["Date", "Jour de la rencontre", WRONG]
    field.set_error(None)
    assert target.accessibleDescription() == "Jour de la rencontre"
    assert field.error_text == ""
    assert problems(field) == []


def test_that_the_edge_turns_red(theme, show):
    field = show(Field("Âge", LineEdit("92", chars=6)), 300)
    field.set_error("Doit être plus petit que l’âge actuel")
    image = field.editor.grab().toImage()
    assert image.pixelColor(1, field.editor.height() // 2) == look.colour("danger")


def test_that_an_optional_field_says_so_in_words(show):
    assert "(facultatif)" in words(show(Field("Téléphone", LineEdit(), optional=True)))


def test_that_the_wrong_answer_stays_on_screen(show):
    field = show(Field("Âge", LineEdit("92")))
    field.set_error("Doit être plus petit que l’âge actuel")
    assert field.editor.text() == "92"


def test_that_words_can_change(show):
    field = show(Field("Nom", LineEdit()))
    field.set_label("Nom de naissance")
    field.set_hint("Tel qu’il figure sur la carte Vitale")
    assert words(field) == ["Nom de naissance", "Tel qu’il figure sur la carte Vitale"]
    assert field.editor.accessibleName() == "Nom de naissance"
    assert field.editor.accessibleDescription() == "Tel qu’il figure sur la carte Vitale"
    assert field.label.buddy() is field.editor


def test_that_any_widget_may_be_an_editor(show):
    field = show(Field("Dessin", QWidget()))
    field.set_error("Manque")
    assert field.editor.property("bad") is True


def test_that_each_problem_is_at_its_field_and_the_first_has_the_keyboard(show):
    fields = {name: Field(name, LineEdit()) for name in ("jour", "heure", "lieu")}
    show(boxed(column(*fields.values())))
    assert show_problems(fields, {"lieu": WRONG, "heure": WRONG})
    assert [field.error_text for field in fields.values()] == ["", WRONG, WRONG]
    assert fields["heure"].editor.hasFocus()
    assert not show_problems(fields, {})
    assert [field.error_text for field in fields.values()] == ["", "", ""]
    assert show_problems(fields, {"ailleurs": WRONG})
