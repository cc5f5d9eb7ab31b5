"""Filling in one fiche, from opening it to marking it complete."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.forms.rules import enabled
from microstructure_desktop.services import fiches
from microstructure_desktop.ui.dialogs.history import HistoryDialog
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.fiches.fiche_page import FichePage
from microstructure_desktop.ui.pages.fiches.opening import open_route
from tests.services.cases import states as kept_states
from tests.ui import a11y

from .conftest import EXPECTED, FORM, LEAST

HOME = Route("dossier")


@pytest.fixture
def show(qtbot, desk):
    def shown(size=(1216, 860), **params):
        page = FichePage(desk.context)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        route = Route("fiche", **params)
        desk.context.navigator.go(HOME)
        desk.context.navigator.go(route)
        page.open(route)
        settle(desk)
        return page

    return shown


@pytest.fixture
def page(show, patient):
    return show(patient_id=patient.id, form_id=FORM)


def settle(desk):
    """Let the worker answer, whatever the time it takes."""
    assert desk.context.worker.drain()
    QApplication.processEvents()
    QApplication.processEvents()


def answer(page, answers):
    """Give answers as their editors would."""
    form = page._opened.fiche.form
    for item_id, value in answers.items():
        page.form_view.show_group(form.group_of(item_id).id)
        line = page.form_view.row(item_id)
        line.show_answer(value)
        line._on_answered(value)
        line._on_finished()


def states(page):
    buttons = page.nav._buttons.values()
    return {button.rubric.key: button.rubric.state for button in buttons}


def draft(desk, patient):
    return fiches.start(desk.office, patient.id, FORM)


# --- opening ---------------------------------------------------------------------------------


def test_that_the_page_says_whose_fiche_it_is(page, patient):
    assert page.header.title.text() == "Fiche psychologique de suivi"
    told = page.header.subtitle.text().replace("\u00a0", " ")
    assert told == f"{patient.nom_affiche} · 34 ans · dossier n° 0001"
    assert page.header.tag.text() == "En cours"


def test_that_rubrics_show_how_much_is_answered(page):
    form = page._opened.fiche.form
    asked = [item for item in form.questions if item.id in enabled(form, {})]
    assert page.nav._sum.text() == f"1 réponse sur {len(asked)}"
    assert page.nav.current() == "parcours"
    assert set(states(page).values()) == {"todo"}


def test_that_an_old_reply_does_not_replace_the_fiche_asked_for(show, desk, patient, team):
    other = team.patient("Autre", "Paul")
    late = open_route(desk.office, Route("fiche", patient_id=patient.id, form_id=FORM))
    page = show(patient_id=other.id, form_id=FORM)
    page._on_opened(late)
    assert other.nom_affiche in page.header.subtitle.text()


def test_that_a_refusal_is_said_and_nothing_can_be_done(show, patient):
    page = show(patient_id=patient.id, form_id="inconnue")
    assert page.banner.isVisible()
    assert "modèle" in page.banner.title()
    assert not page.footer.isEnabled()


def test_that_a_new_fiche_has_no_revision_and_prints_blank_only(page):
    assert not page.history_button.isVisible()
    assert not page._printing.saved_action.isEnabled()
    assert page._printing.blank_action.isEnabled()


# --- moving ----------------------------------------------------------------------------------


def test_that_buttons_walk_through_the_rubrics(page):
    assert not page.previous_button.isVisible()
    seen = [page.form_view.current]
    while page.next_button.isVisible():
        page.next_button.click()
        seen.append(page.form_view.current)
    groups = [group.id for group in page._opened.fiche.form.groups]
    assert seen == groups
    assert page.complete_button.isVisible()
    page.previous_button.click()
    assert page.form_view.current == groups[-2]


def test_that_the_list_of_rubrics_goes_anywhere(page, qtbot):
    qtbot.mouseClick(page.nav.button("envies"), Qt.MouseButton.LeftButton)
    assert page.form_view.current == "envies"


def test_that_next_says_first_what_is_to_correct_here(page):
    answer(page, {"craving": 31})
    page._show_group("envies")
    page.next_button.click()
    assert page.form_view.current == "envies"
    assert page.summary.isVisible()
    assert page.summary.accessibleName() == "1\u00a0réponse à corriger dans cette rubrique"
    assert states(page)["envies"] == "wrong"
    page._show_group("etat")
    assert not page.summary.isVisible()


def test_that_correcting_takes_the_list_away(page):
    answer(page, {"craving": 31})
    page._show_group("envies")
    page.next_button.click()
    answer(page, {"craving": 3})
    assert not page.summary.isVisible()
    assert states(page)["envies"] == "todo"


# --- drafts ----------------------------------------------------------------------------------


def test_that_what_is_typed_is_saved_by_itself_and_said(page, desk, patient, qtbot):
    with qtbot.waitSignal(desk.context.events.saved, timeout=2_000):
        answer(page, {"alliance": "BONNE"})
    assert page.header.saved.text() == "Enregistré à 14:05"
    assert draft(desk, patient).answers["alliance"] == "BONNE"


@pytest.mark.parametrize("way", ["leave", "back", "later"])
def test_that_leaving_keeps_the_draft_whichever_the_way(page, desk, patient, way):
    answer(page, {"alliance": "BONNE", "note_privee": "pour moi"})
    {
        "leave": page.leave,
        "back": page.header.back_button.click,
        "later": page.later_button.click,
    }[way]()
    settle(desk)
    found = draft(desk, patient)
    assert found.brouillon
    assert found.answers["note_privee"] == "pour moi"
    assert (desk.context.navigator.current == HOME) is (way != "leave")


def test_that_opening_another_fiche_keeps_the_draft_of_the_first(page, desk, patient, team):
    answer(page, {"alliance": "BONNE"})
    page.open(Route("fiche", patient_id=team.patient("Autre", "Paul").id, form_id=FORM))
    settle(desk)
    assert draft(desk, patient).answers["alliance"] == "BONNE"
    assert "alliance" not in page.form_view.answers


def test_that_a_wrong_answer_is_kept_in_the_draft_as_it_was_typed(page, desk, show, patient):
    answer(page, {"jour": "9x"})
    page.leave()
    settle(desk)
    again = show(patient_id=patient.id, form_id=FORM)
    again._show_group("parcours")
    assert again.form_view.row("jour").field.editor.text() == "9x"
    assert states(again)["parcours"] == "wrong"


def test_that_opening_without_typing_leaves_no_draft(page, desk, patient):
    page.leave()
    settle(desk)
    assert not draft(desk, patient).brouillon


def test_that_a_text_the_disk_refused_is_found_again_in_its_fiche(
    page, desk, patient, team, monkeypatch
):
    first, other = (
        Route("fiche", patient_id=someone.id, form_id=FORM)
        for someone in (patient, team.patient("Autre", "Paul"))
    )
    with monkeypatch.context() as full:
        full.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=0))
        answer(page, {"alliance": "BONNE"})
        page.open(other)
        desk.settle()
    assert page.banner.isVisible()
    assert "alliance" not in page.form_view.answers
    page.open(first)
    desk.settle()
    assert page.form_view.answers["alliance"] == "BONNE"
    page.leave()
    settle(desk)
    assert draft(desk, patient).answers["alliance"] == "BONNE"


def test_that_a_refused_draft_is_said_until_it_is_written(page, desk, monkeypatch):
    with monkeypatch.context() as full:
        full.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=0))
        answer(page, {"alliance": "BONNE"})
        page.leave()
        desk.settle()
    assert page.banner.isVisible()
    assert page.header.saved.text() == ""
    page.leave()
    desk.settle()
    assert not page.banner.isVisible()
    assert page.header.saved.text() != ""


def test_that_a_draft_older_than_the_fiche_says_so(show, desk, fiche_of_june):
    opened = fiches.open_fiche(desk.office, fiche_of_june.id)
    june, mine = fiche_of_june.jour, {**LEAST, "alliance": "FRAGILE"}
    fiches.save_draft(desk.office, opened, jour=june, answers=mine)
    assert not show(fiche_id=fiche_of_june.id).banner.isVisible()
    with desk.office.store.begin(desk.office.membre.id, desk.office.now()) as work:
        work.fiches.save(fiche_of_june, opened.based_on)
    page = show(fiche_id=fiche_of_june.id)
    assert "modifiée depuis ce brouillon" in page.banner.title()
    assert page.form_view.answers["alliance"] == "FRAGILE"


# --- the previous fiche ----------------------------------------------------------------------


def test_that_unchanged_answers_take_one_click_a_rubric(show, patient, fiche_of_june):
    page = show(patient_id=patient.id, form_id=FORM)
    page.form_view.group_view().all_unchanged.click()
    kept = page.form_view.answers
    assert (kept["alliance"], kept["motivation"]) == ("BONNE", "ACTION")
    assert kept["jour"] == "2026-11-19"


def test_that_a_previous_personal_note_is_never_shown(show, patient, fiche_of_june):
    page = show(patient_id=patient.id, form_id=FORM)
    page._show_group("suites")
    assert not page.form_view.row("note_privee")._earlier_words.isVisible()


# --- marking complete ------------------------------------------------------------------------


def test_that_expected_answers_are_asked_only_now_each_a_link(page):
    page._complete()
    form = page._opened.fiche.form
    asked = [link.text().partition("\u00a0:")[0] for link in page.summary.links()]
    assert asked == [form.item(item).text for item in EXPECTED if item != "jour"]
    assert states(page)["securite"] == "wrong"
    page.summary.links()[1].click()
    assert page.form_view.current == "securite"
    line = page.form_view.row("rud_risque")
    assert line.isAncestorOf(page.window().focusWidget())
    assert line.field.error_text == "Réponse attendue pour marquer la fiche complète"


def test_that_the_list_shrinks_from_rubric_to_rubric(page):
    page._complete()
    answer(page, {"evolution_psychique": "STABLE"})
    page._show_group("securite")
    assert page.summary.accessibleName() == "3\u00a0réponses à donner ou à corriger"
    assert len(page.summary.links()) == 3
    answer(page, LEAST)
    assert not page.summary.isVisible()


def test_that_a_complete_fiche_is_saved_for_the_team_and_its_draft_dropped(
    page, desk, team, patient
):
    answer(page, LEAST)
    page._show_group("suites")
    page.complete_button.click()
    settle(desk)
    with team.medecin.store.read() as work:
        found = work.fiches.of(patient.id)
    assert [fiche.complete for fiche in found] == [True]
    assert found[0].jour.isoformat() == LEAST["jour"]
    assert desk.context.navigator.current == HOME
    page.leave()
    settle(desk)
    assert not draft(desk, patient).brouillon


def test_that_nothing_is_typed_while_it_is_saved(page, desk):
    answer(page, LEAST)
    page._complete()
    assert not page.form_view.isEnabled()
    assert not page.footer.isEnabled()
    settle(desk)
    assert desk.context.navigator.current == HOME


def test_that_a_hidden_answer_is_left_out_of_what_is_saved(page, desk, team, patient):
    answer(page, {"rud_urgence": "ELEVE", "securite_suite": "ACTION", "securite_conduite": "appel"})
    answer(page, LEAST)
    page._complete()
    settle(desk)
    with team.medecin.store.read() as work:
        assert "securite_conduite" not in work.fiches.of(patient.id)[0].answers


def test_that_control_enter_marks_complete_from_anywhere(page, desk, qtbot):
    answer(page, LEAST)
    page._show_group("parcours")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    editor = page.form_view.row("jour").field.editor
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(desk)
    assert desk.context.navigator.current == HOME


def test_that_a_complete_fiche_is_corrected_by_a_new_revision(show, desk, fiche_of_june):
    page = show(fiche_id=fiche_of_june.id)
    assert page.header.tag.text() == "Complète"
    assert page.complete_button.text() == "Enregistrer la correction"
    answer(page, {"alliance": "FRAGILE"})
    page._complete()
    settle(desk)
    kept = kept_states(desk.office, fiche_of_june.id)
    assert [fiche.answers["alliance"] for fiche in kept] == ["BONNE", "FRAGILE"]


def test_that_a_fiche_saved_meanwhile_is_said_and_what_was_typed_stays(
    show, desk, fiche_of_june, patient
):
    page = show(fiche_id=fiche_of_june.id)
    opened = fiches.open_fiche(desk.office, fiche_of_june.id)
    fiches.save(desk.office, opened, jour=fiche_of_june.jour, answers=dict(LEAST), complete=True)
    answer(page, {"alliance": "FRAGILE"})
    page._complete()
    settle(desk)
    assert page.banner.isVisible()
    assert page.form_view.answers["alliance"] == "FRAGILE"
    assert page.footer.isEnabled()
    assert page.form_view.isEnabled()


def test_that_revisions_are_shown_on_demand(show, desk, fiche_of_june):
    page = show(fiche_id=fiche_of_june.id)
    page.history_button.click()
    settle(desk)
    assert page.findChild(HistoryDialog).isVisible()


def test_that_a_saved_fiche_is_shown_before_it_is_printed(show, desk, fiche_of_june, qtbot):
    page = show(fiche_id=fiche_of_june.id)
    page.print_button.click()
    assert page._printing.isVisible()
    page._printing.saved_action.trigger()
    settle(desk)
    preview = page.findChild(PrintPreview)
    assert preview.header.title.text() == "Fiche psychologique de suivi"
    qtbot.waitUntil(lambda: preview.sheets.count() > 0)
    preview.reject()


# --- what it looks like ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "percent"), [((1216, 860), 100), ((1220, 720), 100), ((1180, 720), 150)]
)
def test_that_every_rubric_fits_and_is_accessible(
    show, theme, patient, fiche_of_june, size, percent
):
    theme.choose("clair", percent)
    page = show(size, patient_id=patient.id, form_id=FORM)
    answer(page, {"rud_urgence": "ELEVE", "craving": 8, "objectif_1": "Dormir"})
    for key in states(page):
        page._show_group(key)
        QApplication.processEvents()
        assert a11y.problems(page) == []
        assert page.minimumSizeHint().width() <= size[0]


def test_that_a_discreet_screen_names_nobody(page, desk, patient):
    desk.context.discretion.switch(on=True)
    told = page.header.subtitle.text()
    assert patient.nom.upper() not in told
    assert patient.dossier in told
    desk.context.discretion.switch(on=False)
    assert page.header.subtitle.text().startswith(patient.nom_affiche)
