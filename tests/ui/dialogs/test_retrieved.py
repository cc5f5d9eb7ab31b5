"""What the lock interrupted is shown once, to be copied."""

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.ui.dialogs.retrieved import Retrieved
from tests.ui.a11y import name_of, problems


@pytest.fixture
def dialog(show):
    window = show(QWidget(), 800, 600)
    texts = [("Téléphone", "06 00 00 00 00"), ("", "rappeler après midi\nle matin")]
    made = Retrieved(window, "Nouvel interlocuteur", texts)
    made.open()
    return made


def test_that_each_text_is_under_the_name_of_its_field_and_cannot_be_changed(dialog, taper):
    first, second = dialog.areas
    taper(first.editor, "x")
    assert first.text() == "06 00 00 00 00"
    assert second.text() == "rappeler après midi\nle matin"
    assert [name_of(area.editor) for area in dialog.areas] == ["Téléphone", "Texte"]
    assert "Nouvel interlocuteur" in dialog.accessibleDescription()
    assert problems(dialog) == []


def test_that_it_closes_at_the_first_key(dialog, qtbot):
    dialog.close_button.click()
    assert not dialog.isVisible()
