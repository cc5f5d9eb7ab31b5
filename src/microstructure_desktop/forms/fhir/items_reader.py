"""Read the groups and the items of a Questionnaire, as the tables of a definition."""

from dataclasses import dataclass
from datetime import date

from microstructure_desktop.forms.code_lists import CodeLists
from microstructure_desktop.forms.instruments import Instruments
from microstructure_desktop.forms.item_reader import STRING_LENGTH, TEXT_LENGTH
from microstructure_desktop.forms.loader import MAX_ROWS
from microstructure_desktop.forms.model import ItemType

from . import answers_reader, conditions_reader, kept
from .answers_reader import Choice
from .conditions_reader import Source
from .element import Element
from .errors import Refused
from .extensions_reader import Facts, control, facts
from .outline import Line, Outline, Part, own_fact
from .vocabulary import TYPES, Json, code_system, day, folded

_AS_THEY_WERE = ("prefix", "code", "definition", "id")
_LENGTHS = {ItemType.STRING: STRING_LENGTH, ItemType.TEXT: TEXT_LENGTH}
_COPIED = ("partage", "export", "unchanged", "renamed_from", "nr", "trajectoire", "soft_min",
           "soft_max", "soft_days", "future", "up_to_age", "auto", "control", "hint", "under",
           "instrument")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Installed:
    """What a definition may name here, and the day from which one without a date is used."""

    lists: CodeLists
    instruments: Instruments
    today: date


class Items:
    """Reads in the order of the file: what a condition may name has been read before it."""

    def __init__(self, outline: Outline, form: str, sets: dict[str, Json], here: Installed) -> None:
        self._outline = outline
        self._form = form
        self._sets = sets
        self._here = here
        self._sources: dict[str, tuple[Part, Source]] = {}

    def groups(self, title: str, comments: dict[str, Json]) -> list[Json]:
        return [self._group(part, title, comments) for part in self._outline.parts]

    def _group(self, part: Part, title: str, comments: dict[str, Json]) -> Json:
        known: Json = {}
        found: Json = {"id": part.id}
        if part.raw is None:
            known["top"] = True
            found["title"] = title
        else:
            found |= self._heading(part, part.raw, known)
        if known:
            comments[kept.of_group(part.id)] = known
        found["item"] = [self._item(part, line, comments) for line in part.lines]
        return found

    def _heading(self, part: Part, raw: Json, known: Json) -> Json:
        table = Element(raw, self._outline.faults, part.link)
        table.take("item")
        table.take("type")
        title = _text(table, part, known)
        about = facts(table, ItemType.GROUP)
        _refuse_others(table, about, {"row_title", "id"})
        known |= about.kept
        if about.control:
            table.fault(Refused.CONTROL_CODE, about.control)
        found: Json = {"title": title}
        if table.boolean("repeats"):
            found["repeat"] = about.rows or MAX_ROWS
            if about.rows is None:
                known["unbounded"] = True
            elif not 1 < about.rows <= MAX_ROWS:
                table.fault(Refused.MAX_OCCURS, MAX_ROWS)
        elif about.rows not in (None, 1):
            table.refuse("repeats")
        if "row_title" in about.own:
            found["row_title"] = about.own["row_title"]
        for name in ("required", "readOnly"):
            if table.boolean(name):
                table.refuse(name)
        table.close()
        return found

    def _item(self, part: Part, line: Line, comments: dict[str, Json]) -> Json:
        table = Element(line.raw, self._outline.faults, line.link)
        table.take("item")
        known: Json = {}
        text = _text(table, line, known)
        kind = _kind(table, line)
        about = facts(table, kind)
        found: Json = {"id": line.id, "text": text, "type": about.own.get("type") or kind.value}
        found |= self._help(line, known)
        found |= {key: about.own[key] for key in _COPIED if key in about.own} | about.keys
        if line.under:
            found["under"] = line.under
        if kind is ItemType.INSTRUMENT:
            self._check_scale(table, about)
        found |= self._question(table, kind, about)
        rule = conditions_reader.conditions(
            table, about.own.get("enable_when"), lambda link: self._source(part, link)
        )
        self._answers(part, line, table, kind, found, about)
        found |= conditions_reader.toml(rule)
        table.close()
        known |= about.kept
        if known:
            comments[kept.of_item(part.id, line.id)] = known
        return found

    def _help(self, line: Line, known: Json) -> Json:
        if line.help is None:
            return {}
        inner = Element(line.help, self._outline.faults, str(line.help.get("linkId")))
        hint = folded(inner.text("text", needed=True))
        inner.take("linkId")
        inner.take("type")
        inner.take("id")
        control_of = facts(inner, ItemType.DISPLAY)
        inner.close()
        if line.help != {**line.help, "linkId": f"{line.link}.aide", "text": hint} or (
            control_of.control != "help"
        ):
            known["help"] = line.help
        return {"hint": hint}

    def _check_scale(self, table: Element, about: Facts) -> None:
        name, version = about.own.get("instrument"), about.own.get("instrument_version")
        scale = self._here.instruments.get(str(name))
        if scale is not None and version is not None and scale.of(version) is None:
            table.fault(Refused.SCALE, name, version, scale.version)

    def _question(self, table: Element, kind: ItemType, about: Facts) -> Json:
        found: Json = {}
        for key, name in (("required", "required"), ("read_only", "readOnly")):
            if table.boolean(name):
                found[key] = True
                if kind in (ItemType.DISPLAY, ItemType.GROUP):
                    table.refuse(name)
        if about.rows is not None:
            table.fault(Refused.EXTENSION, "questionnaire-maxOccurs")
        if table.boolean("repeats"):
            found["repeats"] = True
            if kind is not ItemType.CHOICE:
                table.fault(Refused.REPEATS)
        chosen = control(table, kind, about, repeats="repeats" in found)
        if chosen is not None:
            found["control"] = chosen.value
        return found | self._length(table, kind, about)

    def _length(self, table: Element, kind: ItemType, about: Facts) -> Json:
        length = table.integer("maxLength")
        if kind not in _LENGTHS:
            if length is not None:
                table.refuse("maxLength")
            return {}
        if length is None:
            about.kept["no_max_length"] = True
            return {}
        if not 1 <= length <= _LENGTHS[kind]:
            table.fault(Refused.LENGTH, _LENGTHS[kind])
        return {"max_length": length}

    def _answers(
        self, part: Part, line: Line, table: Element, kind: ItemType, found: Json, about: Facts
    ) -> None:
        nr, chosen = bool(about.own.get("nr")), Choice()
        if kind is ItemType.CHOICE:
            ours = code_system(self._form, line.id)
            chosen = answers_reader.choice(table, self._sets, self._here.lists, nr=nr, ours=ours)
            found |= answers_reader.toml(chosen, nr=nr)
            about.kept |= chosen.kept
        repeats = "repeats" in found
        initial = answers_reader.initial(table, kind, chosen, repeats=repeats)
        exact = about.own.get("initial")
        if isinstance(exact, str):
            initial = exact.split(" ") if repeats else exact
        elif kind is ItemType.DATE and isinstance(initial, str):
            initial = _whole_day(table, initial)
        if initial is not None:
            found["initial"] = initial
        if kind not in (ItemType.GROUP, ItemType.DISPLAY):
            self._sources[line.link] = (part, Source(line.id, kind, nr, chosen))

    def _source(self, part: Part, link: str) -> Source | None:
        """In a group that repeats, only its own questions: which row would another ask about."""
        if link not in self._sources:
            return None
        owner, source = self._sources[link]
        repeated = owner.raw is not None and bool(owner.raw.get("repeats"))
        return source if owner is part or not repeated else None


def _text(table: Element, named: Line | Part, known: Json) -> str:
    link = table.text("linkId")
    if link != named.id:
        known["linkId"] = link
    raw = table.take("text")
    for name in _AS_THEY_WERE:
        if name in table:
            known[name] = table.take(name)
    if raw is not None and not isinstance(raw, str):
        table.fault(Refused.WRONG_KIND, "text", Refused.TEXT)
        return link
    found = folded(raw or "") or link
    if raw != found:
        known["text"] = raw
    return found


def _kind(table: Element, line: Line) -> ItemType:
    written = table.text("type", needed=True)
    if own_fact(line.raw, "instrument") is not None:
        return ItemType.INSTRUMENT
    if written and written not in TYPES:
        table.fault(Refused.TYPE, written)
    return TYPES.get(written, ItemType.DISPLAY)


def _refuse_others(table: Element, about: Facts, known: set[str]) -> None:
    for name in sorted(about.own.keys() - known):
        table.fault(Refused.EXTENSION, name)


def _whole_day(table: Element, text: str) -> date | str:
    found = day(text)
    if found is None or found.isoformat() != text:
        table.refuse("initial.valueDate")
        return text
    return found
