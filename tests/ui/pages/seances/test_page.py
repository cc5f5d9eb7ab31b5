"""The session page: prefilled, kept while typed, finished once, amended, never mixed up."""

from dataclasses import replace
from datetime import date
from threading import Event
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import consultations
from microstructure_desktop.store.failures import NoteSealed
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.seances.page import SeancePage
from microstructure_desktop.ui.widgets.labels import Label
from tests.cabinet import TODAY
from tests.ui import a11y
from tests.ui.desk import make_desk

CANARY = "canari-sous-scellés"


def write(page, taper, text):
    taper(page.frame.form.note.shared.editor, text)


def fill_the_disk(monkeypatch, free=2**20):
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=free))


def record_of(patient):
    return Route("dossier", patient_id=patient.id)


# --- opening -------------------------------------------------------------------------------


def test_that_a_new_session_is_prefilled_and_waits_in_the_note(page, sophie):
    frame, form = page.frame, page.frame.form
    assert QApplication.focusWidget() is form.note.shared.editor
    assert page.first_focus() is form.note.shared.editor
    assert frame.header.title.text() == "Séance psychologue"
    assert frame.header.subtitle.text() == (
        "LÉGENDE Sophie · 34\xa0ans · 1ʳᵉ consultation sur 6 du forfait"
    )
    assert (form.facts.jour.text(), form.facts.heure.text()) == ("19/11/2026", "14:00")
    assert (form.facts.duree.currentText(), form.facts.lieu.currentText()) == (
        "45\xa0min",
        "Au cabinet",
    )
    assert (frame.header.tag.text(), frame.finish.text()) == ("Brouillon", "Terminer la séance")


def test_that_looking_at_a_new_session_leaves_no_draft(page, opened, kept):
    for _ in range(8):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    page.leave()
    assert kept(opened.id) is None
    assert page.frame.header.saved.text() == "Enregistrement automatique"


def test_that_nothing_of_the_former_person_stays_while_the_next_is_read(page, team, taper, settle):
    write(page, taper, "Trois semaines sans alcool.")
    paul = team.patient("Ébauche", "Paul")
    page.open(Route("seance", patient_id=paul.id))
    assert not page.frame.form.isVisible()
    assert "LÉGENDE" not in page.frame.header.subtitle.text()
    settle()
    assert page.frame.form.note.shared.text() == ""
    assert page.frame.header.subtitle.text().startswith("ÉBAUCHE Paul")


def test_that_only_the_last_session_asked_for_is_shown(page, desk, team, settle):
    first, last = (team.patient(nom) for nom in ("Ébauche", "Esquisse"))
    gate = Event()
    page.open(Route("seance", patient_id=first.id))
    desk.context.worker.drain()
    desk.context.worker.run(lambda _office: gate.wait())
    page.open(Route("seance", patient_id=last.id))
    QApplication.processEvents()  # the first session is read, and nobody wants it any more
    assert not page.frame.form.isVisible()
    gate.set()
    settle()
    assert page.frame.header.subtitle.text().startswith("ESQUISSE")


def test_that_the_session_of_a_colleague_is_refused_in_words(page_for, team, sophie):
    done = team.seance(sophie.id, TODAY, Role.MEDECIN)
    page = page_for(sophie.id, done.id)
    assert not page.frame.form.isVisible()
    page.frame.refusal.action_button.click()
    assert page.context.navigator.current == record_of(sophie)


# --- typing --------------------------------------------------------------------------------


def test_that_what_is_typed_is_kept_without_finishing_even_if_the_page_dies(
    page_for, page, sophie, opened, taper, qtbot, kept
):
    form = page.frame.form
    write(page, taper, "Trois semaines")
    QTest.keyClick(form.note.shared.editor, Qt.Key.Key_Return)
    write(page, taper, "sans alcool")
    form.facts.jour.setFocus()
    form.facts.jour.selectAll()
    taper(form.facts.jour, "31/0")  # half a date that is none
    form.facts.themes.chip("SOMMEIL").click()
    form.facts.evolution.button(10).click()
    form.facts.presence.part(Issue.ABSENT_EXCUSE).click()
    form.note.personal.set_text("Pour moi seule")
    form.suites.discuss.click()
    taper(form.suites.question, "Reprise du trav")
    form.suites.next.setFocus()
    taper(form.suites.next, "3/1")
    qtbot.waitUntil(lambda: (kept(opened.id) or {}).get("prochain") == "3/1")
    before = form.typed()
    assert page.frame.header.saved.text() == "Enregistré à 14:05"
    page.hide()  # no leave(), no close: the process is gone
    again = page_for(sophie.id)
    assert again.frame.form.typed() == before
    assert again.frame.form.facts.jour.text() == "31/0"
    assert (before.note_partagee, before.evolution) == ("Trois semaines\nsans alcool", 10)


def test_that_going_to_another_field_writes_at_once(page, opened, taper, kept):
    write(page, taper, "Dort mieux")
    assert kept(opened.id) is None
    QTest.keyClick(page.frame.form.note.shared.editor, Qt.Key.Key_Tab)
    assert kept(opened.id)["note_partagee"] == "Dort mieux"


def test_that_leaving_writes_at_once(page, opened, taper, kept):
    write(page, taper, "Dort mieux")
    page.leave()
    assert kept(opened.id)["note_partagee"] == "Dort mieux"


def test_that_the_personal_note_never_reaches_the_store_in_clear(
    page, desk, team, opened, taper, kept, settle, sophie, recorded
):
    page.frame.form.note.tabs.tab("personnelle").click()
    taper(page.frame.form.note.personal.editor, CANARY)
    page.leave()
    draft = kept(opened.id)
    assert draft["note_personnelle"]
    assert CANARY not in str(draft)
    page.frame.finish.click()
    settle()
    (made,) = recorded(sophie.id)
    with desk.office.store.read() as work:
        stored = work.revisions.at(work.revisions.head(made.id))
    assert CANARY not in str(stored)
    assert desk.office.personal.open(stored["note_personnelle"]) == CANARY
    with pytest.raises(NoteSealed):
        team.medecin.personal.open(stored["note_personnelle"])


def test_that_a_question_asked_elsewhere_meanwhile_is_not_taken_back(
    page, page_for, desk, sophie, taper, settle
):
    write(page, taper, "Dort mieux")
    page.leave()
    settle()
    other = consultations.open_seance(desk.office, sophie.id, consultation_id=None)
    ask = replace(other.saisie, jour=date(2026, 11, 18), question="Relais tabac ?")
    consultations.record(desk.office, "0" * 32, sophie.id, ask)
    again = page_for(sophie.id)
    assert again.frame.form.note.shared.text() == "Dort mieux"
    again.frame.finish.click()
    settle()
    with desk.office.store.read() as work:
        assert [q.texte for q in work.questions.of(sophie.id)] == ["Relais tabac ?"]


# --- finishing -----------------------------------------------------------------------------


def test_that_finishing_records_and_returns_to_the_record(
    page, desk, sophie, opened, taper, settle, kept, recorded, notices
):
    write(page, taper, "Trois semaines sans alcool.")
    QTest.keyClick(
        page.frame.form.note.shared.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    settle()
    (made,) = recorded(sophie.id)
    assert (made.id, made.note_partagee) == (opened.id, "Trois semaines sans alcool.")
    assert desk.routes == [record_of(sophie)]
    (notice,) = notices
    assert (notice.text, notice.action) == ("Séance enregistrée.", "Annuler")
    notice.on_action()
    settle()
    assert recorded(sophie.id) == []
    assert (notices[-1].text, notices[-1].action) == ("Annulé\xa0: séance enregistrée.", "Rétablir")
    notices[-1].on_action()
    settle()
    assert recorded(sophie.id) == [made]


def test_that_nothing_is_written_after_the_record(page, sophie, opened, taper, settle, kept):
    write(page, taper, "Dort mieux")
    page.frame.finish.click()
    page.frame.finish.click()
    settle()
    page.leave()
    assert kept(opened.id) is None


def test_that_what_is_typed_while_recording_is_kept_as_a_correction(
    page, opened, taper, settle, kept, recorded, sophie
):
    write(page, taper, "Dort")
    page.frame.finish.click()
    write(page, taper, " mieux")
    settle()
    (made,) = recorded(sophie.id)
    assert made.note_partagee == "Dort"
    assert kept(opened.id)["note_partagee"] == "Dort mieux"


def test_that_problems_are_said_at_the_fields_and_the_first_takes_the_keyboard(
    page, sophie, taper, recorded
):
    form = page.frame.form
    form.facts.heure.setText("14h6")
    form.suites.next.setText("bientôt")
    page.frame.finish.click()
    fields = form.facts.fields
    assert "heure de début" in fields["heure"].error_text
    assert "19/12/2026" in form.suites.next_field.error_text
    assert fields["jour"].error_text == ""
    assert QApplication.focusWidget() is form.facts.heure
    form.facts.heure.selectAll()
    taper(form.facts.heure, "14h")
    assert fields["heure"].error_text == ""
    assert form.suites.next_field.error_text
    assert recorded(sophie.id) == []


def test_that_a_doubt_is_asked_once_and_finishing_again_is_the_answer(
    page, sophie, settle, recorded
):
    form = page.frame.form
    form.facts.duree.set_value("180")
    form.facts.duree.activated.emit(0)
    page.frame.finish.click()
    settle()
    assert page.frame.doubts.isVisible()
    assert page.frame.doubts.title() == "Durée 180 min\xa0: c’est bien cela\xa0?"
    assert recorded(sophie.id) == []
    page.frame.finish.click()
    settle()
    assert [a.duree for a in recorded(sophie.id)] == [180]


def test_that_a_new_doubt_is_asked_even_after_another_was_answered(
    page, team, sophie, settle, recorded
):
    form = page.frame.form
    form.facts.duree.set_value("180")
    page.frame.finish.click()
    settle()
    form.facts.jour.setText("01/09/2026")
    page.frame.doubts.action_button.click()
    settle()
    assert page.frame.doubts.title() == (
        "Cette séance date de plus de deux mois\xa0: c’est bien cela\xa0?"
    )
    assert recorded(sophie.id) == []


def test_that_a_session_not_held_hides_and_forgets_themes_and_evolution(
    page, sophie, settle, recorded
):
    form = page.frame.form
    form.facts.themes.chip("SOMMEIL").click()
    form.facts.evolution.button(6).click()
    form.facts.presence.part(Issue.ABSENT_EXCUSE).click()
    assert not form.facts.themes_field.isVisible()
    assert not form.facts.evolution_field.isVisible()
    assert (form.typed().themes, form.typed().evolution) == (("SOMMEIL",), 6)
    assert "1ʳᵉ" not in page.frame.header.subtitle.text()
    page.frame.finish.click()
    settle()
    (made,) = recorded(sophie.id)
    assert (made.issue, made.themes, made.evolution) == (Issue.ABSENT_EXCUSE, (), None)


# --- failing -------------------------------------------------------------------------------


def test_that_a_full_disk_is_said_and_nothing_typed_is_lost(
    page, sophie, opened, taper, settle, kept, recorded, monkeypatch
):
    write(page, taper, "Trois semaines sans alcool.")
    with monkeypatch.context() as full:
        fill_the_disk(full)
        page.frame.finish.click()
        settle()
        assert page.frame.failure.isVisible()
        assert page.frame.failure.title().startswith("Il n’y a plus assez de place")
        assert page.frame.form.note.shared.text() == "Trois semaines sans alcool."
        assert (kept(opened.id), recorded(sophie.id)) == (None, [])
    page.leave()
    settle()
    assert kept(opened.id)["note_partagee"] == "Trois semaines sans alcool."
    assert not page.frame.failure.isVisible()
    page.frame.finish.click()
    settle()
    assert len(recorded(sophie.id)) == 1


def test_that_escape_waits_for_the_disk_and_a_second_one_does_not(
    page, desk, sophie, taper, settle, monkeypatch
):
    fill_the_disk(monkeypatch)
    write(page, taper, "Dort mieux")
    QTest.keyClick(page.frame.form.note.shared.editor, Qt.Key.Key_Escape)
    settle()
    assert page.frame.failure.isVisible()
    assert desk.routes == []
    QTest.keyClick(page.frame.form.note.shared.editor, Qt.Key.Key_Escape)
    assert desk.routes == [record_of(sophie)]


def test_that_a_text_the_disk_refused_is_there_on_return(
    page, sophie, opened, taper, settle, kept, monkeypatch, notices
):
    route = Route("seance", patient_id=sophie.id)
    with monkeypatch.context() as full:
        fill_the_disk(full)
        write(page, taper, "Dort mieux")
        page.leave()
        page.hide()
        settle()
        assert [n.kind for n in notices] == ["danger"]
    page.show()
    page.open(route)
    settle()
    assert page.frame.form.note.shared.text() == "Dort mieux"
    page.leave()
    assert kept(opened.id) is not None


def test_that_a_text_the_disk_refused_never_becomes_that_of_the_next_person(
    page, team, opened, taper, settle, kept, monkeypatch
):
    other = Route("seance", patient_id=team.patient("Ébauche").id)
    sitting = page._sitting
    with monkeypatch.context() as full:
        fill_the_disk(full)
        write(page, taper, "Note sur Sophie")
        page.open(other)
        settle()
    write(page, taper, "Note sur une autre")
    sitting.keeper.flush()
    assert kept(opened.id)["note_partagee"] == "Note sur Sophie"


def test_that_a_session_amended_meanwhile_is_not_overwritten(
    page_for, desk, team, sophie, taper, settle
):
    done = team.seance(sophie.id, TODAY, note_partagee="Version une")
    page = page_for(sophie.id, done.id)
    write(page, taper, " (à la main)")
    again = consultations.open_seance(desk.office, sophie.id, done.id)
    other = replace(again.saisie, note_partagee="Version deux", motif_modification="Oubli")
    consultations.record(desk.office, done.id, sophie.id, other, again.based_on)
    finish_because(page, "Oubli")
    settle()
    assert "modifié entre-temps" in page.frame.failure.title()
    assert page.frame.form.note.shared.text() == "Version une (à la main)"
    page.leave()
    reopened = page_for(sophie.id, done.id)
    assert reopened.frame.failure.title() == "La séance a été modifiée depuis ce brouillon."
    write(reopened, taper, "x")
    reopened.leave()
    settle()
    assert reopened.frame.failure.isVisible()  # a warning is not a failure that mends itself
    finish_because(reopened, "Oubli")
    settle()
    with desk.office.store.read() as work:
        assert len(work.revisions.history(done.id)) == 3
        assert "à la main" in work.consultations.get(done.id).note_partagee


# --- leaving -------------------------------------------------------------------------------


def test_that_escape_returns_to_the_record_with_everything_kept(
    page, desk, sophie, opened, taper, settle, kept
):
    desk.context.navigator.go(Route("accueil"))
    desk.context.navigator.go(Route("seance", patient_id=sophie.id))
    write(page, taper, "Dort mieux")
    QTest.keyClick(page.frame.form.note.shared.editor, Qt.Key.Key_Escape)
    settle()
    assert desk.routes[-1] == record_of(sophie)
    assert kept(opened.id)["note_partagee"] == "Dort mieux"
    desk.context.navigator.back()
    assert desk.routes[-1] == Route("accueil")


def test_that_keeping_a_draft_keeps_even_an_untouched_session(
    page, desk, sophie, opened, settle, kept, notices
):
    page.frame.keep.click()
    settle()
    assert kept(opened.id)["jour"] == "19/11/2026"
    assert [n.text for n in notices] == [
        "Brouillon gardé\xa0: vous le retrouverez dans le dossier et à l’accueil."
    ]
    assert desk.routes == [record_of(sophie)]


def test_that_a_draft_given_up_can_be_taken_back(
    page, desk, sophie, opened, taper, settle, kept, notices
):
    assert not page.frame.give_up.isVisible()
    write(page, taper, "Dort mieux")
    page.leave()
    settle()
    page.frame.give_up.click()
    settle()
    assert kept(opened.id) is None
    assert desk.routes == [record_of(sophie)]
    notices[-1].on_action()
    settle()
    assert desk.routes[-1] == Route("seance", patient_id=sophie.id)
    assert kept(opened.id)["note_partagee"] == "Dort mieux"


def test_that_all_sessions_are_one_click_away(page_for, desk, team, sophie):
    team.seance(sophie.id, date(2026, 11, 5))
    page_for(sophie.id).frame.form.last_time.all_button.click()
    assert desk.routes[-1] == Route("dossier", patient_id=sophie.id, onglet="seances")


# --- amending ------------------------------------------------------------------------------


def test_that_a_finished_session_is_amended_and_its_first_version_kept(
    page_for, desk, team, sophie, taper, settle, notices
):
    done = team.seance(sophie.id, date(2026, 11, 12), note_partagee="Première", evolution=4)
    page = page_for(sophie.id, done.id)
    frame = page.frame
    assert (frame.header.tag.text(), frame.finish.text()) == ("Terminée", "Corriger la séance")
    assert frame.header.saved.text() == "Enregistré jeu.\xa012\xa0nov. à 15:00"
    assert (frame.form.facts.jour.text(), frame.form.facts.evolution.value()) == ("12/11/2026", 4)
    write(page, taper, ", corrigée")
    page.leave()
    settle()
    assert frame.header.tag.text() == "Correction en cours"
    finish_because(page, "Oubli")
    settle()
    with desk.office.store.read() as work:
        old, new = work.revisions.history(done.id)
        assert work.consultations.at(old.id).note_partagee == "Première"
        assert work.consultations.at(new.id).note_partagee == "Première, corrigée"
        assert work.consultations.at(new.id).motif_modification == "Oubli"
    assert notices[-1].text == "Correction enregistrée."
    desk.context.undo.undo()
    settle()
    with desk.office.store.read() as work:
        assert work.consultations.get(done.id) == done


def test_that_a_correction_without_a_reason_waits(page_for, desk, team, sophie, taper, settle):
    done = team.seance(sophie.id, date(2026, 11, 12))
    page = page_for(sophie.id, done.id)
    write(page, taper, "corrigée")
    page.frame.finish.click()
    page.reason.accept()
    assert page.reason.field.error_text
    page.reason.reject()
    settle()
    with desk.office.store.read() as work:
        assert len(work.revisions.history(done.id)) == 1
    assert page.frame.form.note.shared.text() == "corrigée"


def test_that_a_doubt_does_not_ask_the_reason_twice(page_for, desk, team, sophie, settle):
    done = team.seance(sophie.id, date(2026, 11, 12))
    page = page_for(sophie.id, done.id)
    page.frame.form.facts.duree.set_value("180")
    finish_because(page, "Erreur")
    settle()
    assert page.frame.doubts.isVisible()
    page.frame.finish.click()
    settle()
    with desk.office.store.read() as work:
        assert work.consultations.get(done.id).motif_modification == "Erreur"


def finish_because(page, motif):
    """Correct, and say why."""
    page.frame.finish.click()
    page.reason.edit.setText(motif)
    page.reason.accept()


# --- every profession, every size ----------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "title", "evolution", "optional"),
    [
        (Role.MEDECIN, "Consultation médicale", False, True),
        (Role.TRAVAILLEUR_SOCIAL, "Entretien social", True, False),
        (Role.PSYCHIATRE, "Consultation psychiatre", False, True),
    ],
)
def test_that_one_form_serves_every_profession(
    team, theme, page_for, sophie, role, title, evolution, optional
):
    page = page_for(sophie.id, at=make_desk(team, theme, role))
    facts = page.frame.form.facts
    assert page.frame.header.title.text() == title
    assert facts.themes_field.isVisible()
    assert facts.evolution_field.isVisible() is evolution
    said = [label.text() for label in facts.themes_field.findChildren(Label)]
    assert ("(facultatif)" in said) is optional
    assert a11y.problems(page) == []


def test_that_tab_follows_the_eye(page):
    form, frame = page.frame.form, page.frame
    facts = form.facts
    expected = [
        frame.header.back_button,
        facts.jour,
        facts.heure,
        facts.duree,
        facts.lieu,
        facts.type,
        facts.presence.part(Issue.HONORE),
        facts.themes.chip("CONSOMMATIONS"),
        facts.evolution.button(0),
        form.note.tabs.tab("partagee"),
        form.note.shared.editor,
        form.suites.discuss,
        form.suites.next,
        form.suites.delays.chip("1s"),
        form.questions.unfold_button,
        frame.keep,
        frame.finish,
    ]
    frame.header.back_button.setFocus(Qt.FocusReason.TabFocusReason)
    walked = [QApplication.focusWidget()]
    for _ in expected[1:]:
        QTest.keyClick(walked[-1], Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert walked == expected


@pytest.mark.parametrize(
    ("size", "percent"), [((1220, 720), 100), ((1190, 900), 100), ((1270, 1000), 150)]
)
def test_that_the_page_fits_and_is_accessible_at_every_size(page_for, sophie, theme, size, percent):
    theme.choose("clair", percent)
    page = page_for(sophie.id)
    page.resize(*size)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= size[0]
    assert page.frame.form.horizontalScrollBar().maximum() == 0
    page.frame.form.suites.discuss.click()
    page.frame.form.facts.heure.setText("x")
    page.frame.finish.click()
    QApplication.processEvents()
    assert a11y.problems(page) == []


def test_that_a_long_note_stays_in_sight_while_typed(page, taper):
    page.resize(1180, 600)
    QApplication.processEvents()
    editor = page.frame.form.note.shared.editor
    for _ in range(12):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    caret = editor.viewport().mapTo(page.frame.form.viewport(), editor.cursorRect().bottomLeft())
    assert caret.y() <= page.frame.form.viewport().height()


def test_that_a_page_belongs_to_the_person_at_the_keyboard(desk):
    assert SeancePage(desk.context).with_panel is False


def test_that_a_discreet_screen_names_nobody_and_keeps_what_is_typed(page, desk, taper):
    write(page, taper, "Trois semaines")
    desk.context.discretion.switch(on=True)
    assert page.frame.header.subtitle.text().startswith("S.\xa0L. · n°\xa00001 · 34\xa0ans · 1ʳᵉ")
    assert page.frame.form.note.shared.text() == "Trois semaines"
    desk.context.discretion.switch(on=False)
    assert page.frame.header.subtitle.text().startswith("LÉGENDE Sophie · 34")
