"""What a form is made of."""

from .samples import chain


def test_that_display_texts_are_not_questions():
    form = chain()
    assert len(form.questions) == len(form.items) - 1
    assert "aide" not in {item.id for item in form.questions}


def test_that_personal_items_are_listed():
    assert chain().personal == {"note"}
    assert chain().item("note").personal


def test_that_an_item_and_its_group_are_found_by_id():
    form = chain()
    assert form.item("envie").text == "Envie"
    assert form.group_of("envie").id == "deux"
    assert form.item("rien") is None
    assert form.group_of("rien") is None


def test_that_a_code_of_another_version_labels_itself():
    item = chain().item("niveau")
    assert item.label("HAUT") == "Haut"
    assert item.label("TRES_HAUT") == "TRES_HAUT"


def test_that_two_readings_of_a_definition_are_equal():
    assert chain() == chain()
