"""Composition root of the desktop application: the only place where everything meets."""

import os
import subprocess
import sys
from pathlib import Path

from microstructure_desktop import log, settings
from microstructure_desktop.paths import Home


def run(
    home: Home, passphrase: str = "", backup: Path | None = None, update: Path | None = None
) -> int:
    """Show the window on a cabinet's folder until it is closed.

    `passphrase` opens it at once: only a demonstration gives one. `backup`, `update`: a file that
    somebody opened, to see what it holds.
    """
    from microstructure_desktop.ui import application
    from microstructure_desktop.ui.copied import Copied
    from microstructure_desktop.ui.desktop import Desktop
    from microstructure_desktop.ui.garbage import Garbage

    log.set_up(home.journaux)
    _pass_through_memory()
    _do_without_portals()
    saved = settings.load(home.settings_file)
    app, theme = application.create_application(sys.argv, saved.theme, saved.echelle)
    Garbage(app)
    Copied(app)
    desktop = Desktop(home, theme, restart)
    application.install_hook(desktop.tell_unexpected)
    desktop.start(passphrase, backup, update)
    code = int(app.exec())
    desktop.finish()
    return code


def run_animateur(home: Home) -> int:
    """Show the regional animator's window until it is closed."""
    from microstructure_desktop.ui import application
    from microstructure_desktop.ui.animateur.desktop import Desktop
    from microstructure_desktop.ui.copied import Copied
    from microstructure_desktop.ui.garbage import Garbage

    log.set_up(home.journaux)
    _pass_through_memory()
    _do_without_portals()
    saved = settings.load(home.settings_file)
    app, theme = application.create_application(sys.argv, saved.theme, saved.echelle)
    Garbage(app)
    Copied(app)
    desktop = Desktop(home, theme, restart_animateur)
    application.install_hook(desktop.tell_unexpected)
    desktop.start()
    code = int(app.exec())
    desktop.finish()
    return code


def restart(home: Home) -> None:
    """Replace this process by a locked one: no key and no patient's text stays in memory."""
    _replace(command_line(home))


def restart_animateur(home: Home) -> None:
    """The same, for the animator's window."""
    _replace([*command_line(home), "animateur"])


def _replace(command: list[str]) -> None:
    if os.name == "nt":
        subprocess.Popen(command)  # noqa: S603 -- our own program, our own arguments
        os._exit(0)
    os.execv(command[0], command)  # noqa: S606 -- no shell is wanted


def command_line(home: Home) -> list[str]:
    """What starts this very program on a cabinet's folder, installed or not."""
    program = [sys.executable]
    if not getattr(sys, "frozen", False):
        program += ["-m", "microstructure_desktop"]
    return [*program, "--home", str(home.root)]


def _pass_through_memory() -> None:
    """What is printed passes through a temporary file, in clear: let it be one in memory."""
    memory = os.environ.get("XDG_RUNTIME_DIR", "")
    if Path(memory).is_absolute() and Path(memory).is_dir():
        os.environ["TMPDIR"] = memory


def _do_without_portals() -> None:
    """Portals refuse a process whose memory is private: a dialog of files would never open."""
    os.environ["QT_NO_XDG_DESKTOP_PORTAL"] = "1"
    if os.environ.get("QT_QPA_PLATFORMTHEME") == "xdgdesktopportal":
        del os.environ["QT_QPA_PLATFORMTHEME"]
