"""One action, with what may be said of it."""

from datetime import date

from microstructure_desktop.ui.dialogs.action_line import ActionLine
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.labels import Paragraph
from tests.cabinet import TODAY
from tests.ui import a11y

from .actions_shown import SOPHIE, shown


def test_that_the_buttons_say_which_action(qtbot, show):
    made = shown("Appeler le CMP", pour=date(2026, 10, 15))
    line = show(ActionLine(made, TODAY, name="LÉGENDE Sophie"), 300, 140)
    assert line.done_button.accessibleName() == f"C’est fait{NBSP}: Appeler le CMP"
    assert line.drop_button.accessibleName() == f"Abandonner{NBSP}: Appeler le CMP"
    assert [p.text() for p in line.findChildren(Paragraph)][1].startswith("En retard")
    assert a11y.problems(line) == []
    for button, signal in (
        (line.done_button, line.done_asked),
        (line.drop_button, line.drop_asked),
    ):
        with qtbot.waitSignal(signal) as told:
            button.click()
        assert told.args == [made]
    with qtbot.waitSignal(line.route_chosen) as chosen:
        line.name_button.click()
    assert chosen.args == [Route("dossier", patient_id=SOPHIE.id)]


def test_that_who_may_not_say_it_has_no_button(show):
    line = show(ActionLine(shown("Appeler", mienne=False), TODAY, owner=True), 300, 100)
    assert not line.done_button.isVisible()
    assert not line.drop_button.isVisible()
    assert not line.name_button.isVisible()
    assert line.findChildren(Paragraph)[0].text() == "Appeler"
