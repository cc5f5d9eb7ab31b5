"""A comment half typed in the annual report, then no power: python -m … HOME WHO YEAR.

The process kills itself once the page says that what was typed is kept.
"""

import os
import signal
import sys
from datetime import date, time
from pathlib import Path

from microstructure_desktop.demo.clock import Clock
from microstructure_desktop.paths import Home
from microstructure_desktop.ui import application
from microstructure_desktop.ui.desktop import Desktop

from .killed import cheap, enter
from .walk import Person

SECTION, TEXT = "perspectives", "Un psychiatre de plus, "
JANUARY = date(2027, 1, 11)


def write(person: Person, year: str) -> None:
    page = person.page("rapport", annee=year, section=SECTION)
    person.until(lambda: page.part is not None, "the report")
    person.type(page.part.comment.area.editor, TEXT)
    person.until(lambda: bool(page.part.comment.saved.text()), "the draft")


def main(home: Path, who: str, year: str) -> None:
    clock = Clock(JANUARY)
    clock.set(JANUARY, time(9, 5))
    _, theme = application.create_application([])
    desktop = Desktop(Home(home), theme, print, cost=cheap(), now=clock)
    desktop.start()
    person = Person(desktop)
    enter(person, who)
    write(person, year)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
