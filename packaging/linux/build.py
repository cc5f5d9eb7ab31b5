"""Build the Linux packages: the folder that runs without Python, its materials, and the .deb."""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import contenu
import licences
import sbom
from linux import deb
from linux.deb import WORK

import dev

HERE = Path(__file__).resolve().parent
# The programs that a build runs, and the Debian packages that bring them.
PROGRAMS = {
    "/usr/bin/appstreamcli": "appstream",
    "/usr/bin/dpkg-shlibdeps": "dpkg-dev",
    "/usr/bin/objdump": "binutils",
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="fabrique le dossier et le .deb")
    parser.add_argument("--sortie", type=Path, default=contenu.ROOT / "dist")
    sortie = parser.parse_args(arguments).sortie.resolve()
    prepare()
    os.umask(0o022)
    shutil.rmtree(WORK, ignore_errors=True)
    made_of = contenu.commit()
    print(f"commit {made_of.digest}")
    licences.write(WORK / "licences.json")
    materials = sortie / f"{contenu.NAME}_{contenu.version()}_linux.cdx.json"
    sbom.write(materials)
    os.environ["SOURCE_DATE_EPOCH"] = str(made_of.seconds)
    folder = freeze(WORK / "licences.json", sortie)
    package = deb.make(folder, materials, made_of, sortie)
    for made in (folder, package, materials):
        print(contenu.told(made))
    print(f"sha256 {hashlib.sha256(package.read_bytes()).hexdigest()}  {package.name}")
    return 0


def prepare() -> None:
    """The frozen program carries Python as a library, which Debian's python3 does without.

    dpkg-shlibdeps reads the packages of this machine: every library of a window must be here.
    """
    missing = [package for name, package in PROGRAMS.items() if not Path(name).exists()]
    library = sysconfig.get_config_var("INSTSONAME")
    if sys.base_prefix == "/usr" and not list(Path("/usr/lib").glob(f"*/{library}")):
        missing.append(f"libpython{sysconfig.get_python_version()}")
    dev.prepare(missing + dev.missing_packages(screen=True))


def freeze(texts: Path, sortie: Path) -> Path:
    """PyInstaller's folder, with nothing in it of this machine nor of this hour."""
    same = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC", "LICENCES_JSON": str(texts)}
    places = ["--workpath", str(WORK / "pyinstaller"), "--distpath", str(sortie)]
    quiet = ["--noconfirm", "--clean", "--log-level", "ERROR"]
    command = [sys.executable, "-m", "PyInstaller", *quiet, *places]
    subprocess.check_call([*command, str(HERE / "pyinstaller.spec")], env=os.environ | same)
    return sortie / contenu.NAME


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
