"""The folder that is installed: Python, packages, application; compiled, and of one date."""

import os
import shutil
import sys
import zipfile
from pathlib import Path

import licences
import update
from contenu import PACKAGE, ROOT
from windows import runtime, wheels
from windows.tools import run

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the only date that an archive needs


def make(work: Path, folder: Path) -> None:
    """Everything but the programs that start it."""
    site, modules = folder / "Lib" / "site-packages", work / "library"
    site.mkdir(parents=True)
    embedded, full = runtime.fetch(work)
    runtime.place(embedded, folder)
    runtime.library(embedded, full, work, modules)
    for wheel in wheels.fetch(work):
        wheels.unpack(wheel, site, folder)
    leave_out = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src" / PACKAGE, site / PACKAGE, ignore=leave_out)
    shutil.copytree(ROOT / "resources", site / PACKAGE / "resources")
    shutil.copy(ROOT / "NOTICES.md", folder / "NOTICES.md")
    texts = site / PACKAGE / "resources" / "licences.json"
    licences.write(texts, "win32", runtime.VERSION)
    licences.spread(texts, folder / "licences")
    update.place(texts.parent)
    for sources in (site, modules):
        compile_all(sources)
    archive(modules, folder / "python311.zip")


def compile_all(folder: Path) -> None:
    """Modules without their sources: half the weight, and nothing to write at the first start."""
    by = ["-q", "-f", "-b", "-s", folder, "--invalidation-mode", "unchecked-hash"]
    run(sys.executable, "-m", "compileall", *by, folder, PYTHONHASHSEED="0")
    for source in folder.rglob("*.py"):
        source.unlink()


def archive(modules: Path, target: Path) -> None:
    """Not compressed: Python opens it at each start, and the installer compresses it all."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as out:
        for module in sorted(modules.rglob("*.pyc")):
            name = module.relative_to(modules).as_posix()
            out.writestr(zipfile.ZipInfo(name, FIRST_DAY), module.read_bytes())


def date(folder: Path, seconds: int) -> None:
    """The same hour for every file, so that the same commit gives the same installer."""
    for place in (folder, *folder.rglob("*")):
        os.utime(place, (seconds, seconds))
