"""BackupWatch: what the window says of the backups, and aloud when something is wrong."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from microstructure_desktop import settings as settings_file
from microstructure_desktop.services.access import Permission, allowed

from . import backup_words
from .navigation import Route

if TYPE_CHECKING:
    from microstructure_desktop.services.office import Office
    from microstructure_desktop.services.sauvegardes import EtatSauvegardes

    from .shell import Shell
    from .widgets.sidebar import StateLine

MINUTES = 10
SOON = 2_000  # milliseconds after something was saved


class BackupWatch(QObject):
    """`others`: the other states of the window, under this one."""

    def __init__(self, shell: "Shell", others: Sequence["StateLine"]) -> None:
        super().__init__(shell)
        self._shell, self._context, self._others = shell, shell.context, tuple(others)
        self._every = QTimer(self)
        self._every.setInterval(MINUTES * 60_000)
        self._every.timeout.connect(self.look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.look)

    def start(self) -> None:
        """A backup that is missing or late is made at once: the alarm is for one that cannot be."""
        self._context.worker.run(_caught_up, self._on_opened)
        self._context.events.store_changed.connect(self._on_store_changed)
        self._context.events.backups_changed.connect(self.look)
        self._context.events.session_locked.connect(self._on_session_locked)
        self._every.start()

    def look(self) -> None:
        self._context.worker.run(_state, self._show)

    def _show(self, etat: "EtatSauvegardes") -> None:
        line = backup_words.line(etat, self._context.now())
        self._shell.set_states((line, *self._others))

    def _on_opened(self, etat: "EtatSauvegardes") -> None:
        self._show(etat)
        today = self._context.now().date().isoformat()
        told = self._context.settings.alerte_sauvegarde == today
        may_mend = allowed(self._context.membre.role, Permission.SAUVEGARDER)
        if not etat.alarme or told or not may_mend:
            return
        self._remember(today)
        see = partial(self._context.navigator.go, Route(backup_words.ROUTE))
        self._context.events.notify(etat.alarme, "Voir les sauvegardes", see, kind="danger")

    def _remember(self, today: str) -> None:
        """Said once a day, however often the screen is unlocked."""
        kept = self._context.settings.with_(alerte_sauvegarde=today)
        self._context.settings = kept
        settings_file.save(self._context.home.settings_file, kept)
        self._context.events.settings_changed.emit(kept)

    def _on_store_changed(self, _kinds: frozenset[str]) -> None:
        self._soon.start()

    def _on_session_locked(self) -> None:
        self._every.stop()
        self._soon.stop()


def _state(office: "Office") -> "EtatSauvegardes":
    from microstructure_desktop.services import sauvegardes

    return sauvegardes.etat(office)


def _caught_up(office: "Office") -> "EtatSauvegardes":
    from microstructure_desktop.services import sauvegardes

    etat = sauvegardes.etat(office)
    if etat.alarme:
        sauvegardes.quand_ferme(office)
        etat = sauvegardes.etat(office)
    return etat
