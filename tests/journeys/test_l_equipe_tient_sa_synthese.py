"""From a question asked in a session to the minutes, and to the next meeting that takes it up."""

from datetime import date, time
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.synthese import TypeDecision
from microstructure_desktop.services import syntheses
from microstructure_desktop.services.access import Permission, allowed
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.sections import factories, sections_for
from microstructure_desktop.ui.shell import Shell
from microstructure_desktop.ui.widgets.sidebar import Identity
from tests.cabinet import TODAY
from tests.ui.desk import make_desk

from .presses import Presses

DECEMBER = date(2026, 12, 17)
QUESTION = "Reprise du travail à mi-temps ?"
SHARED = "Trois semaines sans alcool, sommeil 6 h."
PERSONAL = "canari : à ne montrer à personne"
TO_PREPARE, TO_DECIDE, TO_CLOSE = 6, 6, 3


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.PSYCHOLOGUE)
    yield made
    made.context.worker.drain()


@pytest.fixture
def window(desk, qtbot):
    membre = desk.office.membre
    identity = Identity("Cabinet", membre.nom_complet, "Psychologue", membre.initiales)
    made = Shell(desk.context, sections_for(membre.role), factories(), identity)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def settle(desk, qtbot):
    def settled():
        qtbot.waitUntil(lambda: not desk.context.worker._waiting)

    return settled


@pytest.fixture
def presses():
    made = Presses()
    yield made
    made.stop()


@pytest.fixture
def sophie(team):
    """Followed, and asked about by her psychologist; others were silent or are new."""
    team.patient("Bernard", "Luc", debut=date(2026, 11, 10))
    patient = team.patient("Légende", "Sophie")
    team.seance(
        patient.id,
        date(2026, 11, 5),
        note_partagee=SHARED,
        note_personnelle=PERSONAL,
    )
    return patient


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def key(name):
    QTest.keyClick(QApplication.focusWidget(), name)


def ask(window, settle, taper, patient):
    """The psychologist's question, from the session page."""
    window.context.navigator.go(Route("seance", patient_id=patient.id))
    settle()
    form = window.page().frame.form
    form.suites.discuss.click()
    taper(form.suites.question, QUESTION)
    taper(form.note.personal.editor, PERSONAL)
    window.page().frame.finish.click()
    settle()


def prepare(window, settle):
    """From the list of meetings to the meeting, by the mouse."""
    window.context.navigator.go(Route("reunions"))
    settle()
    click(window.page().next_card.button)
    settle()
    click(window.page().proposals.all_button)
    settle()
    agenda = [row.patient for row in window.page().agenda.rows]
    click(window.page().begin_button)
    settle()
    return agenda


def close(window, settle, qtbot):
    """The page's button, the question, and the text of what would be printed."""
    page = window.page()
    click(page.header.close_button)
    click(page._dialog.close_button)
    settle()
    qtbot.waitUntil(page._dialog.sheets.is_drawn)
    text = printed(page._dialog)
    page._dialog.reject()
    return text


def printed(preview):
    """The text of what would be printed."""
    reader = PdfReader(BytesIO(preview._document.pdf))
    return " ".join(" ".join(p.extract_text() for p in reader.pages).split())


def decide(window, settle, taper, *wanted):
    """Decisions one after the other, each with who (a letter) and when, then the next patient."""
    page = window.page()
    editor = page.meeting.discussion.decisions_card.editor
    click(page.meeting.discussion.decisions_card.add_button)
    for what, who, when in wanted:
        taper(editor.what, what)
        for name in (Qt.Key.Key_Tab, who, Qt.Key.Key_Tab):
            key(name)
        taper(QApplication.focusWidget(), when)
        key(Qt.Key.Key_Return)
    click(page.steps.next_button)
    settle()


COURRIER = ("Courrier au médecin du travail", Qt.Key.Key_D, "avant le 04/12")
MAIRIE = ("Appeler la mairie", Qt.Key.Key_N, "")


def test_that_a_question_becomes_a_decision_in_the_minutes(
    team, window, settle, presses, taper, qtbot, sophie
):
    ask(window, settle, taper, sophie)

    presses.clicks = 0
    agenda = prepare(window, settle)
    assert presses.clicks <= TO_PREPARE
    assert (agenda[0], len(agenda)) == (sophie.id, 2)

    # her psychologist's words are there, and her question with its author
    page = window.page()
    assert page._step == sophie.id
    card = page.meeting.discussion.situation_card
    assert card.areas["psychologique"].text() == SHARED
    assert card.question.text() == f"Question posée par C. Modèle\xa0: {QUESTION}"

    presses.clicks = 0
    team.clock.set(TODAY, time(14, 13))
    decide(window, settle, taper, COURRIER, MAIRIE)
    assert presses.clicks <= TO_DECIDE

    presses.clicks = 0
    text = close(window, settle, qtbot)
    assert presses.clicks <= TO_CLOSE
    told = ("LÉGENDE Sophie", QUESTION, SHARED, COURRIER[0], "Dr Exemple", "avant le 04/12")
    for part in (*told, MAIRIE[0], "N. Témoin", "8 min", "17 décembre 2026"):
        assert part in text
    assert "canari" not in text
    assert "canari" not in str(syntheses.open_synthese(team.medecin, page.keeper.synthese.id))


def test_that_the_next_meeting_opens_on_the_unfinished_decision(
    team, window, settle, taper, qtbot, sophie
):
    prepare(window, settle)
    decide(window, settle, taper, COURRIER, MAIRIE)
    close(window, settle, qtbot)

    team.clock.set(DECEMBER, time(12, 30))
    prepare(window, settle)
    page = window.page()
    assert page._step == "reprises"
    courrier, _mairie = page.meeting.reprises.suite_rows
    click(courrier.suites.part("faite"))
    click(page.steps.next_button)
    click(page.steps.next_button)
    settle()
    text = close(window, settle, qtbot)
    assert "Courrier au médecin du travail Réunion du 19/11/2026" in text
    assert page.header.title.text() == "Réunion de synthèse n°\xa02"
    found = syntheses.prepare(team.psychologue).synthese.reprises
    assert [(r.decision.texte, r.depuis) for r in found] == [("Appeler la mairie", TODAY)]


def test_that_the_agenda_is_prepared_and_printed_in_a_few_clicks(
    window, settle, presses, qtbot, sophie
):
    presses.clicks = 0
    window.context.navigator.go(Route("reunions"))
    settle()
    click(window.page().next_card.button)
    settle()
    page = window.page()
    click(page.proposals.all_button)
    settle()
    click(page.print_button)
    settle()
    qtbot.waitUntil(page._preview.sheets.is_drawn)
    text = printed(page._preview)
    assert "LÉGENDE Sophie (n° 0002)" in text
    assert "1 h sur 1 h" in text
    assert presses.clicks + len(("print", "begin")) <= TO_PREPARE
    page._preview.reject()


def test_that_decisions_of_a_kind_with_a_day_take_as_few_clicks(
    team, window, settle, presses, taper, qtbot, sophie
):
    prepare(window, settle)
    page = window.page()
    first = page._step
    editor = page.meeting.discussion.decisions_card.editor
    presses.clicks = 0
    click(page.meeting.discussion.decisions_card.add_button)
    for kind, who, when in ((Qt.Key.Key_P, Qt.Key.Key_D, "+2 sem."), (Qt.Key.Key_S, "", "04/01")):
        QTest.keyClick(editor.what, kind, Qt.KeyboardModifier.AltModifier)
        key(Qt.Key.Key_Tab)
        if who:
            key(who)
        key(Qt.Key.Key_Tab)
        taper(QApplication.focusWidget(), when)
        key(Qt.Key.Key_Return)
    click(page.steps.next_button)
    settle()
    assert presses.clicks <= TO_DECIDE
    text = close(window, settle, qtbot)
    assert "Avis du psychiatre à demander" in text
    kept = syntheses.open_synthese(team.medecin, page.keeper.synthese.id).synthese
    made = kept.situation(first).decisions
    assert [(d.type, d.qui, d.echeance_jour) for d in made] == [
        (TypeDecision.AVIS_PSYCHIATRE, team.medecin.membre.id, date(2026, 12, 3)),
        (TypeDecision.SORTIE, None, date(2027, 1, 4)),
    ]
    assert "03/12/2026" in text


def test_that_the_meeting_can_be_held_by_keys_alone(
    team, desk, window, settle, presses, taper, qtbot, sophie
):
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

    def chord(name, modifiers=control):
        QTest.keyClick(QApplication.focusWidget() or window, name, modifiers)
        settle()

    window.context.navigator.go(Route("preparation"))
    settle()
    qtbot.waitUntil(lambda: bool(window.page().proposals.rows))
    chord(Qt.Key.Key_A, control | shift)
    chord(Qt.Key.Key_Return)
    page = window.page()
    qtbot.waitUntil(lambda: bool(page._step))
    first = page._step
    chord(Qt.Key.Key_D)
    taper(page.meeting.discussion.decisions_card.editor.what, "Appeler la mairie")
    key(Qt.Key.Key_Escape)  # keeps what was typed, and does not leave the page
    assert window.page() is page
    chord(Qt.Key.Key_D)
    taper(QApplication.focusWidget(), "Patch")
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Return)
    chord(Qt.Key.Key_PageDown)
    assert page._step != first
    chord(Qt.Key.Key_P)
    qtbot.waitUntil(page._dialog.back_button.hasFocus)
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Space)
    settle()
    assert presses.clicks == 0
    closed = syntheses.open_synthese(team.medecin, page.keeper.synthese.id).synthese
    assert closed.close
    assert [d.texte for d in closed.situation(first).decisions] == [
        "Appeler la mairie",
        "Patch",
    ]
    page.leave()


def test_that_only_those_who_care_for_people_hold_meetings():
    holders = {role for role in Role if allowed(role, Permission.REUNION)}
    assert holders == {
        Role.MEDECIN,
        Role.PSYCHOLOGUE,
        Role.TRAVAILLEUR_SOCIAL,
        Role.PSYCHIATRE,
    }
