"""One event of a story, linked to the next."""

import pytest
from PySide6.QtWidgets import QApplication

from microstructure_desktop.ui import icons, look
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.timeline_row import TimelineRow
from tests.ui.a11y import problems


def make(**more) -> TimelineRow:
    return TimelineRow(
        "jeu. 12", "10:00", "psychologue", "Entretien psychologue",
        "C. Morel · 45 min", "Sommeil amélioré. " * 20, tags=(("Imprimé", "mute"),), **more,
    )  # fmt: skip


def test_that_everything_is_said(show):
    line = show(make(), 500, 320)
    words = [label.text() for label in line.findChildren(Label)]
    assert words == ["jeu. 12", "10:00", "Entretien psychologue", "Imprimé", "C. Morel · 45 min"]
    assert line.findChild(Paragraph).text().startswith("Sommeil")
    assert problems(line) == []


def test_that_the_last_has_no_thread(show):
    linked, last = show(make(), 500, 200), show(make(last=True), 500, 200)
    dot = linked.dot.geometry()
    below = (dot.center().x() + 1, dot.bottom() + 30)
    assert linked.grab().toImage().pixelColor(*below) == look.colour("border")
    assert last.grab().toImage().pixelColor(*below) != look.colour("border")


@pytest.mark.parametrize("percent", [100, 150])
def test_that_dates_are_never_cut(theme, show, percent):
    theme.choose("clair", percent)
    line = show(make(), 500, 300)
    assert line.findChildren(Label)[0].toolTip() == ""


def test_that_an_action_stands_at_the_end_of_the_title(show):
    line = show(make(), 500, 200)
    button = IconButton("pencil", "Corriger", "quiet")
    line.add_action(button)
    QApplication.processEvents()
    assert button.isVisible()
    assert button.geometry().right() > 480


def test_that_caption_and_text_may_be_missing(show):
    short = show(TimelineRow("ven. 2", "", "fiche", "Fiche médicale de suivi"), 400)
    assert short.findChild(Paragraph) is None
    assert short.sizeHint().height() < 70


def test_that_the_thread_goes_on_when_another_event_follows(show):
    line = show(make(last=True), 500, 200)
    dot = line.dot.geometry()
    below = (dot.center().x() + 1, dot.bottom() + 30)
    line.set_last(last=False)
    assert line.grab().toImage().pixelColor(*below) == look.colour("border")


def test_that_an_event_may_have_an_icon_of_its_own(show):
    usual, other = (show(make(icon=name), 500, 200) for name in ("", "flag"))
    icons.wake()
    assert usual.dot.grab().toImage() != other.dot.grab().toImage()
