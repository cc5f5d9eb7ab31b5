"""The place of the register is folded away until somebody wants another."""

from microstructure_desktop.ui.animateur.gate.register_field import RegisterField


def test_that_the_address_is_asked_only_on_demand(show):
    field = show(RegisterField())
    assert field.url() == ""
    assert not field.edit.isVisible()
    field.fold_button.click()
    assert field.edit.isVisible()
    assert field.edit.hasFocus()
    field.edit.setText(" postgresql://a@b/c ")
    assert field.url() == "postgresql://a@b/c"
    field.fold_button.click()
    assert not field.edit.isVisible()
