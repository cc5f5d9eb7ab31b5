"""A comment on screen: its draft at each pause, and what the report says once recorded."""

import pytest

from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services import rapport_brouillons
from microstructure_desktop.services.rapport_saisie import TEXTE_MAX
from microstructure_desktop.ui.pages.rapport.comment_card import CommentCard
from microstructure_desktop.ui.pages.rapport.writing import Writing

PLACE = (2026, Section.PROFIL)


@pytest.fixture
def card(show):
    return show(CommentCard(Section.PROFIL, 2026, "", "", may_write=True), 700, 400)


@pytest.fixture
def writing(desk, card):
    return Writing(desk.context, *PLACE, card, card.window())


def said(desk):
    with desk.office.store.read() as work:
        return {c.section: c.texte for c in work.commentaires.de_l_annee(2026) if c.texte}


def drafts(desk):
    return rapport_brouillons.commences(desk.office, 2026)


def test_that_a_pause_keeps_a_draft(qtbot, desk, card, writing, taper):
    taper(card.area.editor, "Plus de jeunes")
    qtbot.waitUntil(lambda: bool(card.saved.text()))
    assert drafts(desk) == {Section.PROFIL: "Plus de jeunes"}
    assert said(desk) == {}


def test_that_recording_ends_the_draft_and_can_be_undone(desk, card, writing, taper):
    taper(card.area.editor, "Plus de jeunes.")
    card.record_button.click()
    desk.settle()
    assert said(desk) == {Section.PROFIL: "Plus de jeunes."}
    assert drafts(desk) == {}
    assert not writing.begun
    desk.context.undo.undo()
    desk.settle()
    assert said(desk) == {}


def test_that_what_is_typed_meanwhile_becomes_the_next_draft(qtbot, desk, card, writing, taper):
    taper(card.area.editor, "Un.")
    writing.record()
    taper(card.area.editor, " Deux.")
    desk.settle()
    assert said(desk) == {Section.PROFIL: "Un."}
    assert writing.begun
    qtbot.waitUntil(lambda: drafts(desk) == {Section.PROFIL: "Un. Deux."})


def test_that_what_is_refused_stays_on_screen_and_in_the_draft(desk, card, writing):
    card.area.set_text("a" * (TEXTE_MAX + 1))
    card.record_button.click()
    desk.settle()
    assert card.problem.title() == "Ce commentaire est trop long pour être gardé."
    assert len(drafts(desk)[Section.PROFIL]) == TEXTE_MAX + 1
    assert writing.begun


def test_that_leaving_records_even_if_the_card_is_gone(qtbot, desk, card, writing, taper):
    taper(card.area.editor, "Dit.")
    with qtbot.waitSignal(writing.destroyed):
        writing.let_go()
        card.hide()
        desk.settle()
    assert said(desk) == {Section.PROFIL: "Dit."}


def test_that_leaving_what_was_not_touched_writes_nothing(qtbot, desk, card, writing):
    with qtbot.waitSignal(writing.destroyed):
        writing.let_go()
    assert said(desk) == {}


def test_that_a_colleague_s_text_comes_unless_something_is_being_typed(card, writing, taper):
    writing.refresh("D’une collègue.")
    assert card.text() == "D’une collègue."
    assert not writing.begun
    taper(card.area.editor, "Ah ! ")
    writing.refresh("Autre chose.")
    assert card.text() == "Ah ! D’une collègue."
