"""Desktop: from the first start or the unlock page to the animator's window, and its lock."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer

from microstructure_desktop.animateur.enrol import Projet
from microstructure_desktop.paths import Home
from microstructure_desktop.ui.navigation import Navigator, Route
from microstructure_desktop.ui.one_window import OneWindow
from microstructure_desktop.ui.theme import Theme
from microstructure_desktop.ui.widgets.sidebar import Identity, StateLine
from microstructure_desktop.ui.worker import Worker

from . import desk
from .context import Context
from .desk import Desk, Secrets
from .gate.first_start import FirstStart, Makers
from .gate.unlock import Unlock
from .sections import SECTIONS
from .shell import Shell

_ROLE = "Animation régionale"


class Desktop(OneWindow):
    """The register is open from the passphrase to the lock."""

    def __init__(
        self,
        home: Home,
        theme: Theme,
        restart: Callable[[Home], None],
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(home, theme, restart)
        self._today = today

    def start(self) -> None:
        """Ask for the passphrase, or for the first keys."""
        if desk.exists(self._home):
            opener = partial(desk.unlock, self._home, today=self._today)
            page = Unlock(opener, self._gate)
            page.unlocked.connect(self._on_opened)
            self._show(page)
            page.passphrase.setFocus()
        else:
            first = FirstStart(self._home.animateur, Makers(self._create, self._take), self._gate)
            first.opened.connect(self._on_opened)
            self._show(first)
            first.new_button.setFocus()
        QTimer.singleShot(0, self._on_first_shown)

    def _create(self, secrets: Secrets, projet: Projet, url: str) -> Desk:
        return desk.create(self._home, secrets, projet, url, self._today)

    def _take(self, secrets: Secrets, url: str) -> Desk:
        return desk.restore(self._home, secrets, url, self._today)

    def _on_opened(self, opened: Desk) -> None:
        self.worker = Worker(opened, opened.take_changes, self._events)
        self._events.lock_requested.connect(self._on_lock_requested)
        self.worker.run(_identity, self._on_identity_known)

    def _on_identity_known(self, identity: Identity) -> None:
        """The window says whose it is."""
        assert self.worker is not None
        context = Context(
            self.worker,
            self._events,
            Navigator(),
            self._settings,
            self._theme,
            self._home,
            self._today,
        )
        shell = Shell(context, SECTIONS, identity)
        shell.set_states([StateLine("shield-check", "Clés chiffrées", "ok")])
        shell.closed.connect(self._on_closed)
        self._show(shell)
        context.navigator.go(Route(SECTIONS[0].key))
        QTimer.singleShot(0, self._watch_session)

    def _on_lock_requested(self) -> None:
        self._lock()
        self._restart(self._home)

    def _close(self) -> None:
        if self.worker is not None:
            self.worker.run(Desk.close)
            self.worker.drain()
            self.worker = None


def _identity(opened: Desk) -> Identity:
    with opened.register.read() as work:
        current = work.conventions.current()
    name = current.convention.animateur if current is not None else _ROLE
    initials = "".join(word[0] for word in name.split()[:2]).upper()
    return Identity(_ROLE, name, "Registre et clés", initials)
