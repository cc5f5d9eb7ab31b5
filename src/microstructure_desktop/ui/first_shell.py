"""The window of a cabinet that has just been opened."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer

from microstructure_desktop.services import unlock
from microstructure_desktop.services.office import Office
from microstructure_desktop.settings import Settings

from .backup_watch import BackupWatch
from .context import Context, local_now
from .events import Events
from .navigation import Navigator
from .role_words import ROLE_WORDS
from .sections import factories, panel, sections_for
from .shell import Shell
from .theme import Theme
from .widgets.sidebar import Identity, StateLine
from .worker import Worker


def context(
    office: Office,
    worker: Worker,
    events: Events,
    settings: Settings,
    theme: Theme,
    now: Callable[[], datetime] | None,
) -> Context:
    return Context(
        worker,
        events,
        Navigator(),
        settings,
        theme,
        office.home,
        office.membre,
        office.reference,
        (lambda: now().astimezone()) if now else local_now,
    )


def made(context: Context) -> Shell:
    """Without a page yet; the state of its backups is read behind the first one."""
    membre = context.membre
    cabinet = unlock.door(context.home).cabinet
    role = ROLE_WORDS.get(membre.role, membre.role)
    identity = Identity(cabinet, membre.nom_complet, role, membre.initiales)
    shell = Shell(context, sections_for(membre.role), factories(), identity, panel)
    states = [
        StateLine("shield-check", "Données chiffrées", "ok"),
        StateLine("cloud-off", "Hors ligne, rien ne manque"),
    ]
    if unlock.on_removable(context.home):
        states.append(StateLine("triangle-alert", "Données sur une clé", "warn"))
    shell.set_states(states)
    QTimer.singleShot(0, BackupWatch(shell, states).start)
    return shell
