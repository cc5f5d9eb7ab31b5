"""A part says for itself what it shows and gives back."""

import pytest

from microstructure_desktop.ui.pages.autres_reunions.part import Part


def test_that_a_part_without_content_is_a_mistake(qtbot, theme, meeting):
    part = Part("Rien")
    qtbot.addWidget(part)
    opened = meeting()
    for act in (lambda: part.show_meeting(opened), lambda: part.applied(opened.reunion)):
        with pytest.raises(NotImplementedError):
            act()
