"""The two programs that start the application: for its window, and for the command line."""

import os
from pathlib import Path

from windows.tools import HERE, run

TOOL = "x86_64-w64-mingw32-"
WINDOW, CONSOLE = "Microstructure.exe", "microstructure-desktop.exe"
KINDS = {WINDOW: ["-mwindows"], CONSOLE: ["-mconsole", "-DCONSOLE"]}
LIBRARIES = ["-lshell32"]


def numbers(version: str) -> str:
    """The four numbers that Windows wants."""
    found = [*version.split("."), "0", "0", "0"][:4]
    return ",".join(str(int(number)) for number in found)


def make(version: str, icon: Path, work: Path, folder: Path) -> None:
    """Without a date inside, so that the same source gives the same program."""
    described = work / "launcher.res"
    said = {
        "VERSION": f'\\"{version}\\"',
        "NUMBERS": numbers(version),
        "ICON_FILE": f'\\"{os.path.relpath(icon, HERE)}\\"',
    }
    defined = [f"-D{name}={value}" for name, value in said.items()]
    find = ["-I", HERE, "-c", "65001", "-O", "coff"]
    run(f"{TOOL}windres", *defined, *find, HERE / "launcher.rc", "-o", described)
    for name, kind in KINDS.items():
        how = ["-municode", *kind, "-O2", "-s", "-static", "-Wall", "-Wextra", "-Werror"]
        parts = [HERE / "launcher.c", described, *LIBRARIES]
        run(f"{TOOL}gcc", *how, "-Wl,--no-insert-timestamp", "-o", folder / name, *parts)
