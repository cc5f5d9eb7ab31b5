"""A fingerprint to read aloud: each sign on its own for who hears the screen."""

from microstructure_desktop.ui.widgets.groups import Groups


def test_that_groups_are_shown_and_spoken(show):
    groups = show(Groups(2))
    groups.show_groups("3F2A 91C0 0001")
    assert groups.text() == "3F2A 91C0 0001"
    assert groups.accessibleName() == "3 F 2 A, 9 1 C 0, 0 0 0 1"
    groups.show_groups("")
    assert groups.text() == ""
