"""What the Windows package is built with: Debian's programs, and one way to run them."""

import os
import subprocess
import sys
from pathlib import Path

from contenu import ROOT

sys.path.insert(0, str(ROOT))

import dev

HERE = Path(__file__).resolve().parent
BUILD = ROOT / "build" / "windows"
AUTHORITIES = Path("/etc/ssl/certs/ca-certificates.crt")

# What is run or read, each with the Debian package that brings it.
BUILD_PROGRAMS = {
    "/usr/bin/makensis": "nsis",
    "/usr/bin/x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "/usr/bin/osslsigncode": "osslsigncode",
    str(AUTHORITIES): "ca-certificates",
}
SMOKE_PROGRAMS = {
    "/usr/bin/x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "/usr/bin/wine": "wine",
    "/usr/lib/wine/wine64": "wine64",
    "/usr/bin/Xvfb": "xvfb",
    "/usr/bin/xauth": "xauth",
    "/usr/bin/import": "imagemagick",
    "/usr/bin/xdotool": "xdotool",
}


def prepare(programs: dict[str, str]) -> None:
    """Have the programs installed, or named to who may install them."""
    dev.prepare(
        sorted({package for place, package in programs.items() if not Path(place).exists()})
    )


def run(*command: str | Path, **more: str) -> str:
    """What a program says; when it fails, what it complained of is shown and the build stops."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", **more}
    done = subprocess.run(
        [str(part) for part in command],
        check=False,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        raise SystemExit(f"{done.stdout}\n{Path(command[0]).name}: exit {done.returncode}")
    return done.stdout


def pip(*arguments: str | Path) -> None:
    """Only what has the hash that was said, whatever index answers."""
    quiet = ["--disable-pip-version-check", "--no-deps", "--require-hashes", "--quiet"]
    verb, *rest = arguments
    run(sys.executable, "-m", "pip", verb, *quiet, *rest)
