"""The packages that the application needs on Windows, by hash, and what of them stays."""

import re
import zipfile
from pathlib import Path

import contenu
from windows.tools import pip

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


def pins() -> dict[str, str]:
    """Of each package, its lines of the lock, without what pip would ask this computer."""
    lines = re.sub(r" ;[^\\\n]*(?= \\)", "", contenu.requirements("win32"))
    entries = re.findall(r"^\S.*\n(?: .*\n)+", lines, re.MULTILINE)
    return {entry.partition("==")[0]: entry for entry in entries}


def fetch(work: Path) -> list[Path]:
    """One wheel for each package, in the order of their names."""
    wanted, sent = pins(), work / "wheels"
    wheels, built = work / "wheels.txt", work / "built.txt"
    built.write_text("".join(wanted.pop(name) for name in sorted(SOURCE_ONLY)), "utf-8")
    wheels.write_text("".join(wanted.values()), "utf-8")
    pip("download", "--only-binary", ":all:", *PLATFORM, "--dest", sent, "--requirement", wheels)
    pip("wheel", "--no-build-isolation", "--wheel-dir", sent, "--requirement", built)
    found = sorted(sent.glob("*.whl"))
    if len(found) != len(wanted) + len(SOURCE_ONLY):
        raise SystemExit(f"{len(wanted)} packages are needed, {len(found)} were fetched")
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
