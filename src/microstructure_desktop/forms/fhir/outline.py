"""The items of a Questionnaire laid flat: which group, under which item, called what here."""

from collections.abc import Iterator
from dataclasses import dataclass

from microstructure_desktop.forms.toml_table import ID, Fault

from .element import Element
from .errors import Refused
from .names import item_id
from .vocabulary import HELPS, ITEM_CONTROL, Json, own

MAX_TITLE = 80


@dataclass(slots=True)
class Line:
    """One item to read. `id` is ours, `under` its parent's; `help` is its hint, as written."""

    link: str
    raw: Json
    id: str
    under: str = ""
    help: Json | None = None


@dataclass(slots=True)
class Part:
    """One group to read; without `raw`, it gathers items that stand at the top."""

    id: str
    lines: list[Line]
    link: str = ""
    raw: Json | None = None


class Outline:
    """`lines` by linkId: what a condition may name."""

    def __init__(self, items: list[Element], faults: list[Fault]) -> None:
        self.faults = faults
        self.parts: list[Part] = []
        self.lines: dict[str, Line] = {}
        self._links: set[str] = set()
        self._taken: set[str] = set()
        self._groups: set[str] = set()
        self._rows(items)

    def _rows(self, items: list[Element]) -> None:
        for item in items:
            raw = item.rest()
            link = self._link(raw)
            if _is_group(raw):
                part = Part(self._group_id(link, raw), [], link, raw)
                self.parts.append(part)
                beside: dict[str, str] = {}
                for child in _children(raw, self.faults, link):
                    self._walk(part, child, "", beside)
            else:
                part = self._open()
                self._walk(part, raw, "", {}, link)

    def _open(self) -> Part:
        """The group that gathers what stands at the top, begun again after a real one."""
        if not self.parts or self.parts[-1].raw is not None:
            self.parts.append(Part(item_id("questions", self._groups), []))
        return self.parts[-1]

    def _group_id(self, link: str, raw: Json) -> str:
        name = _own_id(raw) or link
        return item_id(name, self._groups)

    def _link(self, raw: Json) -> str:
        link = raw.get("linkId")
        shown = link if isinstance(link, str) else ""
        table = Element({}, self.faults, shown)
        if not shown.strip():
            table.fault(Refused.MISSING, "linkId")
        elif shown in self._links:
            table.fault(Refused.LINK_TWICE, shown)
        self._links.add(shown)
        return shown

    def _walk(
        self, part: Part, raw: Json, under: str, beside: dict[str, str], link: str | None = None
    ) -> None:
        """Parents before their children, as the definition lists them; never deeper than JSON."""
        link = self._link(raw) if link is None else link
        own_id = _own_id(raw)
        if own_id and own_id not in beside:
            name = beside[own_id] = own_id
            self._taken.add(name)
        else:
            name = item_id(link, self._taken)
        line = Line(link, raw, name, under)
        part.lines.append(line)
        self.lines.setdefault(link, line)
        if _is_scale(raw):
            line.help = next(filter(_is_help, _children(raw, self.faults, link)), None)
            return
        for child in _children(raw, self.faults, link):
            if line.help is None and raw.get("type") != "display" and _is_help(child):
                self._link(child)
                line.help = child
            else:
                self._walk(part, child, name, beside)


def _children(raw: Json, faults: list[Fault], link: str) -> Iterator[Json]:
    for child in Element(raw, faults, link).objects("item"):
        yield child.rest()


def extensions(raw: Json) -> list[Json]:
    found = raw.get("extension")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def own_fact(raw: Json, name: str) -> object:
    """What an extension of ours says, before the item is read for good."""
    for found in extensions(raw):
        if found.get("url") == own(name):
            return next((v for key, v in found.items() if key.startswith("value")), None)
    return None


def control_codes(found: Json) -> list[object]:
    concept = found.get("valueCodeableConcept")
    codings = concept.get("coding") if isinstance(concept, dict) else None
    rows = codings if isinstance(codings, list) else []
    return [row.get("code") for row in rows if isinstance(row, dict)]


def _own_id(raw: Json) -> str:
    found = own_fact(raw, "id")
    return found if isinstance(found, str) and ID.fullmatch(found) else ""


def _is_scale(raw: Json) -> bool:
    return own_fact(raw, "instrument") is not None


def _is_group(raw: Json) -> bool:
    """A group that ours can be; a condition on it, or a long title, makes it a heading."""
    text = raw.get("text")
    long = isinstance(text, str) and len(text) > MAX_TITLE
    inner = isinstance(raw.get("item"), list)
    plain = raw.get("type") == "group" and inner and not _is_scale(raw)
    return plain and (bool(raw.get("repeats")) or not (long or raw.get("enableWhen")))


def _is_help(raw: Json) -> bool:
    controls = [found for found in extensions(raw) if found.get("url") == ITEM_CONTROL]
    codes = [code for found in controls for code in control_codes(found)]
    alone = not {"enableWhen", "item"} & raw.keys()
    return raw.get("type") == "display" and alone and any(code in HELPS for code in codes)
