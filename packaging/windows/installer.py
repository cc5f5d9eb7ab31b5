"""The installer: what NSIS is told, and the list that lets it remove only what it placed."""

from pathlib import Path

from windows import launcher
from windows.tools import HERE, run

SCRIPT = HERE / "setup.nsi"


def name(version: str) -> str:
    return f"Microstructure-{version}-setup.exe"


def removal(folder: Path) -> str:
    """A macro that deletes each file placed, then each folder that is left empty."""
    places = sorted(folder.rglob("*"), reverse=True)  # what is inside comes before its folder
    lines = ["!macro RemovePlaced"]
    for place in places:
        verb = "RMDir" if place.is_dir() else "Delete"
        within = str(place.relative_to(folder)).replace("/", "\\").replace("$", "$$")
        lines.append(f'  {verb} "$INSTDIR\\{within}"')
    lines.append("!macroend")
    size = sum(place.stat().st_size for place in places if place.is_file())
    lines.append(f"!define PLACED_KILOBYTES {size // 1024}")
    return "\n".join(lines) + "\n"


def make(version: str, icon: Path, work: Path, folder: Path, out: Path) -> Path:
    placed, made = work / "placed.nsh", out / name(version)
    placed.write_text(removal(folder), "utf-8-sig")
    said = {
        "VERSION": version,
        "NUMBERS": launcher.numbers(version).replace(",", "."),
        "SOURCE": folder,
        "TARGET": made,
        "ICON": icon,
        "PLACED": placed,
    }
    defined = [f"-D{word}={value}" for word, value in said.items()]
    run("makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, SCRIPT)
    return made
