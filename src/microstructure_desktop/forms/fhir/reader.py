"""Read a Questionnaire R4, ours or another's, into a definition that a person can edit."""

import re
from dataclasses import replace
from datetime import date

from microstructure_desktop.forms import loader
from microstructure_desktop.forms.model import Form, Stage
from microstructure_desktop.forms.toml_table import ID, MAX_BYTES, Fault, FormError

from . import json_text, kept, writer
from .element import Element
from .errors import Refused
from .items_reader import Installed, Items
from .names import item_id
from .outline import Outline
from .vocabulary import QUESTIONNAIRE, Json, folded, own

MAX_CHAPEAU = 600
_NUMBER = re.compile("[1-9][0-9]{0,3}")
_DEFAULTS = {"status": "active"}
_ROLE, _STAGE, _ACT = own("role"), own("stage"), own("acte")
_WITHOUT_EFFECT = ("id", "meta", "language", "identifier", "name", "status", "experimental",
                   "publisher", "contact", "useContext", "jurisdiction", "purpose", "copyright",
                   "approvalDate", "lastReviewDate", "effectivePeriod", "code",
                   "derivedFrom")  # fmt: skip


def read(data: bytes, installed: Installed) -> Form:
    """The definition of a Questionnaire; its `source` is the TOML text to keep.

    Raises:
        Refused: it is outside what we read; every linkId and element is named.
    """
    faults: list[Fault] = []
    raw = json_text.read(data)
    if raw.get("resourceType") != "Questionnaire":
        raise Refused([Fault("", Refused.NOT_QUESTIONNAIRE)])
    table = Element(raw, faults)
    outline = Outline(table.objects("item"), faults)
    comments: dict[str, Json] = {}
    definition = _root(table, installed.today, comments)
    sets = {str(one.get("id")): one for one in (t.rest() for t in table.objects("contained"))}
    items = Items(outline, str(definition["id"]), sets, installed)
    definition["group"] = items.groups(str(definition["title"]), comments)
    table.close()
    if not outline.parts:
        table.fault(Refused.MISSING, "item")
    lines = _lines(comments, faults)
    if faults:
        raise Refused(faults)
    return _loaded(writer.written(definition, lines), installed, outline)


def _loaded(text: str, installed: Installed, outline: Outline) -> Form:
    """Whatever a definition refuses is said under the linkId that the file uses."""
    if len(text) > MAX_BYTES:
        raise Refused([Fault("", Refused.TOO_LONG.format(MAX_BYTES // 1000))])
    try:
        return loader.load(text, installed.lists, installed.instruments)
    except FormError as error:
        links = {line.id: link for link, line in outline.lines.items()}
        raise Refused(
            replace(fault, where=links.get(fault.where, fault.where), line=None)
            for fault in error.faults
        ) from None


def _root(table: Element, today: date, comments: dict[str, Json]) -> Json:
    known = comments.setdefault(kept.ROOT, {})
    table.take("resourceType")
    table.take("text")  # a picture in words of what the items say
    for name in _WITHOUT_EFFECT:
        if name in table and (value := table.take(name)) != _DEFAULTS.get(name):
            known[name] = value
    version = table.text("version")
    found: Json = {"id": _identity(table, version, known), "version": _number(version)}
    title = table.text("title")
    found["title"] = folded(title) or str(known.get("name", found["id"]))
    found |= _facts(table)
    written = table.text("date")
    day = Element({"date": written}, table.faults).day("date") if written else None
    found["depuis"] = day or today
    if written and written != found["depuis"].isoformat():
        known["date"] = written
    described = table.text("description")
    if described and (folded(described) != described or len(described) > MAX_CHAPEAU):
        known["description"] = described
    if described and len(folded(described)) <= MAX_CHAPEAU:
        found["chapeau"] = folded(described)
    if table.take("subjectType") not in (None, ["Patient"]):
        table.refuse("subjectType")
    return found


def _identity(table: Element, version: str, known: Json) -> str:
    """Our own id; for a questionnaire of others, one made of its name, its address kept."""
    address = table.text("url")
    name = address.removeprefix(QUESTIONNAIRE)
    if name != address and ID.fullmatch(name):
        if known.get("name") == name[0].upper() + name[1:]:
            known.pop("name")
        return name
    if address:
        address = "|".join(filter(None, (address, version)))
        derived = known.get("derivedFrom")
        before = derived if isinstance(derived, list) else []
        known["derivedFrom"] = [address, *(one for one in before if one != address)]
    called = known.get("name") or known.get("id") or address.partition("|")[0].rpartition("/")[2]
    return item_id(str(called or "questionnaire"), set())


def _number(version: str) -> int:
    """The number that a version begins with; 1 for none."""
    digits = version.partition(".")[0]
    return int(digits) if _NUMBER.fullmatch(digits) else 1


def _facts(table: Element) -> Json:
    """Who fills it in and when; a questionnaire of others does not say it."""
    found: Json = {"role": loader.TEAM, "stage": Stage.SUIVI.value}
    acts: list[str] = []
    for row in table.objects("extension"):
        address = row.take("url")
        if address not in (_ROLE, _STAGE, _ACT):
            table.fault(Refused.EXTENSION, address)
            continue
        code = row.text("valueCode", needed=True)
        row.close()
        if address == _ACT:
            acts.append(code)
        else:
            found["role" if address == _ROLE else "stage"] = code
    return found | ({"actes": acts} if acts else {})


def _lines(comments: dict[str, Json], faults: list[Fault]) -> list[str]:
    found = []
    for owner, elements in comments.items():
        for name, value in elements.items():
            line = kept.line(owner, name, value)
            if not kept.fits(line):
                faults.append(Fault(owner, Refused.TOO_LONG_KEPT.format(name)))
            found.append(line)
    return found
