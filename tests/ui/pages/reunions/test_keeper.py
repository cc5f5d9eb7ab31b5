"""What is edited is on disk soon, revision after revision, whoever else saves."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from microstructure_desktop.domain.synthese import Etat
from microstructure_desktop.services import syntheses
from microstructure_desktop.services.syntheses import NothingDiscussed, SavedMeanwhile
from microstructure_desktop.ui.pages.reunions.keeper import DELAY_MS, Keeper

from . import scenes


@pytest.fixture
def page(theme):
    return QObject()


@pytest.fixture
def keeper(desk, page, opened):
    made = Keeper(desk.context, drafts=True, parent=page)
    made.watch(syntheses.open_synthese(desk.office, opened.synthese.id))
    return made


def typed(keeper, text):
    keeper.change(replace(keeper.synthese, organisation=text))


def stored(desk, synthese):
    return syntheses.open_synthese(desk.office, synthese.id)


def revisions(desk, synthese):
    with desk.office.store.read() as work:
        return len(work.revisions.history(synthese.id))


def test_that_an_edit_is_a_draft_before_two_seconds(qtbot, desk, keeper, settle):
    assert DELAY_MS < 2000
    with qtbot.waitSignal(keeper.saved, timeout=2000) as told:
        typed(keeper, "Salle à réserver.")
    assert told.args == [desk.team.clock()]
    found = stored(desk, keeper.synthese)
    assert (found.synthese.organisation, found.brouillon) == ("Salle à réserver.", True)


def test_that_flushing_writes_at_once_and_only_once(qtbot, desk, keeper, settle):
    typed(keeper, "Salle.")
    keeper.flush()
    settle()
    assert stored(desk, keeper.synthese).synthese.organisation == "Salle."
    with qtbot.assertNotEmitted(keeper.saved):
        keeper.flush()
        settle()


def test_that_writing_appends_a_revision_and_ends_the_draft(desk, keeper, settle):
    before = revisions(desk, keeper.synthese)
    typed(keeper, "Salle.")
    keeper.flush()
    keeper.write()
    settle()
    found = stored(desk, keeper.synthese)
    assert (found.synthese.organisation, found.brouillon) == ("Salle.", False)
    assert revisions(desk, keeper.synthese) == before + 1


def test_that_nothing_new_is_not_written_again(desk, keeper, settle):
    before = revisions(desk, keeper.synthese)
    keeper.write()
    typed(keeper, "Salle.")
    keeper.flush()
    typed(keeper, "")
    keeper.write()
    settle()
    assert revisions(desk, keeper.synthese) == before
    assert not stored(desk, keeper.synthese).brouillon  # what was taken back is no draft


def test_that_writes_follow_each_other_on_their_own_revisions(desk, keeper, settle):
    for text in ("un", "deux", "trois"):
        typed(keeper, text)
        keeper.write()
    settle()
    found = stored(desk, keeper.synthese)
    assert (found.synthese.organisation, found.brouillon) == ("trois", False)


def test_that_closing_waits_for_what_is_being_saved(qtbot, desk, keeper, settle, who):
    keeper.change(keeper.synthese.avec_situation(scenes.seen(who.sophie)))
    keeper.write()
    keeper.write(syntheses.close)
    settle()
    assert keeper.synthese.etat is Etat.CLOSE
    assert stored(desk, keeper.synthese).synthese.close


def test_that_a_refusal_keeps_the_text_in_a_draft(qtbot, desk, keeper, settle):
    typed(keeper, "Salle.")
    with qtbot.waitSignal(keeper.refused) as told:
        keeper.write(syntheses.close)
    settle()
    assert isinstance(told.args[0], NothingDiscussed)
    found = stored(desk, keeper.synthese)
    assert (found.synthese.organisation, found.brouillon) == ("Salle.", True)


def test_that_a_colleague_s_version_can_be_brought_in(qtbot, desk, keeper, settle):
    theirs = replace(keeper.synthese, organisation="Permanence du 2.", lieu="Salle Pinel")
    head = stored(desk, keeper.synthese).based_on
    syntheses.save(desk.team.medecin, theirs, head)
    typed(keeper, "Salle.")
    with qtbot.waitSignal(keeper.refused) as told:
        keeper.write()
    assert isinstance(told.args[0], SavedMeanwhile)
    with qtbot.waitSignal(keeper.merged):
        keeper.merge()
    settle()
    found = stored(desk, keeper.synthese)
    assert found.synthese.organisation == "Permanence du 2.\nSalle."
    assert found.synthese.lieu == "Salle Pinel"
    assert not found.brouillon


def test_that_joining_with_a_closed_meeting_is_refused(qtbot, desk, keeper, settle, who):
    head = stored(desk, keeper.synthese).based_on
    theirs = keeper.synthese.avec_situation(scenes.seen(who.luc))
    syntheses.close(desk.team.medecin, theirs, head)
    with qtbot.waitSignal(keeper.refused) as told:
        keeper.merge()
    assert "close" in told.args[0].sentence


def test_that_without_drafts_edits_are_revisions(qtbot, desk, page, team, settle):
    keeper = Keeper(desk.context, drafts=False, parent=page)
    keeper.watch(syntheses.prepare(desk.office))
    assert keeper.watching
    keeper.flush()
    settle()
    assert syntheses.reunions(desk.office).lignes == ()
    typed(keeper, "Salle.")
    keeper.flush()
    settle()
    assert revisions(desk, keeper.synthese) == 1


def test_that_an_answer_about_another_meeting_is_ignored(desk, keeper, settle, team):
    typed(keeper, "Salle.")
    keeper.write()
    other = syntheses.prepare(desk.office)
    keeper.watch(other)
    settle()
    assert keeper.synthese == other.synthese
