"""Looking at one form alone."""

from functools import partial

import pytest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.services.definition_preview import preview
from microstructure_desktop.services.known_definitions import known
from microstructure_desktop.ui import look
from microstructure_desktop.ui.preview.window import PreviewWindow
from tests.forms.samples import CHAIN, TODAY
from tests.ui import a11y

KNOWN = known()
TEXT = CHAIN.replace('list = "NIVEAU"', 'list = "CL27"').replace('"HAUT"', '"ELEVE"')


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "essai.toml"
    made.write_text(TEXT, encoding="utf-8")
    return made


@pytest.fixture
def window(show, theme, path):
    made = PreviewWindow(path, partial(preview, path, KNOWN), theme, lambda: TODAY)
    return show(made, 1280, 860)


def save(window, path, text):
    path.write_text(text, encoding="utf-8")
    window.reload()


def links(window):
    return [link.text() for link in window.missing.links]


def choose(window, item_id, code):
    window.form_view.row(item_id).field.editor.part(code).click()


def test_that_the_form_and_its_file_are_named(window):
    assert window.header.title.text() == "Essai"
    assert window.header.subtitle.text().startswith("essai, version 1")
    assert window.windowTitle() == "Aperçu\u00a0: essai.toml"
    assert not window.faults.isVisible()


def test_that_what_is_left_to_answer_follows_the_answers(window):
    assert links(window) == ["Jour", "Niveau"]
    choose(window, "niveau", "ELEVE")
    assert links(window) == ["Jour", "Conduite"]
    assert window.nav._sum.text() == "1 réponse sur 7"


def test_that_a_line_left_leads_to_its_question_in_any_rubric(window):
    window.nav.button("deux").click()
    assert window.form_view.current == "deux"
    window.missing.links[1].click()
    assert window.form_view.current == window.nav.current() == "un"
    assert window.form_view.row("niveau").isAncestorOf(QApplication.focusWidget())


def test_that_every_question_can_be_shown_and_what_is_left_stays_the_form_s(window):
    window.show_group("deux")
    window.settings.every.click()
    assert window.form_view.current == "deux"
    assert window.form_view.row("lieux").isVisible()
    assert links(window) == ["Jour", "Niveau"]


def test_that_a_saved_file_is_shown_at_once_with_what_was_typed(window, path, qtbot):
    choose(window, "niveau", "ELEVE")
    window.show_group("deux")
    with qtbot.waitSignal(window.watch.saved):
        path.write_text(TEXT.replace('title = "Essai"', 'title = "Autre"'), encoding="utf-8")
    qtbot.waitUntil(lambda: window.header.title.text() == "Autre")
    assert window.form_view.answers == {"niveau": "ELEVE"}
    assert window.form_view.current == "deux"


def test_that_a_faulty_file_shows_its_faults_and_keeps_what_was_typed(window, path):
    choose(window, "niveau", "ELEVE")
    save(window, path, TEXT.replace("version = 1", "version = 0"))
    assert window.faults.sentences() == [
        "ligne 3\u00a0: «\u00a0version\u00a0»\u00a0: entre 1 et 9999"
    ]
    assert not window.form_view.isVisible()
    save(window, path, TEXT)
    assert not window.faults.isVisible()
    assert window.form_view.row("niveau").isVisible()
    assert window.form_view.answers == {"niveau": "ELEVE"}


def test_that_a_rubric_that_is_gone_gives_way_to_the_first(window, path):
    window.show_group("deux")
    save(window, path, TEXT[: TEXT.index('[[group]]\nid = "deux"')])
    assert window.form_view.current == "un"


def test_that_what_may_surprise_is_said(window, path):
    assert not window.remarks.isVisible()
    scale = next(scale for scale in KNOWN.scales if scale.id == "deta")
    save(window, path, f"# relu\n{scale.source}")
    assert "déjà livrée" in window.remarks.sentences()[0]


def test_that_the_look_is_chosen_in_the_window(window):
    window.settings.look.part("sombre").click()
    assert look.current().name == look.DARK
    window.choose_look("clair")
    assert (look.current().name, window.settings.look.value()) == (look.LIGHT, "clair")


@pytest.mark.parametrize("every", [False, True])
def test_that_a_picture_holds_the_whole_rubric(window, every):
    window.settings.every.setChecked(every)
    window.show_group("deux")
    picture = window.picture()
    group = window.form_view.group_view()
    assert window.body.verticalScrollBar().maximum() == 0
    assert picture.height() >= group.height() + window.header.height()
    assert picture.height() < 3000


def test_that_the_window_is_accessible_sound_and_faulty(window, path):
    assert a11y.problems(window) == []
    save(window, path, "a = ")
    assert a11y.problems(window) == []
