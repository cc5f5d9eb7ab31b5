"""A passphrase twice: long enough, the same, and unlike the other one."""

import pytest

from microstructure_desktop.ui.animateur.gate.secret_form import SecretForm
from tests.ui import a11y

GOOD = "quelques mots à la suite"


@pytest.mark.parametrize(
    ("first", "second", "unlike", "where"),
    [
        ("court", "court", "", "phrase_field"),
        (GOOD, "quelques mots à la file", "", "again_field"),
        (GOOD, GOOD, GOOD, "phrase_field"),
    ],
)
def test_that_what_is_wrong_is_said_at_its_field(show, first, second, unlike, where):
    form = show(SecretForm("Phrase"))
    form.phrase.edit.setText(first)
    form.again.edit.setText(second)
    assert not form.check(unlike)
    assert getattr(form, where).error_text
    assert getattr(form, where).editor.edit.hasFocus()


def test_that_two_good_ones_pass_and_are_wiped(show):
    form = show(SecretForm("Phrase"))
    form.phrase.edit.setText(GOOD)
    form.again.edit.setText(GOOD)
    assert form.check("une tout autre phrase")
    assert form.text() == GOOD
    assert a11y.problems(form) == []
    form.clear()
    assert form.text() == form.again.text() == ""
