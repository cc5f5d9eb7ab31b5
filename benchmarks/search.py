"""One keystroke in the search of ten thousand patients: query, answer, list painted."""

from itertools import cycle
from pathlib import Path

from microstructure_desktop.services import recherche, unlock
from microstructure_desktop.settings import Settings
from microstructure_desktop.ui import application
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.events import Events
from microstructure_desktop.ui.navigation import Navigator
from microstructure_desktop.ui.pages.patients.panel import PatientPanel
from microstructure_desktop.ui.worker import Worker

from .measure import Ratio, median, paired
from .stores import cabinet, fill

FRAME = 1 / 60
TEXT = "pari"
BARE = "select id, nom, prenom from patient where instr(recherche, ?) > 0 order by tri limit 100"


def run(folder: Path) -> list[Ratio]:
    office = cabinet(folder)
    fill(office, 10_000)
    raw = office.store._raw
    ours, limit = paired(
        lambda: recherche.search(office, TEXT), lambda: raw.execute(BARE, (TEXT,)).fetchall()
    )
    keystroke = _keystroke(office)
    unlock.close(office)
    return [
        Ratio("recherche, 10 000 patients (service)", "même requête, pilote nu", ours, limit),
        Ratio(
            "touche → liste repeinte, 10 000 patients", "une image à 60 Hz", keystroke, FRAME, 0.75
        ),
    ]


def _keystroke(office) -> float:
    app, theme = application.create_application([])
    events = Events()
    worker = Worker(office, office.store.take_changes, events)
    context = Context(
        worker, events, Navigator(), Settings(), theme, office.home, office.membre, office.reference
    )
    panel = PatientPanel(context)
    panel.resize(312, 900)
    panel.show()
    worker.drain()
    app.processEvents()
    texts = cycle((TEXT[:2], TEXT[:3], TEXT))

    def press() -> None:
        panel.search.setText(next(texts))
        app.processEvents()  # the pause of the field is over: the question leaves
        worker.drain()
        app.processEvents()
        panel.repaint()

    seconds = median(press)
    panel.close()
    return seconds
