"""The licence of everything that a package carries: a file of texts, and a folder of the same."""

import json
import platform
import re
import sysconfig
from importlib.metadata import Distribution
from pathlib import Path

from contenu import ROOT, shipped

# What the metadata of a wheel leaves vague or says in its own way, as SPDX expressions.
SPDX = {
    "asyncssh": "EPL-2.0 OR GPL-2.0-or-later",
    "certifi": "MPL-2.0",
    "font-source-sans-pro": "OFL-1.1",
    "lucide": "ISC AND MIT",
    "pypdfium2": "(BSD-3-Clause OR Apache-2.0) AND BSD-3-Clause",
    "pyrage": "MIT",
    "pyside6-essentials": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "reportlab": "BSD-3-Clause",
    "rfc8785": "Apache-2.0",
    "segno": "BSD-3-Clause",
    "shiboken6": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "sqlcipher3": "Zlib",
}
COMMON = Path("/usr/share/common-licenses")  # Debian's own copies of the long ones
# Wheels that name a licence and hold no text of it.
LONG_TEXTS = {
    "certifi": ("MPL-2.0",),
    "pyside6-essentials": ("LGPL-3", "GPL-3"),
    "shiboken6": ("LGPL-3", "GPL-3"),
}
# What wheels carry without its text: under which licence, and where the text is.
CARRIED = {
    "SQLCipher": ("sqlcipher3", "BSD-3-Clause", [ROOT / "packaging/licences/SQLCipher.txt"]),
    "OpenSSL": ("cryptography", "Apache-2.0", [COMMON / "Apache-2.0"]),
    "Qt": ("pyside6-essentials", "LGPL-3.0-only", [COMMON / "LGPL-3", COMMON / "GPL-3"]),
}
LICENCE_FILE = re.compile(r"licen[cs]e|notice|copying|authors", re.IGNORECASE)
# Fonts of reportlab that no document of ours uses and that no package carries.
NOT_OURS = re.compile(r"DarkGarden|callig", re.IGNORECASE)


def expression(found: Distribution) -> str:
    """The licence of a distribution, as SPDX writes it."""
    told = found.metadata
    name = found.name.lower().replace("_", "-")
    return SPDX.get(name) or told.get("License-Expression") or told.get("License") or ""


def text(found: Distribution, beside: tuple[str, ...] | None = None) -> str:
    """Every licence text inside a distribution, one after the other, then Debian's long ones."""
    names = [file for file in found.files or [] if LICENCE_FILE.search(str(file))]
    kept = [file for file in names if file.suffix not in {".py", ".pyc", ".pyi", ".svg"}]
    kept = [file for file in kept if not NOT_OURS.search(str(file))]
    places = [Path(str(file.locate())) for file in sorted(kept, key=str)]
    places += [COMMON / name for name in beside or ()]
    if not places:
        raise SystemExit(f"{found.name}: nothing is given away without its licence")
    return joined(places)


def joined(files: list[Path]) -> str:
    if absent := [str(file) for file in files if not file.is_file()]:
        raise SystemExit(f"{', '.join(absent)}: nothing is given away without its licence")
    read = (file.read_text(encoding="utf-8", errors="replace").strip() for file in files)
    return "\n\n".join(f"[{file.name}]\n\n{text}" for file, text in zip(files, read, strict=True))


def python_text() -> str:
    """Python's own licence: beside its library, or where Debian puts it."""
    places = [
        Path(sysconfig.get_path("stdlib"), "LICENSE.txt"),
        Path(f"/usr/share/doc/python{sysconfig.get_python_version()}/copyright"),
    ]
    return joined([place for place in places if place.is_file()][:1] or places[:1])


def entries(system: str = "linux", python: str = "") -> list[dict[str, str]]:
    """What « À propos » shows: name, version, licence and text of each component.

    `python` is the version that the package carries, when it is not the one that builds it.
    """
    there = {each.name.lower().replace("_", "-"): each for each in shipped(system)}
    found = [
        {
            "nom": each.name,
            "version": each.version,
            "licence": expression(each),
            "texte": text(each, LONG_TEXTS.get(name)),
        }
        for name, each in there.items()
    ]
    for name, (inside, licence, files) in CARRIED.items():
        where = f"dans {inside} {there[inside].version}"
        found.append({"nom": name, "version": where, "licence": licence, "texte": joined(files)})
    running = python or platform.python_version()
    found.append(
        {"nom": "Python", "version": running, "licence": "PSF-2.0", "texte": python_text()}
    )
    return sorted(found, key=lambda entry: entry["nom"].casefold())


def write(file: Path, system: str = "linux", python: str = "") -> None:
    """licences.json, the same bytes each time."""
    file.parent.mkdir(parents=True, exist_ok=True)
    told = entries(system, python)
    file.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")


def spread(file: Path, folder: Path) -> None:
    """The texts of a licences.json, one file each, for somebody without our window."""
    folder.mkdir(parents=True, exist_ok=True)
    for entry in json.loads(file.read_text(encoding="utf-8")):
        heading = f"{entry['nom']} {entry['version']} : {entry['licence']}\n\n"
        (folder / f"{entry['nom']}.txt").write_text(heading + entry["texte"] + "\n", "utf-8")
