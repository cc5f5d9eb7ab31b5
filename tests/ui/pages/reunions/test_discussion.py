"""What is said makes a situation discussed, unless the person says it was not."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.synthese import ProchainPoint
from microstructure_desktop.ui.pages.reunions.discussion import Discussion
from tests.cabinet import TODAY

from . import scenes


@pytest.fixture
def discussion(show, opened, names, who):
    made = show(Discussion(lambda: TODAY, Role.PSYCHOLOGUE))
    made.show_situation(
        opened.synthese.situation(who.sophie.id),
        (),
        names,
        age=34,
        auteurs="C. Modèle",
        closed=False,
    )
    return made


@pytest.fixture
def told(discussion):
    found = []
    discussion.changed.connect(found.append)
    return found


def test_that_each_column_is_kept_in_its_place(discussion, told, taper):
    for key in ("medical", "psychologique", "social"):
        taper(discussion.situation_card.areas[key].editor, "é")
    assert told[-1].medical == "é"
    assert told[-1].psychologique == "éTrois semaines sans alcool."
    assert told[-1].social == "é"
    assert told[-1].vue


def test_that_a_decision_and_a_next_point_are_kept(discussion, told):
    made = (scenes.decision("Patch"),)
    discussion.decisions_card.decided.emit(made)
    discussion.next_card.points.part("sur_demande").click()
    assert told[-1].decisions == made
    assert told[-1].prochain_point is ProchainPoint.SUR_DEMANDE


def test_that_a_minute_is_a_discussion_and_a_glance_is_not(discussion, told):
    discussion.count(0)
    assert told == []
    discussion.count(1)
    assert (told[-1].minutes, told[-1].vue) == (1, True)


def test_that_going_on_to_the_next_makes_it_discussed(discussion, told):
    discussion.mark_discussed()
    assert told[-1].vue
    assert discussion.next_card.discussed_box.isChecked()


def test_that_the_person_s_no_wins_over_the_time(discussion, told):
    discussion.mark_discussed()
    discussion.next_card.discussed_box.click()
    discussion.count(5)
    discussion.mark_discussed()
    assert (told[-1].minutes, told[-1].vue) == (5, False)
    discussion.next_card.discussed_box.click()
    assert told[-1].vue


def test_that_corrections_and_suites_go_up(qtbot, discussion):
    with qtbot.waitSignal(discussion.minutes_corrected):
        discussion.next_card.minutes_corrected.emit(4)
    with qtbot.waitSignal(discussion.record_clicked):
        discussion.situation_card.record_button.click()


def test_that_showing_somebody_tells_nothing(qtbot, discussion, opened, names, who):
    with qtbot.assertNotEmitted(discussion.changed):
        discussion.show_situation(
            opened.synthese.situation(who.luc.id), (), names, age=40, auteurs="", closed=True
        )
    assert discussion.situation().patient == who.luc.id
