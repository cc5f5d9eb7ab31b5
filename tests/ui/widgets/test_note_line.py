"""A sentence beside its icon."""

from microstructure_desktop.ui.widgets.note_line import NoteLine


def test_that_it_is_hidden_without_a_sentence(show):
    note = show(NoteLine("info", "Lisible par l’équipe. " * 8), 200, 120)
    shown = note.isVisible()
    note.set_text("")
    assert shown
    assert note.isHidden()
    assert note.text() == ""
    assert note.heightForWidth(200) >= 0
