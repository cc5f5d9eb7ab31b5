"""A Windows to try the installer in: a fresh Wine folder, with what Wine lacks added."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path, PureWindowsPath

from windows.launcher import TOOL
from windows.tools import HERE, run

SHIMS = ("icuuc", "bcryptprimitives")  # Windows 10 has them; never shipped
PROGRAM_WAIT, WINDOW_WAIT = 300, 120  # on a computer that does much else
LOCAL = "AppData/Local"


class Wine:
    """One Windows of our own, thrown away with its folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.environment = {
            name: text
            for name, text in os.environ.items()
            if not name.startswith(("PYTHON", "QT_", "XDG_"))
        } | {
            "WINEPREFIX": str(folder),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": f"mscoree,mshtml=;{','.join(SHIMS)}=n",
            "LC_ALL": "C.UTF-8",
        }
        for command in (["wineboot", "-i"], ["winecfg", "-v", "win10"]):
            self.call(*command)
        system = folder / "drive_c/windows/system32"
        for name in SHIMS:
            target = system / f"{name}.dll"
            flags = ["-shared", "-s", "-Wall", "-Wextra", "-Werror"]
            run(f"{TOOL}gcc", *flags, "-o", target, HERE / "shims" / f"{name}.c", "-ladvapi32")

    @property
    def person(self) -> Path:
        (person,) = (p for p in (self.folder / "drive_c/users").iterdir() if p.name != "Public")
        return person

    def path(self, place: PureWindowsPath) -> Path:
        """Where a file of C: is for us."""
        return self.folder.joinpath("drive_c", *place.parts[1:])

    def inside(self, place: Path) -> str:
        r"""The name of one of our files for Windows: C:\…"""
        return str(PureWindowsPath("C:/", place.relative_to(self.folder / "drive_c")))

    def start(self, *command: str | Path) -> "subprocess.Popen[str]":
        """Started beside us; Python refuses a plain file as output under Wine, so a pipe it is."""
        return subprocess.Popen(
            ["wine", *map(str, command)],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )

    def call(self, *command: str | Path) -> tuple[int, str]:
        """A program run to its end: its exit code and what it said."""
        with self.start(*command) as program:
            said, _ = program.communicate(timeout=PROGRAM_WAIT)
        return program.returncode, said

    def settle(self) -> None:
        """Wait until no program of this Windows runs."""
        subprocess.run(["wineserver", "-w"], env=self.environment, check=True, timeout=PROGRAM_WAIT)

    def running(self, name: str) -> set[int]:
        """The processes that run a program of this folder."""
        found = set()
        for place in Path("/proc").glob("[0-9]*"):
            try:
                command = (place / "cmdline").read_bytes().split(b"\0")[0]
                ours = f"WINEPREFIX={self.folder}".encode() in (place / "environ").read_bytes()
            except OSError:
                continue
            if ours and command.decode("utf-8", "replace").endswith(name):
                found.add(int(place.name))
        return found


def until(said: str, true: Callable[[], bool], wait: float = WINDOW_WAIT) -> None:
    """Raises: SystemExit, when it is still not true after the wait."""
    end = time.monotonic() + wait
    while not true():
        if time.monotonic() > end:
            raise SystemExit(f"{said}: not within {wait:.0f} s")
        time.sleep(0.2)
