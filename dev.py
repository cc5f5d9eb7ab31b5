#!/usr/bin/env python3
"""Set up this checkout, run it, package it: python3 dev.py demo | run | test | package.

Standard library only, so that a machine with Python and nothing else can start. Everything goes
into .venv beside this file; only as root on Debian or Ubuntu are missing system packages installed.
"""

from __future__ import annotations  # an older Python must reach the sentence that refuses it

import ctypes
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
FUZZER = ROOT / "tests" / "fuzz" / "requirements.txt"
DEMO_HOMES = {"demo": ROOT / "demo-cabinet", "demo-region": ROOT / "demo-region"}

USAGE = """Utilisation :
  python3 dev.py demo   ouvre le cabinet de démonstration (patients inventés)
  python3 dev.py demo-region   crée une région de démonstration : des cabinets, leur animateur
  python3 dev.py run    lance l’application
  python3 dev.py test   fait toutes les vérifications
  python3 dev.py test --long   ajoute celles qui prennent leur temps, et dit chaque promesse tenue
Sous Windows, écrivez « py » au lieu de « python3 »."""

# What Qt opens at run time, and the Debian package that brings it.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# The same, for a window on a screen: without one of these Qt aborts the whole process.
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libcups.so.2": "libcups2",
}
# What only the long tests run, each with the Debian package that brings it.
LONG_PROGRAMS = {
    "/usr/bin/age": "age",
    "/usr/bin/dbus-daemon": "dbus-daemon",
    "/usr/sbin/apache2": "apache2-bin",
    "/usr/sbin/nginx": "nginx",
    "/usr/lib/nginx/modules/ngx_http_dav_ext_module.so": "libnginx-mod-http-dav-ext",
    "/usr/sbin/sshd": "openssh-server",
    "/usr/bin/strace": "strace",
}
# Stores that tests make are flushed at each save: a disk makes each of them wait, memory does not.
SHARED_MEMORY, ROOMY = Path("/dev/shm"), 2 * 2**30
# Each step of the packages, and its script, which names the programs that it runs.
PACKAGING = ROOT / "packaging"
STEPS = {
    "linux": "linux/build.py",
    "windows": "windows/build.py",
    "guide": "guide/build.py",
    "smoke": "smoke.py",
    "smoke-deb": "linux/smoke_deb.py",
    "smoke-windows": "windows/smoke.py",
    "reproducible": "reproducible.py",
    "audit": "audit.py",
    "update": "update.py",
}
CHECKS = {
    "ruff check": ["-m", "ruff", "check"],
    "ruff format": ["-m", "ruff", "format", "--check"],
    "mypy": ["-m", "mypy"],
    "lint-imports": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"],
    "pytest": ["-m", "pytest", "--numprocesses", "2", "--dist", "worksteal"],
}


def say(sentence: str) -> None:
    print(f"[dev] {sentence}", flush=True)


def main(arguments: list[str]) -> int:
    if not (3, 11) <= sys.version_info[:2] <= (3, 14):
        raise SystemExit("Il faut Python 3.11, 3.12, 3.13 ou 3.14 (Windows : py -3.13 dev.py).")
    command, rest = (arguments[0] if arguments else ""), arguments[1:]
    known = {*DEMO_HOMES, "run", "test"}
    if command == "package":
        known |= {command} if STEPS.keys() >= set(asked(rest)[0]) else set()
    if command not in known:
        print(USAGE)
        return 0 if command in {"-h", "--help"} else 2
    prepare_system()
    prepare_venv()
    if command == "test":
        return check(rest)
    if command == "package":
        return package(*asked(rest))
    if command in DEMO_HOMES:
        rest = [command, *rest]
        if not any(argument.split("=")[0] == "--home" for argument in rest):
            rest += ["--home", str(DEMO_HOMES[command])]
    return subprocess.call([PYTHON, "-m", "microstructure_desktop", *rest])


def check(arguments: list[str]) -> int:
    """Every check in turn, the quickest first, up to the first that fails."""
    pytest_arguments = [argument for argument in arguments if argument != "--long"]
    if "--long" in arguments:
        prepare([package for name, package in LONG_PROGRAMS.items() if not Path(name).exists()])
        install(FUZZER)
        # pyproject.toml leaves the long ones out, tests/conftest.py draws few cases.
        pytest_arguments += ["-m", "", "--hypothesis-profile", "long"]
    environment = dict(os.environ)
    if sys.platform.startswith("linux"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        if SHARED_MEMORY.is_dir() and shutil.disk_usage(SHARED_MEMORY).free > ROOMY:
            environment.setdefault("PYTEST_DEBUG_TEMPROOT", str(SHARED_MEMORY))
    for name, tool in CHECKS.items():
        say(name)
        extra = pytest_arguments if name == "pytest" else []
        if code := subprocess.call([PYTHON, *tool, *extra], cwd=ROOT, env=environment):
            say(f"« {name} » a trouvé quelque chose à corriger ; la suite n’a pas été vérifiée.")
            return code
    return 0


def asked(rest: list[str]) -> tuple[list[str], list[str]]:
    """The steps of the packages, and what follows the only one that takes words of its own."""
    if rest[:1] == ["update"]:
        return rest[:1], rest[1:]
    return rest or ["linux", "windows", "guide"], []


def package(steps: list[str], words: list[str]) -> int:
    """Each step in turn, up to the first that fails; what is made goes into dist."""
    if not sys.platform.startswith("linux"):
        raise SystemExit("Les paquets, celui de Windows compris, se fabriquent sous Debian.")
    tools = PACKAGING / "requirements.txt"
    stamp = VENV / "packaging.stamp"
    if not stamp.is_file() or stamp.read_bytes() != tools.read_bytes():
        say("Installation de ce qui fabrique les paquets")
        install(tools)
        shutil.copy(tools, stamp)
    environment = dict(os.environ, PYTHONPATH=f"{PACKAGING}{os.pathsep}{ROOT}")
    for step in steps:
        say(f"package {step}")
        command = [PYTHON, PACKAGING / STEPS[step], *words]
        if code := subprocess.call(command, cwd=ROOT, env=environment):
            say(f"« package {step} » n’a pas abouti.")
            return code
    return 0


def prepare_system() -> None:
    if sys.platform.startswith("linux"):
        prepare(missing_packages(screen=bool({"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys())))


def prepare(packages: list[str]) -> None:
    """Debian packages for what is missing: installed as root, named to anybody else."""
    if not packages:
        return
    apt = shutil.which("apt-get")
    install = [apt or "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    if not apt or os.geteuid() != 0:
        raise SystemExit(
            "Il manque des paquets du système. Installez-les, puis relancez la commande :\n"
            f"  sudo {' '.join(['apt-get', 'install', *install[4:]])}"
        )
    say(f"Installation de paquets du système : {' '.join(packages)}")
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    if subprocess.call(install, env=quiet, stdout=subprocess.DEVNULL):  # lists too old or empty
        subprocess.check_call([install[0], "update", "-qq"], env=quiet)
        subprocess.check_call(install, env=quiet, stdout=subprocess.DEVNULL)


def missing_packages(*, screen: bool) -> list[str]:
    missing = []
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python3.{sys.version_info[1]}-venv")
    for library, package in (QT_LIBRARIES | (WINDOW_LIBRARIES if screen else {})).items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def prepare_venv() -> None:
    """A .venv with exactly what the lock names, made again when the lock or Python changes."""
    lock = LOCK.read_text(encoding="utf-8")
    stamp = VENV / "stamp"
    wanted = hashlib.sha256(f"{lock}{sys.version}{VENV}".encode()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    say("Préparation de .venv (environ 150 Mo à télécharger, une seule fois)")
    venv.EnvBuilder(with_pip=True, clear=True, symlinks=os.name != "nt").create(VENV)
    builder = VENV / "builder.lock"
    builder.write_text(entry(lock, "setuptools"), encoding="utf-8")
    install(builder)
    install(LOCK)
    where = [PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(subprocess.check_output(where, text=True, encoding="utf-8").strip())
    source = os.path.relpath(ROOT / "src", packages)
    (packages / "microstructure-source.pth").write_text(source + "\n", encoding="utf-8")
    stamp.write_text(wanted, encoding="utf-8")


def entry(lock: str, name: str) -> str:
    """One package's lines of the lock: its version and its hashes."""
    found = re.search(rf"^{name}==.*\n(?:[ ].*\n)*", lock, re.MULTILINE)
    return found.group() if found else ""


def install(requirements: Path) -> None:
    """Hashes are checked, so the order in which package indexes answer does not matter.

    One font is published as source only; it is built by the locked setuptools, never by another.
    """
    options = ["--require-hashes", "--no-deps", "--no-build-isolation", "--use-pep517"]
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", *options, *quiet]
    if subprocess.call([*pip, "--requirement", requirements]):
        raise SystemExit(
            "L’installation n’a pas abouti. Vérifiez la connexion à Internet (elle ne sert que"
            " cette fois), puis relancez la même commande."
        )


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
