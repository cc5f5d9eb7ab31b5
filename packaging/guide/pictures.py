"""Pictures of the real window, taken without a screen on a fictional cabinet."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from guide.words import LINUX_DATA
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from microstructure_desktop import __version__
from microstructure_desktop.demo import cabinet as demo
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.domain.mise_a_jour import Annonce, Systeme, Version
from microstructure_desktop.paths import Home
from microstructure_desktop.services import sauvegardes, unlock
from microstructure_desktop.services.mise_a_jour import Editeur, MiseAJour
from microstructure_desktop.services.office import Cost
from microstructure_desktop.settings import Settings, save
from microstructure_desktop.store.keys import LIMITS, KdfParams, Limits
from microstructure_desktop.ui import application, restoring
from microstructure_desktop.ui.desktop import Desktop
from microstructure_desktop.ui.dialogs.first_start import FirstStart
from microstructure_desktop.ui.dialogs.recovery_sheet import RecoverySheet
from microstructure_desktop.ui.dialogs.rescue_page import RescuePage
from microstructure_desktop.ui.dialogs.restore_page import RestorePage
from microstructure_desktop.ui.dialogs.unlock import UnlockPage
from microstructure_desktop.ui.events import Events
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.a_propos.update_card import UpdateCard
from microstructure_desktop.ui.shell import Shell
from microstructure_desktop.ui.theme import Theme
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.worker import Worker

SIZE = (1180, 690)
PATIENCE = 60  # seconds
KEY = "Clé du cabinet"
PAGES = ("equipe", "sauvegardes")
SHOWN = (
    "premiere-ouverture",
    "compte",
    "deverrouiller",
    "feuille-de-secours",
    "phrase-oubliee",
    "equipe",
    "sauvegardes",
    "mise-a-jour",
    "restaurer",
    "restaurer-contenu",
)
_CHEAP = KdfParams(m=8, t=1, p=1)
_COST = Cost(_CHEAP, Limits(floor=_CHEAP, ceiling=LIMITS.ceiling))


@dataclass(frozen=True, slots=True)
class Studio:
    """Where pictures are taken and kept; `at` is the only hour that is seen on them."""

    folder: Path
    theme: Theme
    at: datetime

    def now(self) -> datetime:
        return self.at

    def shoot(self, widget: QWidget, name: str, size: tuple[int, int] = SIZE) -> None:
        """A whole window, or the card that is alone in the middle of it."""
        widget.resize(*size)
        widget.show()
        settle()
        card = widget.findChild(Card) if isinstance(widget, ALONE) else None
        if not (card or widget).grab().save(str(self.folder / f"{name}.png")):
            raise SystemExit(f"{name}.png n’a pas pu être écrite.")


ALONE = (FirstStart, UnlockPage, RescuePage, RestorePage)


def take(folder: Path, day: date) -> dict[str, Path]:
    """Every picture, by its name; the folder also holds the cabinets, which are forgotten."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = "2"  # paper shows more dots than a screen
    _, theme = application.create_application([], "clair", 100)
    folder.mkdir(parents=True, exist_ok=True)
    at = datetime(day.year, day.month, day.day, 17, tzinfo=UTC)
    with chdir(folder):
        studio = Studio(folder, theme, at)
        first_day(studio)
        demonstration(studio)
    return {name: folder / f"{name}.png" for name in SHOWN}


def first_day(studio: Studio) -> None:
    """From nothing to the first account.

    The folder has the name that people will see: pictures show no path of this machine.
    """
    with opened(studio, Home(Path(LINUX_DATA))) as desktop:
        page = desktop.window
        assert isinstance(page, FirstStart)
        studio.shoot(page, "premiere-ouverture")
        page.new_button.click()
        page.cabinet_name.setText("Cabinet des Tilleuls")
        page.cabinet_next.click()
        account = page.account
        account.prenom.setText("Claire")
        account.nom.setText("Lemoine")
        for field in (account.passphrase, account.again):
            field.edit.setText(demo.PASSPHRASE)
        studio.shoot(page, "compte")


def demonstration(studio: Studio) -> None:
    """A cabinet some months later."""
    home = Home(Path("cabinet"))
    plan = demo.Plan(1, 2, 5, studio.at.date())
    story = demo.build(home, plan, demo.PASSPHRASE, lambda *_: None, _COST)
    unlock.close(next(iter(story.offices.values())))
    doctor = next(a for a in unlock.door(home).accounts if a.role == Role.MEDECIN)
    save(home.settings_file, Settings(dernier_membre=MembreId(doctor.id)))
    with opened(studio, home) as desktop:
        page = desktop.window
        assert isinstance(page, UnlockPage)
        studio.shoot(page, "deverrouiller")
        page.forgotten_button.click()
        settle()
        assert isinstance(desktop.window, RescuePage)
        studio.shoot(desktop.window, "phrase-oubliee")
    with opened(studio, home, demo.PASSPHRASE) as desktop:
        until(lambda: isinstance(desktop.window, Shell))
        assert isinstance(desktop.window, Shell)
        inside(studio, desktop.window)
    restoration(studio)
    update(studio)


def inside(studio: Studio, shell: Shell) -> None:
    context = shell.context
    key = Path(KEY)
    key.mkdir()
    for action in (sauvegardes.sauvegarder, partial(sauvegardes.sur_support, dossier=key)):
        context.worker.run(action)
    for name in PAGES:
        context.navigator.go(Route(name))
        rest(context.worker)
        studio.shoot(shell, name)
    sheet = RecoverySheet(shell, context)
    sheet.open()
    studio.shoot(sheet, "feuille-de-secours", (sheet.width(), sheet.height()))
    sheet.reject()


def restoration(studio: Studio) -> None:
    """On another computer, where nothing is yet, with the key of the first."""
    worker = Worker(None, frozenset, Events())
    home = Home(Path("ordinateur neuf"))
    made = restoring.restorer(home, {"cost": _COST, "now": studio.now}, studio.now)
    page = RestorePage(made, worker, next(Path(KEY).glob("*.msmabak")))
    rest(worker)
    page.secret.passphrase.edit.setText(demo.PASSPHRASE)
    studio.shoot(page, "restaurer")
    page.see_button.click()
    rest(worker)
    studio.shoot(page, "restaurer-contenu")
    page.close()


def update(studio: Studio) -> None:
    """An update that nobody published: the card alone, since the page tells about this machine."""
    here = Version.lire(__version__)
    proposed = replace(here, mineure=here.mineure + 1)
    changes = ("Un calendrier plus clair.", "La recherche retrouve les noms composés.")
    said = Annonce(proposed, 1, Systeme.WINDOWS, 1, "0" * 64, studio.at.date(), changes)
    editor = Editeur("l’éditeur du programme", "", "EXEM PLED EXEM PLED EXEM PLED EXEM PLED")
    card = UpdateCard(may_update=True)
    card.show_found(MiseAJour(Path(said.nom), said, editor, here))
    card.resize(620, card.sizeHint().height())
    studio.shoot(card, "mise-a-jour", (620, card.heightForWidth(620)))
    card.close()


@contextmanager
def opened(studio: Studio, home: Home, passphrase: str = "") -> Iterator[Desktop]:
    desktop = Desktop(home, studio.theme, lambda _home: None, cost=_COST, now=studio.now)
    desktop.start(passphrase)
    settle()
    yield desktop
    desktop.finish()
    if desktop.window is not None:
        desktop.window.hide()
        desktop.window.deleteLater()
    settle()


def rest(worker: Worker) -> None:
    """Until it has answered, and answered what its answers asked."""
    while worker.busy:
        worker.drain()
        settle()


def until(done: Callable[[], bool]) -> None:
    late = time.monotonic() + PATIENCE
    while not done():
        settle()
        if time.monotonic() > late:
            raise SystemExit("La fenêtre ne répond pas : les images n’ont pas été prises.")


def settle() -> None:
    app = application.QApplication
    for _ in range(3):
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        app.processEvents()
