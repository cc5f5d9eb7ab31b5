"""The guide on A4 pages: chapters, steps, tables and pictures that print without colour."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import Any

from guide.figures import Picture, Warned
from guide.words import Block, Chapter
from reportlab.platypus import Flowable

from microstructure_desktop.reports.flow import (
    Column,
    Dressing,
    block,
    columns,
    line,
    mark,
    room,
    space,
    table,
)
from microstructure_desktop.reports.layout import Running, Sheet, render
from microstructure_desktop.reports.styles import (
    ACCENT,
    BODY,
    HAIRLINE,
    LABEL,
    MM,
    NAME,
    OVERLINE,
    SECTION,
    STRONG,
    SUBTITLE,
    TEXT_WIDTH,
    TITLE,
)

NAMED = "Guide d’installation"
TEXT = replace(BODY, size=10.5, leading=15)
FIRM = replace(STRONG, size=10.5, leading=15)
HEAD = replace(SECTION, size=16, leading=22)
_INDENT = 8 * MM
_ITEM = (Column(0, _INDENT, FIRM), Column(_INDENT, TEXT_WIDTH - _INDENT, TEXT))
_WARNED = columns(1, 5.4, gutter=5 * MM, styles=(FIRM, TEXT))
_CONTENTS = (
    Column(0, _INDENT, FIRM),
    Column(_INDENT, TEXT_WIDTH - 24 * MM, TEXT),
    Column(TEXT_WIDTH - 16 * MM, 16 * MM, replace(TEXT, right=True)),
)
_SUMS = columns(1, 1.75, gutter=5 * MM, styles=(LABEL, replace(BODY, size=8.2)))
_ROOM = 28 * MM
NO_SUM = (
    "Ce guide a été fait sans les installeurs. Demandez l’empreinte à la personne qui vous a remis "
    "le fichier, par un autre chemin que le fichier lui-même."
)


@dataclass(frozen=True, slots=True)
class Guide:
    """`sums`: the SHA-256 of each installer, by its name. `places`: where each chapter begins,
    known once the pages have been laid out a first time.
    """

    chapters: Sequence[Chapter]
    pictures: Mapping[str, Path]
    sums: Mapping[str, str]
    version: str
    places: dict[str, int] = field(default_factory=dict)


def make(guide: Guide) -> bytes:
    sheet = Sheet(
        title=f"{NAMED} de Microstructure",
        left="Microstructure",
        right=NAMED,
        foot=(
            f"Version {guide.version}",
            "Les noms et les personnes des images sont inventés.",
        ),
    )
    return render(sheet, partial(story, guide))


def story(guide: Guide, running: Running) -> list[Any]:
    found = [
        line("WINDOWS · DEBIAN · UBUNTU", OVERLINE),
        line(NAMED, TITLE),
        line(
            "Installer Microstructure, ouvrir le cabinet, ne rien perdre",
            SUBTITLE,
            Dressing(after=6 * MM),
        ),
    ]
    for rank, one in enumerate(guide.chapters, 1):
        page = str(guide.places.get(one.title, ""))
        row = Dressing(rule=HAIRLINE, before=1.2 * MM, after=1.2 * MM)
        found.append(block([str(rank), one.title, page], _CONTENTS, row))
    for rank, one in enumerate(guide.chapters, 1):
        found += chapter(guide, running, rank, one)
    return found


def chapter(guide: Guide, running: Running, rank: int, one: Chapter) -> Iterator[Any]:
    def begin() -> None:
        guide.places[one.title] = running.page

    yield room(70 * MM)
    yield mark(begin)
    yield Bookmark(f"{rank}. {one.title}")
    yield line(f"{rank}. {one.title}", HEAD, Dressing(before=9 * MM, after=2.5 * MM))
    for each, following in zip_longest(one.blocks, one.blocks[1:]):
        if each.kind == "titre":
            yield room(_ROOM + (shown(guide, following) if following else 0))
        yield from laid(guide, each)


def shown(guide: Guide, one: Block) -> float:
    """How high its picture is, if it has one."""
    path = guide.pictures.get(one.value) if one.kind == "photo" else None
    return picture(path, one).height if path else 0


def picture(path: Path, one: Block) -> Picture:
    return Picture(path, one.more["largeur"] * MM, one.more["alt"])


def laid(guide: Guide, one: Block) -> Iterator[Any]:
    match one.kind:
        case "texte":
            yield line(one.value, TEXT, Dressing(after=2 * MM))
        case "titre":
            yield line(one.value, replace(NAME, tag="H3"), Dressing(before=3 * MM, after=1 * MM))
        case "etapes":
            yield from items([f"{rank}." for rank in range(1, len(one.value) + 1)], one.value)
        case "puces":
            yield from items(["•"] * len(one.value), one.value)
        case "attention":
            yield space(1 * MM)
            yield block(["Attention", one.value], _WARNED, _framed())
            yield space(2 * MM)
        case "commandes":
            yield space(1 * MM)
            for command in one.value:
                yield block(["", command], (*_ITEM[:1], replace(_ITEM[1], style=FIRM)))
            yield space(2 * MM)
        case "photo":
            yield from photo(guide, one)
        case "avertissement":
            yield space(2 * MM)
            yield Warned(one.value, one.more["boutons"])
            yield line(one.more["legende"], LABEL, Dressing(before=1 * MM, after=3 * MM))
        case _:
            yield from tables(guide, one)


def _framed() -> Dressing:
    return Dressing(rule=ACCENT, weight=1.1, before=1.5 * MM, after=1.5 * MM, whole=True)


def items(signs: Sequence[str], texts: Sequence[str]) -> Iterator[Any]:
    for sign, text in zip(signs, texts, strict=True):
        yield block([sign, text], _ITEM, Dressing(after=1.4 * MM, whole=True))
    yield space(1.5 * MM)


def photo(guide: Guide, one: Block) -> Iterator[Any]:
    path = guide.pictures.get(one.value)
    if path is None:
        raise SystemExit(f"Il manque l’image « {one.value} ».")
    drawn = picture(path, one)
    yield room(drawn.height + 12 * MM)
    yield space(2 * MM)
    yield drawn
    yield line(one.more["legende"], LABEL, Dressing(before=1 * MM, after=3 * MM))


def tables(guide: Guide, one: Block) -> Iterator[Any]:
    style = Dressing(rule=HAIRLINE, before=1.4 * MM, after=1.4 * MM, whole=True)
    yield space(1 * MM)
    if one.kind == "empreintes":
        if guide.sums:
            yield from table(("Fichier", "SHA-256"), list(guide.sums.items()), _SUMS, style)
        else:
            yield line(NO_SUM, TEXT)
    elif one.kind == "phrases":
        places = columns(1, 1.3, gutter=6 * MM, styles=(replace(STRONG, size=9.5), BODY))
        yield from table(("Ce que dit le programme", "Quoi faire"), one.value, places, style)
    else:
        styles = [replace(STRONG, size=9.5), *[BODY] * (len(one.more["tete"]) - 1)]
        places = columns(*one.more["parts"], gutter=6 * MM, styles=styles)
        yield from table(tuple(one.more["tete"]), one.value, places, style)
    yield space(2 * MM)


class Bookmark(Flowable):
    """An entry of the contents that readers show beside the pages."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.canv.bookmarkHorizontal(self._title, 0, 10 * MM)
        self.canv.addOutlineEntry(self._title, self._title)
