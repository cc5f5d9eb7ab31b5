"""One keystroke among ten thousand people: query, answer, list painted; and likely duplicates."""

from datetime import date
from pathlib import Path
from random import Random

from microstructure_desktop.domain.ids import PatientId, new_id
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.services import doublons, recherche, requete, unlock
from microstructure_desktop.services.office import Office
from microstructure_desktop.settings import Settings
from microstructure_desktop.ui import application
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.events import Events
from microstructure_desktop.ui.navigation import Navigator
from microstructure_desktop.ui.pages.patients.panel import PatientPanel
from microstructure_desktop.ui.palette_key import PaletteKey
from microstructure_desktop.ui.worker import Worker
from tests.services.population import SLIPS, Identite, Population, again

from .measure import Ratio, p95
from .stores import cabinet

Registration = tuple[str, str, date | None]

FRAME = 1 / 60
PROMISED = 0.020  # of the comparison at each key of a registration
PEOPLE, QUERIES = 10_000, 300
BARE = "select id, nom, prenom from patient where {} order by tri limit 100"


def run(folder: Path) -> list[Ratio]:
    office = cabinet(folder)
    people = _fill(office)
    texts = _texts(people)
    raw = office.store._raw
    asked = [_bare(text) for text in texts]
    for warm in texts[:20]:
        recherche.search(office, warm)
    bare = p95(lambda one: raw.execute(*one).fetchall(), asked)
    found = p95(lambda text: recherche.search(office, text), texts)
    compared = p95(lambda who: doublons.ressemblants(office, *who), _again(people))
    panel, palette = _keystrokes(office, texts)
    unlock.close(office)
    frame = "une image à 60 Hz"
    return [
        Ratio("recherche variée, 10 000 patients (p95)", "requête nue, pilote nu", found, bare),
        Ratio("recherche variée (p95)", frame, found, FRAME, 1.0),
        Ratio("touche → liste repeinte (p95)", frame, panel, FRAME, 1.0),
        Ratio("touche → palette repeinte (p95)", frame, palette, FRAME, 1.0),
        Ratio("doublons à chaque touche (p95)", "20 ms promis", compared, PROMISED, 1.0),
    ]


def _fill(office: Office) -> list[Identite]:
    random, people = Random(1), Population(seed=1).people(PEOPLE)
    with office.store.begin(office.membre.id, office.now()) as work:
        for who in people:
            work.patients.add(
                Patient(
                    PatientId(new_id()), 0, who.nom, who.prenom, who.naissance,
                    telephone=f"06{random.randint(0, 99_999_999):08}",
                )
            )  # fmt: skip
    office.store.checkpoint()
    return people


def _texts(people: list[Identite]) -> list[str]:
    """What people type: mostly the beginning of a name, sometimes all else."""
    random, found = Random(2), []
    misspelled = [SLIPS[name] for name in ("typo_in_nom", "as_heard")]
    for rank in range(QUERIES):
        who = random.choice(people)
        born, phone = who.naissance, f"{random.randint(0, 9999):04}"
        wrong = random.choice(misspelled)(random, who) or who
        ways = (
            who.nom[: random.randint(1, 6)],
            who.prenom[: random.randint(2, 5)],
            f"{who.prenom[:3]} {who.nom[:3]}",
            who.nom,
            wrong.nom,
            random.choice((f"{born:%d/%m/%Y}", f"{born:%d%m%y}", f"{born.year}")),
            random.choice((str(rank), f"+33 6 {phone[:2]} {phone[2:]}", f"06{phone}")),
        )
        found.append(random.choices(ways, (6, 2, 2, 2, 2, 1, 1))[0])
    return found


def _bare(text: str) -> tuple[str, list[str]]:
    words = [word.best for word in requete.lire(text)]
    return BARE.format(" and ".join(["instr(recherche, ?) > 0"] * len(words))), words


def _again(people: list[Identite]) -> list[Registration]:
    """The same registered otherwise, before and after the day of birth is typed."""
    random = Random(3)
    slips = list(SLIPS.values())
    told = [other for slip in slips for _, other in again(random, slip, people[:40])]
    drawn = random.sample(told, QUERIES // 2)
    return [one for w in drawn for one in ((w.nom, w.prenom, None), (w.nom, w.prenom, w.naissance))]


def _keystrokes(office: Office, texts: list[str]) -> tuple[float, float]:
    """Through the list beside the pages, and through the palette."""
    app, theme = application.create_application([])
    events = Events()
    worker = Worker(office, office.store.take_changes, events)
    context = Context(
        worker, events, Navigator(), Settings(), theme, office.home, office.membre, office.reference
    )
    panel = PatientPanel(context)
    panel.resize(312, 900)
    panel.show()
    key = PaletteKey(context, (), panel)
    worker.drain()
    app.processEvents()

    def answer(field, changed, text: str) -> None:
        field.setText(text)
        app.processEvents()  # the pause of the field is over: the question leaves
        worker.drain()
        app.processEvents()
        changed.repaint()

    listed = p95(lambda text: answer(panel.search, panel, text), texts)
    key.open()
    palette = key.palette
    shown = p95(lambda text: answer(palette.edit, palette.frame, text), texts)
    panel.close()
    return listed, shown
