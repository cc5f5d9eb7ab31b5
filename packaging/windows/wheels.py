"""The packages that the application needs on Windows, by hash, and what of them stays."""

import re
import tomllib
import zipfile
from collections.abc import Iterable
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from windows.tools import ROOT, dev, pip

# What a requirement may ask about the computer where it is installed.
TARGET = {
    "sys_platform": "win32",
    "os_name": "nt",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
    "python_version": "3.11",
    "python_full_version": "3.11.9",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
}
PLATFORM = ["--platform", "win_amd64", "--python-version", "3.11"]
SOURCE_ONLY = {"font-source-sans-pro"}  # published without a wheel, and without code

# Of Qt: what a window, a picture and a printer need, and nothing else.
QT_MODULES = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport"}
QT_KEPT = re.compile(
    r"PySide6/(?:(?:__init__|_config|_git_pyside_version)\.py|pyside6\.abi3\.dll"
    rf"|Qt6?(?:{'|'.join(sorted(name.removeprefix('Qt') for name in QT_MODULES))})\.(?:pyd|dll)"
    r"|plugins/platforms/q(?:windows|offscreen)\.dll|plugins/iconengines/qsvgicon\.dll"
    r"|plugins/imageformats/q(?:jpeg|ico)\.dll|translations/qtbase_fr\.qm)"
)
# Of the others: what compiles, tests, explains, or writes in faces that are never shown.
UNUSED = re.compile(
    r"\.(?:pyi|pxd|pxi|h|hpp|c|cpp|lib|exe|rst)$"
    r"|\.data/|\.dist-info/(?:RECORD|WHEEL|INSTALLER|REQUESTED|entry_points|top_level|sboms/)"
    r"|/(?:tests?|testing)/"
    r"|^lxml/(?:isoschematron|html|includes)/|^pypdfium2_cli/|^reportlab/fonts/(?!Vera)"
    r"|^sqlalchemy/dialects/(?:mysql|oracle|mssql)/"
    r"|^PIL/(?:_avif\.|ImageTk|ImageQt|_imagingtk)|^shiboken6/(?:vc|msvc|concrt)"
    r"|^font_source_sans_pro/files/(?!LICENSE|SourceSansPro-(?:Regular|Semibold|Bold|It)\.ttf)"
)
MICROSOFT = re.compile(r"PySide6/((?:vcruntime|msvcp)140\w*\.dll)")


def needed(asked: Iterable[str]) -> set[str]:
    """What was asked and all that it asks in turn, on Windows; the tools of the checks stay out."""
    found: dict[str, set[str]] = {}
    todo = [Requirement(text) for text in asked]
    while todo:
        wanted = todo.pop()
        name, extras = canonicalize_name(wanted.name), {"", *wanted.extras}
        if extras <= found.setdefault(name, set()):
            continue
        found[name] |= extras
        for text in requires(name) or ():
            more = Requirement(text)
            where = [TARGET | {"extra": extra} for extra in extras]
            if more.marker is None or any(map(more.marker.evaluate, where)):
                todo.append(more)
    return set(found)


def runtime() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return needed(project["project"]["dependencies"])


def pins(names: Iterable[str]) -> str:
    """Their lines of the lock, without the markers: pip would read them for this computer."""
    lock = dev.LOCK.read_text("utf-8")
    lines = []
    for name in sorted(names):
        entry = dev.entry(lock, name)
        if not entry:
            raise SystemExit(f"{name} is not in {dev.LOCK.name}")
        lines.append(re.sub(r" ;[^\\\n]*(?= )", "", entry, count=1))
    return "".join(lines)


def fetch(work: Path) -> list[Path]:
    """One wheel for each package, in the order of their names."""
    names, sent = runtime(), work / "wheels"
    wheels, built = work / "wheels.txt", work / "built.txt"
    wheels.write_text(pins(names - SOURCE_ONLY), "utf-8")
    built.write_text(pins(SOURCE_ONLY), "utf-8")
    pip("download", "--only-binary", ":all:", *PLATFORM, "--dest", sent, "--requirement", wheels)
    pip("wheel", "--no-build-isolation", "--wheel-dir", sent, "--requirement", built)
    found = sorted(sent.glob("*.whl"))
    if len(found) != len(names):
        raise SystemExit(f"{len(names)} packages are needed, {len(found)} were fetched")
    return found


def unpack(wheel: Path, site: Path, programs: Path) -> None:
    """What is kept of one wheel; Microsoft's libraries go where every program looks first."""
    with zipfile.ZipFile(wheel) as files:
        for name in files.namelist():
            shared = MICROSOFT.fullmatch(name)
            if shared or (kept(name) and not name.endswith("/")):
                target = programs / shared.group(1) if shared else site / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(files.read(name))


def kept(name: str) -> bool:
    if name.startswith("PySide6/"):
        return QT_KEPT.fullmatch(name) is not None
    return UNUSED.search(name) is None
