"""Editors by name: what was typed, what is wrong, what was put back."""

from datetime import date

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.ui.pages.patients.fields import NOT_A_DATE, TICKED, Fields
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.date_field import DateField
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.segmented import Segmented
from microstructure_desktop.ui.widgets.text_area import TextArea
from tests.cabinet import TODAY


@pytest.fixture
def fields(show):
    ground = QWidget()
    body = QVBoxLayout(ground)
    made = Fields(ground)
    body.addWidget(made.add("nom", "Nom", LineEdit()))
    body.addWidget(made.add("jour", "Jour", DateField(today=lambda: TODAY)))
    body.addWidget(made.add("sexe", "Sexe", Segmented((("F", "Femme"), ("H", "Homme")))))
    body.addWidget(made.add("lieu", "Lieu", ComboField((("A", "Ici"), ("B", "Là")))))
    tick = CheckBox("Informée")
    made.watch("informee", tick)
    body.addWidget(tick)
    made.ground = show(ground, 500, 500)
    return made


def test_that_everything_typed_is_read_unreadable_dates_included(fields):
    fields.set_typed({"nom": "Légende", "jour": "31/02", "sexe": "F", "informee": TICKED})
    assert fields.typed() == {
        "nom": "Légende", "jour": "31/02", "sexe": "F", "lieu": "", "informee": TICKED,
    }  # fmt: skip
    assert fields.day("jour") is None
    assert fields.unreadable() == {"jour": NOT_A_DATE.format("Jour")}


def test_that_several_lines_are_read_and_put_back(qtbot, fields):
    area = TextArea()
    fields.add("texte", "Texte", area)
    with qtbot.waitSignal(fields.edited) as edited:
        area.set_text("Une ligne\nUne autre")
    assert edited.args == ["texte"]
    fields.set_typed({"texte": "Remise"})
    assert fields.text("texte") == "Remise"


def test_that_a_date_is_understood_while_it_is_typed(fields):
    fields.set_typed({"jour": "140592"})
    assert fields.day("jour") == date(1992, 5, 14)
    assert fields.unreadable() == {}


def test_that_every_kind_of_editor_says_which_field_was_edited(qtbot, fields, taper):
    told = []
    fields.edited.connect(told.append)
    taper(fields.editor("nom"), "é")
    fields.editor("sexe").part("H").click()
    fields.editor("informee").click()
    fields.set_typed({"lieu": "B"})
    assert told == ["nom", "sexe", "informee", "lieu"]


def test_that_a_name_the_form_has_no_more_is_left_out(fields):
    fields.set_typed({"disparu": "x", "nom": "Un"})
    assert fields.text("nom") == "Un"


def test_that_a_fault_is_said_at_its_field_and_goes_when_it_is_edited(fields, taper):
    found = fields.show_problems({"nom": "Entrez le nom.", "sexe": "Choisissez."})
    assert found == [
        ("Entrez le nom.", fields.editor("nom")),
        ("Choisissez.", fields.editor("sexe")),
    ]
    assert fields.field("nom").error_text == "Entrez le nom."
    taper(fields.editor("nom"), "L")
    assert fields.field("nom").error_text == ""
    assert fields.field("sexe").error_text == "Choisissez."
    fields.show_problems({})
    assert fields.field("sexe").error_text == ""


def test_that_the_first_field_is_known(fields):
    assert fields.first() is fields.editor("nom")
