"""The words of the guide: read from guide.toml, completed by what the program itself says."""

import importlib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import contenu
from windows import installer

from microstructure_desktop.errors import AppError
from microstructure_desktop.paths import Home
from microstructure_desktop.settings import Settings

SOURCE = Path(__file__).with_name("guide.toml")
KINDS = {
    "texte",
    "titre",
    "etapes",
    "puces",
    "attention",
    "commandes",
    "photo",
    "avertissement",
    "tableau",
    "phrases",
    "empreintes",
}
FOLDERS = ("coffre", "sauvegardes", "documents", "journaux")
# Where paths.py puts the data of a person; the tests compare.
WINDOWS_DATA = r"%LOCALAPPDATA%\Microstructure"
LINUX_DATA = "~/.local/share/Microstructure"
_NAME = re.compile(r"\[\[(?:(\w+):)?([^\[\]]+)\]\]")
_NOT_TEXT = re.compile(r"^(?:#|\[\[chapitre).*$", re.MULTILINE)
_FACT = re.compile(r"\{(\w+)\}")
_BEFORE = re.compile(r" (?=[:;?!»]|%(?!\w))|(?<=\d) (?=(?:Mo|bits|minutes|heures|signes)\b)")
_AFTER = re.compile(r"(?<=«) ")
_PLACED = re.compile(r'^InstallDir "\$LOCALAPPDATA(.+)"$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """One of KINDS; `more` holds what else the file says of it."""

    kind: str
    value: Any
    more: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Chapter:
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """Something to click on: of the program when `where` is empty, else of the installer or of
    the system.
    """

    where: str
    text: str


def chapters(text: str | None = None) -> tuple[Chapter, ...]:
    """The whole guide, ready to be laid out.

    Raises:
        ValueError: a block of an unknown kind, a fact or a sentence that the program has not.
    """
    known = facts()
    read = tomllib.loads(SOURCE.read_text("utf-8") if text is None else text)
    return tuple(
        Chapter(said(one["titre"], known), tuple(_block(each, known) for each in one["bloc"]))
        for one in read["chapitre"]
    )


def facts() -> dict[str, str]:
    """What changes from a version to another, or is decided elsewhere."""
    version = contenu.version()
    placed = _PLACED.search(installer.SCRIPT.read_text("utf-8"))
    if not placed:
        raise ValueError("InstallDir")
    return {
        "version": version,
        "installeur": installer.name(version),
        "deb": f"{contenu.NAME}_{version}_amd64.deb",
        "paquet": contenu.NAME,
        "windows": WINDOWS_DATA,
        "linux": LINUX_DATA,
        "minutes": str(Settings().verrouillage_minutes),
        "programme": f"%LOCALAPPDATA%{placed[1]}",
        **{name: getattr(Home(Path()), name).name for name in FOLDERS},
    }


def _block(read: dict[str, Any], known: dict[str, str]) -> Block:
    kinds = KINDS & set(read)
    if len(kinds) != 1:
        raise ValueError(read)
    kind = kinds.pop()
    if kind == "phrases":
        return Block(kind, tuple(_row(each, known) for each in read[kind]), {})
    more = {name: _said(value, known) for name, value in read.items() if name != kind}
    code = kind == "commandes"
    return Block(kind, _filled(read[kind], known) if code else _said(read[kind], known), more)


def _row(read: dict[str, Any], known: dict[str, str]) -> tuple[str, str]:
    return "\n".join(sentence(each) for each in read["dit"]), said(read["faire"], known)


def sentence(reference: str) -> str:
    """What the program says: `module.Error`, `module.Error:reason`, or a text `module.WORDS`."""
    place, _, reason = reference.partition(":")
    module, _, name = place.rpartition(".")
    found = getattr(importlib.import_module(f"{contenu.PACKAGE}.{module}"), name)
    if isinstance(found, str):
        return spaced(found)
    if not issubclass(found, AppError):
        raise TypeError(reference)
    return spaced((found(reason) if reason else found()).sentence)


def said(text: str, known: dict[str, str]) -> str:
    """As it is printed: names between guillemets, facts in place, French spaces."""
    return spaced(_NAME.sub(r"« \2 »", _filled(text, known)))


def spaced(text: str) -> str:
    """No line may begin with the second half of a sign."""
    return _AFTER.sub("\xa0", _BEFORE.sub("\xa0", text))


def names(text: str | None = None) -> Iterator[Name]:
    """Every name that the guide tells to click on."""
    whole = SOURCE.read_text("utf-8") if text is None else text
    for where, name in _NAME.findall(_NOT_TEXT.sub("", whole)):
        yield Name(where, name)


def _said(value: Any, known: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_said(each, known) for each in value]
    return said(value, known) if isinstance(value, str) else value


def _filled(value: Any, known: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_filled(each, known) for each in value]
    try:
        return _FACT.sub(lambda found: known[found[1]], value)
    except KeyError as unknown:
        raise ValueError(value) from unknown
