"""Code lists: dated choices that several forms and screens share."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from . import wording
from .model import Option
from .places import Places
from .toml_table import Fault, FormError, Table

MAX_CODES = 200
MAX_LABEL = 120
_CODE = re.compile(r"[ \t]*\{?[ \t]*code[ \t]*=")


@dataclass(frozen=True, slots=True)
class CodeList:
    """One list. `proposal` when nobody published it: it is ours."""

    id: str
    label: str
    version: int
    depuis: date
    source: str
    proposal: bool
    options: tuple[Option, ...]

    @property
    def offered(self) -> tuple[Option, ...]:
        """The options that a new answer may choose."""
        return tuple(option for option in self.options if not option.retired)

    def __contains__(self, code: str) -> bool:
        return any(option.code == code for option in self.options)

    def label_of(self, code: str) -> str:
        """A code that is not in the list, from another version, labels itself."""
        return next((o.label for o in self.options if o.code == code), code)


CodeLists = Mapping[str, CodeList]


def load(text: str) -> CodeList:
    """Read one list.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    table = Table.of(text, faults)
    found = CodeList(
        id=table.code("id", needed=True),
        label=table.text("label", MAX_LABEL, needed=True),
        version=table.integer("version", 1, 9999, needed=True) or 0,
        depuis=table.day("depuis", needed=True) or date.min,
        source=table.text("source", 400, needed=True),
        proposal=table.boolean("proposal"),
        options=read_options(table, "codes", Places(text).starting(_CODE)),
    )
    table.close()
    if faults:
        raise FormError(faults)
    return found


def read_options(table: Table, key: str, lines: Sequence[int] = ()) -> tuple[Option, ...]:
    """The {code, label} tables under a key, each code once; `lines`: theirs, when all are known."""
    options: list[Option] = []
    seen: set[str] = set()
    rows = table.tables(key, MAX_CODES, needed=True)
    if len(lines) == len(rows):
        rows = [row.at(row.where, line) for row, line in zip(rows, lines, strict=True)]
    for row in rows:
        option = Option(
            row.code("code", needed=True),
            row.text("label", MAX_LABEL, needed=True),
            alone=row.boolean("alone"),
            retired=row.boolean("retired"),
        )
        if option.code in seen:
            row.fault(wording.DUPLICATE, option.code)
        seen.add(option.code)
        row.close()
        options.append(option)
    return tuple(options)
