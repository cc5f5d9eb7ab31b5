"""Desktop: from the first start or the unlock page to the window, and back when it locks."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from microstructure_desktop import settings as settings_file
from microstructure_desktop.errors import AppError
from microstructure_desktop.paths import Home
from microstructure_desktop.settings import Settings

from . import session_acts
from .dialogs.unlock import UnlockPage
from .one_window import OneWindow
from .role_words import ROLE_WORDS
from .theme import Theme
from .worker import Worker

if TYPE_CHECKING:
    from pathlib import Path

    from microstructure_desktop.services.accuses import AccuseLu
    from microstructure_desktop.services.office import Office
    from microstructure_desktop.services.restauration import Preparee

    from .context import Context
    from .dialogs.closed_door import ClosedDoor
    from .sender import Sender
    from .shell import Shell

Cabinet = Callable[[], Any]


class Desktop(OneWindow):
    """`cost` and `now` are the services' own defaults when None."""

    def __init__(
        self,
        home: Home,
        theme: Theme,
        restart: Callable[[Home], None],
        *,
        cost: Any = None,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        super().__init__(home, theme, restart)
        self._options: dict[str, Any] = {
            name: value for name, value in (("cost", cost), ("now", now)) if value is not None
        }
        self._sender: Sender | None = None
        self._update: Path | None = None

    # --- before the store is open -----------------------------------------------------------

    def start(
        self, passphrase: str = "", backup: "Path | None" = None, update: "Path | None" = None
    ) -> None:
        """Show the first page; whatever it does not need loads behind it.

        `passphrase`, that of a demonstration, is tried at once for the account proposed.
        `backup`: somebody opened one, to see what it holds. `update`: the same, once the cabinet
        is open.
        """
        self._update = update
        if backup is not None:
            self._show_restore(backup)
        else:
            self._show_door()
        if passphrase and isinstance(self.window, UnlockPage):
            self.window.try_passphrase(passphrase)
        QTimer.singleShot(0, self._on_first_shown)

    def _show_door(self) -> None:
        from microstructure_desktop.services import unlock

        if unlock.exists(self._home):
            self._show_unlock()
        else:
            self._show_first_start()

    def _show_unlock(self) -> None:
        from microstructure_desktop.services import unlock

        from . import restoring

        try:
            door = unlock.door(self._home)
        except AppError as failure:
            self._show_closed_door(failure)
            return
        accounts = [(a.id, f"{a.nom} — {_word(a.role).lower()}") for a in door.accounts]
        opener = partial(self._open, self._home)
        page = UnlockPage(door.cabinet, accounts, self._settings.dernier_membre, opener, self._gate)
        page.unlocked.connect(self._on_opened)
        page.forgotten.connect(partial(self._show_rescue, door.cabinet, accounts))
        page.restore_requested.connect(self._show_restore)
        page.refused.connect(self._on_refused)
        self._show(page)
        if said := restoring.outcome(self._home, self._now()):
            page.problem.show_message(*said)
        page.passphrase.setFocus()

    def _show_rescue(self, cabinet: str, accounts: Sequence[tuple[str, str]], who: str) -> None:
        """Without a passphrase: what is left to do."""
        from .dialogs.rescue_page import RescuePage
        from .rescuing import rescuers

        made = rescuers(self._home, self._options)
        page = RescuePage(cabinet, accounts, who, made, self._gate)
        page.unlocked.connect(self._on_first_opened)
        page.back_requested.connect(self._show_unlock)
        page.put_aside.connect(self._show_first_start)
        self._show(page)
        page.sheet_button.setFocus()

    def _show_closed_door(self, failure: AppError) -> None:
        """Its files cannot be trusted: say so, and how to go on."""
        from microstructure_desktop.services.refus import wants_backup
        from microstructure_desktop.services.sauvegardes import lister

        from .dialogs.closed_door import ClosedDoor

        lost = wants_backup(failure)
        afresh = lost and not lister(self._home.sauvegardes)
        page = ClosedDoor(failure, self._home.root, restore=lost, afresh=afresh)
        page.afresh_requested.connect(partial(self._put_aside, page))
        page.retry_requested.connect(self._show_door)
        page.restore_requested.connect(self._show_restore)
        self._show(page)
        page.first().setFocus()

    def _put_aside(self, page: "ClosedDoor") -> None:
        from .rescuing import rescuers

        afresh = rescuers(self._home, self._options).afresh
        self._gate.run(lambda _: afresh(), self._show_first_start, page.refuse)

    def _on_refused(self, failure: AppError) -> None:
        """The passphrase was right, and the store is not: a backup is proposed at once."""
        from microstructure_desktop.services.refus import wants_backup

        if wants_backup(failure):
            self._show_closed_door(failure)

    def _show_restore(self, backup: "Path | None" = None) -> None:
        from . import restoring
        from .dialogs.restore_page import RestorePage

        made = restoring.restorer(self._home, self._options, self._now)
        page = RestorePage(made, self._gate, backup)
        page.left.connect(self._show_door)
        page.done.connect(self._show_door)
        self._show(page)
        page.first().setFocus()

    def _now(self) -> datetime:
        now = self._options.get("now")
        return now() if now else datetime.now(UTC)

    def _show_first_start(self, put_aside: "Path | None" = None) -> None:
        from microstructure_desktop.services import unlock

        from .dialogs.first_start import FirstStart, Makers

        makers = Makers(self._create, self._demonstrate)
        stick = unlock.on_removable(self._home)
        page = FirstStart(self._home.root, makers, self._gate, removable=stick)
        page.opened.connect(self._on_first_opened)
        page.restore_requested.connect(self._show_restore)
        self._show(page)
        page.new_button.setFocus()
        if put_aside is not None:
            page.show_put_aside(put_aside)

    def _open(self, home: Home, membre_id: str, passphrase: str) -> "Office":
        from microstructure_desktop.domain.ids import MembreId
        from microstructure_desktop.services import unlock

        return unlock.open_cabinet(home, MembreId(membre_id), passphrase, **self._options)

    def _create(self, cabinet: Any, membre: Any, passphrase: str) -> "Office":
        from microstructure_desktop.services import unlock

        return unlock.create_cabinet(self._home, cabinet, membre, passphrase, **self._options)

    def _demonstrate(self, told: Callable[[float, str], None]) -> "Office":
        """The fictional cabinet lives in a folder of its own, beside nothing real."""
        from microstructure_desktop.demo.opening import open_demonstration

        cost = self._options.get("cost")
        return open_demonstration(self._home, told, **({"cost": cost} if cost else {}))

    def _on_first_shown(self) -> None:
        """Import what comes after the unlocking while the person types."""
        super()._on_first_shown()
        self._gate.run(session_acts.loaded)

    # --- while the store is open ------------------------------------------------------------

    def _on_first_opened(self, office: "Office") -> None:
        """A recovery sheet is proposed at once: after the loss, it is too late to print one."""
        from .navigation import Route

        before = self._home
        self._on_opened(office)
        if self._home == before:  # the demonstration has a folder of its own
            self._shell().context.navigator.go(Route("equipe", feuille="oui"))

    def _on_opened(self, office: "Office") -> None:
        from . import first_shell
        from .navigation import Route

        self._settings = self._settings.with_(dernier_membre=office.membre.id)
        settings_file.save(self._home.settings_file, self._settings)
        self._home = office.home
        self.worker = Worker(office, office.store.take_changes, self._events)
        self.worker.run(
            session_acts.place, self._on_place_known
        )  # first: it says whether names are hidden
        now = self._options.get("now")
        shell = first_shell.made(
            first_shell.context(office, self.worker, self._events, self._settings, self._theme, now)
        )
        self._events.settings_changed.connect(self._on_settings_changed)
        self._events.lock_requested.connect(self._on_lock_requested)
        self._events.store_replaced.connect(self._on_store_replaced)
        self._events.restore_prepared.connect(self._on_restore_prepared)
        shell.closed.connect(self._on_closed)
        self._show(shell)
        shell.context.navigator.go(Route("accueil"))
        QTimer.singleShot(0, self._check_log)
        self.worker.run(session_acts.taken_up)
        self._keep_sending(shell.context)
        QTimer.singleShot(0, self._watch_session)

    def _keep_sending(self, context: "Context") -> None:
        """What was sealed leaves while the window is open, and receipts come in."""
        from microstructure_desktop.services.access import Permission, allowed

        from .sender import Sender

        if allowed(context.membre.role, Permission.PARTAGE):
            self._sender = Sender(context, self)
            self._sender.received.connect(self._on_received)
            self._sender.keep_on()

    def _on_received(self, lus: "tuple[AccuseLu, ...]") -> None:
        from .navigation import Route

        route = Route("partage", mois=lus[-1].pli.periode)
        see = partial(self._shell().context.navigator.go, route)
        self._events.notify("Un accusé de l’animateur est arrivé", "Voir", see)

    def _on_place_known(self, place: dict[str, Any] | None) -> None:
        """Unlocking returns to the place that was locked, and to the field."""
        if place is not None:
            from . import way_back

            way_back.follow(place, self._shell().context, self._shell())
        if self._update is not None:
            from .navigation import Route

            self._shell().context.navigator.go(Route("a_propos", fichier=str(self._update)))
            self._update = None

    def _check_log(self) -> None:
        """After the backups: what is said last stays on screen, and this is the graver."""
        if self.worker is not None:
            self.worker.run(session_acts.altered_log, self._on_log_checked)

    def _on_log_checked(self, problem: str | None) -> None:
        """An altered log locks nobody out: it is said until it is looked at."""
        if problem is not None:
            from .navigation import Route

            shell = self._shell()
            shell.set_badge("journal", "!")
            see = partial(shell.context.navigator.go, Route("journal"))
            self._events.notify(problem, "Voir le journal", see, kind="danger")

    def _on_settings_changed(self, settings: Settings) -> None:
        self._settings = settings
        self._shell().idle_watch.set_minutes(settings.verrouillage_minutes)

    def _on_lock_requested(self) -> None:
        """The page has kept its texts already (the shell asked it): close, then start afresh."""
        place = self._shell().place
        if place is not None and self.worker is not None:
            self.worker.run(partial(session_acts.remember, place=place))
            self.worker.run(session_acts.locked)
        self._lock()
        self._restart(self._home)

    def _on_store_replaced(self) -> None:
        """The store is closed already: nothing of it may be asked any more."""
        from . import copied

        copied.forget()
        if self._sender is not None:
            self._sender.stop()
        self.worker = None
        self._events.session_locked.emit()
        self._restart(self._home)

    def _on_restore_prepared(self, preparee: "Preparee") -> None:
        """Close the cabinet, put the other in its place, and start afresh before its door."""
        from . import restoring
        from .dialogs.restore_end import RestoreEnd

        self._lock()
        self._show(RestoreEnd())
        put = partial(restoring.end, self._home, preparee, self._now)
        self._gate.run(lambda _: put(), self._on_restore_ended)

    def _on_restore_ended(self, _none: object) -> None:
        self._restart(self._home)

    def _close(self) -> None:
        from microstructure_desktop.services import unlock

        if self._sender is not None:
            self._sender.stop()
        if self.worker is not None:
            if self.window is not None:
                self.window.hide()  # before the backup: nobody reads on while it is made
            self.worker.run(session_acts.kept_aside)
            self.worker.run(unlock.close)
            self.worker.drain()
            self.worker = None

    def _shell(self) -> "Shell":
        from .shell import Shell

        assert isinstance(self.window, Shell)
        return self.window


def _word(role: str) -> str:
    return ROLE_WORDS.get(role, role)
