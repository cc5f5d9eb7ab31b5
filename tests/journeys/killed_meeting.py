"""A decision half typed in a suspended meeting, then no power: python -m … HOME WHO MEETING.

The process kills itself once the page says that what was typed is kept.
"""

import os
import signal
import sys
from datetime import time
from pathlib import Path

from microstructure_desktop.demo.clock import Clock
from microstructure_desktop.domain.ids import SyntheseId
from microstructure_desktop.paths import Home
from microstructure_desktop.ui import application
from microstructure_desktop.ui.desktop import Desktop
from tests.cabinet import TODAY

from .killed import cheap, enter
from .walk import Person

SOCIAL, TEXT, WHEN = "Logement demandé.", "Avis sur le trait", "+2 sem."
PAUSED_AT = time(14, 20)


def decide(person: Person, clock: Clock, meeting: str) -> None:
    page = person.page("synthese", synthese_id=SyntheseId(meeting))
    person.until(lambda: bool(page._step), "the meeting")
    discussion = page.meeting.discussion
    person.type(discussion.situation_card.areas["social"].editor, SOCIAL)
    card = discussion.decisions_card
    card.add_button.click()
    card.editor.kind.chips.chip("AVIS_PSYCHIATRE").click()
    card.editor.what.clear()
    person.type(card.editor.what, TEXT)
    person.type(card.editor.when, WHEN)
    clock.set(TODAY, PAUSED_AT)
    page.steps.set_hint("")
    page.header.pause_button.click()
    person.until(lambda: bool(page.steps.hint.text()), "the draft")


def main(home: Path, who: str, meeting: str) -> None:
    clock = Clock(TODAY)
    clock.set(TODAY, time(14, 5))
    _, theme = application.create_application([])
    desktop = Desktop(Home(home), theme, print, cost=cheap(), now=clock)
    desktop.start()
    person = Person(desktop)
    enter(person, who)
    decide(person, clock, meeting)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
