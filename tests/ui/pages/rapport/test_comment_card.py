"""The comment of a section: typed, resumed, read beside the one of the year before."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.ui.pages.rapport.comment_card import CommentCard
from tests.ui import a11y


@pytest.fixture
def card(show):
    def shown(texte="", avant="", section=Section.PROFIL, *, may_write=True):
        made = CommentCard(section, 2026, texte, avant, may_write=may_write)
        return show(made, 760, 420)

    return shown


def test_that_what_is_typed_is_told_and_can_be_recorded(qtbot, card, taper):
    made = card("Dit.")
    assert a11y.problems(made) == []
    assert not made.record_button.isEnabled()
    with qtbot.waitSignal(made.typed):
        taper(made.area.editor, "É")
    with qtbot.waitSignal(made.record_asked):
        qtbot.keyClick(made.area.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made.show_kept(datetime(2026, 11, 19, 14, 5, tzinfo=UTC))
    assert made.saved.text() == "Brouillon gardé à 14:05"
    made.show_recorded()
    assert (made.saved.text(), made.record_button.isEnabled()) == ("", False)


def test_that_who_will_read_is_said(card):
    assert card().area.editor.accessibleDescription() == (
        "Lisible par tous les soignants de l’équipe. Il est imprimé dans la version interne, et "
        "dans la version à diffuser."
    )


def test_that_a_text_found_again_is_told_and_not_taken_for_typing(qtbot, card):
    made = card()
    with qtbot.assertNotEmitted(made.typed):
        made.resume("Une file ")
    assert made.text() == "Une file "
    assert made.record_button.isEnabled()
    assert made.resumed.isVisible()


def test_that_the_comment_of_the_year_before_opens_under(card):
    made = card(avant="En 2025, moins de venues.")
    assert made.former_button.text() == "Le commentaire de 2025"
    assert not made.former.isVisible()
    made.former_button.click()
    assert made.former.isVisible()
    assert not card().former_button.isVisible()


def test_that_who_only_reads_types_nothing(card):
    made = card("Dit.", may_write=False)
    assert made.area.editor.isReadOnly()
    assert not made.record_button.isVisible()


def test_that_a_vignette_warns_of_what_makes_somebody_known(card):
    made = card(section=Section.VIGNETTES)
    assert made.hint.text().startswith("Une situation racontée sans rien qui")
