"""A short form: what is typed outlives leaving it, and is never destroyed by a refusal."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import drafts
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.form_pane import FormPane
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from tests.ui import a11y

SUBJECT = "essai"


class Refused(AppError):
    sentence = "Refusé pour essayer."
    way_out = "Changez le mot."


class Pane(FormPane):
    """One word; « non » is refused by the store, an empty word by the form."""

    def __init__(self, context) -> None:
        super().__init__(context, "Essai", "Garder", subject=SUBJECT, patient=None)
        self.body.main.addWidget(self.fields.add("mot", "Mot", LineEdit()))
        self.body.main.addWidget(self.fields.add("suite", "Suite", LineEdit()))
        self.named = ""

    def problems(self):
        return {} if self.fields.text("mot") else {"mot": "Entrez un mot."}

    def action(self):
        word = self.fields.text("mot")
        return lambda _office: _kept(word)

    def field_of(self, _error):
        return self.named


def _kept(word):
    if word == "non":
        raise Refused
    return word


@pytest.fixture
def pane(show, desk):
    made = Pane(desk.context)
    made.start({"mot": "connu"}, None)
    return show(made, 700, 500)


def draft(desk):
    desk.settle()
    return drafts.load(desk.office, drafts.PATIENT, SUBJECT)


def test_that_nothing_typed_leaves_no_draft(desk, pane):
    pane.keep()
    assert draft(desk) is None
    assert not pane.erase_button.isVisible()
    assert a11y.problems(pane) == []


def test_that_only_what_differs_is_kept_when_the_page_is_left(desk, pane, taper):
    taper(pane.fields.editor("suite"), "à finir")
    pane.keep()
    assert {k: v for k, v in draft(desk).items() if v} == {"suite": "à finir"}
    assert "14:05" in pane.header.saved.text()


def test_that_typing_is_kept_without_being_asked(qtbot, desk, pane, taper):
    saved = []
    desk.context.events.saved.connect(saved.append)
    taper(pane.fields.editor("suite"), "a")
    qtbot.waitUntil(lambda: len(saved) == 1)
    assert draft(desk)["suite"] == "a"


def test_that_what_was_typed_is_found_again_over_what_is_known_now(desk, show):
    again = Pane(desk.context)
    again.start({"mot": "changé par un autre"}, {"suite": "à finir", "patient": None})
    show(again, 700, 500)
    assert again.fields.text("mot") == "changé par un autre"
    assert again.fields.text("suite") == "à finir"
    assert "retrouvée" in again.banner.title()


def test_that_typing_back_what_was_known_drops_the_draft(desk, pane):
    pane.fields.set_typed({"mot": "autre"})
    pane.keep()
    pane.fields.set_typed({"mot": "connu"})
    pane.keep()
    assert draft(desk) is None


def test_that_erasing_can_be_taken_back(desk, pane, taper):
    taper(pane.fields.editor("suite"), "texte")
    pane.erase_button.click()
    assert pane.fields.typed() == {"mot": "connu", "suite": ""}
    assert draft(desk) is None
    pane.banner.action_button.click()
    assert pane.fields.text("suite") == "texte"
    assert draft(desk)["suite"] == "texte"


def test_that_a_fault_is_said_at_its_field_and_on_top(desk, pane):
    pane.fields.set_typed({"mot": ""})
    pane.save_button.click()
    assert pane.fields.field("mot").error_text == "Entrez un mot."
    assert [link.text() for link in pane.summary.links()] == ["Entrez un mot."]
    assert pane.save_button.isEnabled()


def test_that_a_refusal_keeps_everything_and_says_the_way_out(desk, pane):
    pane.fields.set_typed({"mot": "non", "suite": "reste"})
    pane.save_button.click()
    desk.settle()
    assert pane.banner.title() == Refused.sentence
    assert pane.fields.typed() == {"mot": "non", "suite": "reste"}
    assert pane.save_button.isEnabled()
    pane.keep()
    assert draft(desk)["suite"] == "reste"


def test_that_a_refusal_about_a_field_is_said_there(desk, pane):
    pane.named = "mot"
    pane.fields.set_typed({"mot": "non"})
    pane.save_button.click()
    desk.settle()
    assert pane.fields.field("mot").error_text == f"{Refused.sentence} {Refused.way_out}"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_that_ctrl_enter_saves_and_leaves_nothing_to_keep(qtbot, desk, pane, taper, key):
    taper(pane.fields.editor("suite"), "x")
    with qtbot.waitSignal(pane.saved) as saved:
        QTest.keyClick(pane.fields.editor("mot"), key, Qt.KeyboardModifier.ControlModifier)
    assert saved.args == ["connu"]
    pane.keep()
    assert draft(desk) is None


def test_that_the_arrow_goes_back(desk, pane):
    desk.context.navigator.go(Route("accueil"))
    desk.context.navigator.go(Route("dossier"))
    pane.header.back_button.click()
    assert desk.routes[-1] == Route("accueil")


def test_that_the_first_field_takes_the_keyboard(pane):
    pane.take_focus()
    assert pane.fields.editor("mot").hasFocus()


def test_that_whose_form_it_is_follows_discretion_and_what_is_typed_stays(desk, pane, sophie):
    pane.tell_about(sophie, "Essai")
    pane.fields.set_typed({"mot": "à moitié"})
    assert pane.header.title.text() == "LÉGENDE Sophie"
    assert pane.header.subtitle.text() == "Essai · dossier n°\xa00001"
    desk.context.discretion.switch(on=True)
    assert pane.header.title.text() == "S.\xa0L."
    assert pane.fields.text("mot") == "à moitié"
