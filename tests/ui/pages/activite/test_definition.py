"""A definition is under the pointer, and on the page when the button is pressed."""

from microstructure_desktop.ui.pages.activite.definition import DefinitionButton
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.layouts import boxed, column


def test_that_a_definition_is_shown_and_hidden(show):
    button = DefinitionButton("Sorties", "Suivis terminés.")
    show(boxed(column(button, button.text_shown)), 300, 200)
    assert button.toolTip() == "Suivis terminés."
    assert button.accessibleName() == f"Définition{NBSP}: Sorties"
    assert not button.text_shown.isVisible()
    button.click()
    assert button.text_shown.isVisible()
    button.click()
    assert not button.text_shown.isVisible()
