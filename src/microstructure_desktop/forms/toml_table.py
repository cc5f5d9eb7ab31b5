"""Read one TOML table strictly: every fault is noted, none stops the reading."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from microstructure_desktop.errors import AppError

from . import toml_words, wording
from .places import Places

T = TypeVar("T")

MAX_BYTES = 200_000
MAX_LINE = 2_000  # tomllib's time grows with the square of a dotted key's length
MAX_NUMBER = 1_000_000_000
MAX_DECIMALS = 12
MAX_SHOWN = 200
MAX_FAULTS = 200  # more than anybody reads at once
ID = re.compile(r"[a-z][a-z0-9_]{0,59}")
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_]{0,59}")
_INVISIBLE = {"Cc", "Cf", "Cs", "Co"}
_UNSEEN = _INVISIBLE | {"Cn", "Zl", "Zp"}
_POSITION = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where (an item's id), and on which line when it is cheaply known."""

    where: str
    sentence: str
    line: int | None = None

    def __str__(self) -> str:
        line = wording.LINE.format(self.line) if self.line else ""
        place = ", ".join(filter(None, (line, self.where)))
        return wording.PLACED.format(place, self.sentence) if place else self.sentence


class FormError(AppError):
    """A definition file that cannot be used; `faults` says what is wrong, once each."""

    sentence = "Ce fichier de définition ne peut pas être utilisé."
    way_out = "Corrigez les lignes indiquées, puis rouvrez l’application."

    def __init__(self, faults: Iterable[Fault]) -> None:
        every = sorted(dict.fromkeys(faults), key=lambda fault: fault.line or 0)
        self.faults = tuple(every[:MAX_FAULTS])
        super().__init__()


def worded(sentence: str, *values: object) -> str:
    """The sentence; what comes from the file is shortened, without the signs that nobody sees."""
    return sentence.format(*map(_shown, values))


def _shown(value: object) -> str:
    return "".join(c for c in str(value)[:MAX_SHOWN] if unicodedata.category(c) not in _UNSEEN)


def decode(data: bytes) -> str:
    """The text of a file.

    Raises:
        FormError: it is too long or not UTF-8.
    """
    if len(data) > MAX_BYTES:
        raise FormError([Fault("", wording.FILE_TOO_LONG.format(MAX_BYTES // 1000))])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FormError([Fault("", wording.NOT_UTF8)]) from None


def parse(text: str) -> dict[str, Any]:
    """The tables of a TOML text.

    Raises:
        FormError: it is too long or not TOML.
    """
    if len(text) > MAX_BYTES:
        raise FormError([Fault("", wording.FILE_TOO_LONG.format(MAX_BYTES // 1000))])
    for rank, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            raise FormError([Fault("", wording.LINE_TOO_LONG.format(MAX_LINE), rank)])
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError, InvalidOperation) as error:
        said = str(error)
        raise FormError([Fault("", toml_words.sentence(said), _line(said, text))]) from None


def _line(message: str, text: str) -> int | None:
    """Where tomllib stopped, read from its message."""
    if "at end of document" in message:
        return text.count("\n") + 1
    found = _POSITION.search(message)
    return int(found[1]) if found else None


def _decimals(figure: Decimal) -> int:
    """How many decimals it is written with."""
    exponent = figure.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


class Table:
    """One table: hands out checked values by key; `close` refuses the keys nobody asked for.

    A fault about a key, named first, is on the key's own line when `keys` knows it.
    """

    def __init__(
        self,
        raw: dict[str, Any],
        faults: list[Fault],
        where: str = "",
        line: int | None = None,
        keys: Mapping[str, int] | None = None,
    ) -> None:
        self._left = dict(raw)
        self._faults = faults
        self._line = line
        self._lines = keys or {}
        self.where = where

    @classmethod
    def of(cls, text: str, faults: list[Fault]) -> "Table":
        """The whole of a TOML text.

        Raises:
            FormError: it is too long or not TOML.
        """
        return cls(parse(text), faults, keys=Places(text).keys())

    def fault(self, sentence: str, *values: object) -> None:
        line = self._line_of(values[0] if values else None)
        self._faults.append(Fault(self.where, worded(sentence, *values), line))

    def __contains__(self, key: str) -> bool:
        return key in self._left

    def keys(self) -> set[str]:
        return set(self._left)

    def text(self, key: str, limit: int, *, needed: bool = False, lines: bool = False) -> str:
        value = self._take(key, str, wording.TEXT, needed=needed)
        if value is None:
            return ""
        if needed and not value.strip():
            self.fault(wording.MISSING_KEY, key)
        if len(value) > limit:
            self.fault(wording.TOO_LONG, key, limit)
        seen = value.replace("\n", "") if lines else value
        if any(unicodedata.category(c) in _INVISIBLE for c in seen):
            self.fault(wording.CONTROL_CHARACTER, key)
        return value.strip()

    def name(self, key: str, *, needed: bool = False) -> str:
        """An identifier: an item's, a group's, a form's."""
        return self._matching(key, ID, wording.BAD_ID, needed=needed)

    def code(self, key: str, *, needed: bool = False) -> str:
        return self._matching(key, CODE, wording.BAD_CODE, needed=needed)

    def one_of(self, key: str, values: Iterable[str], *, needed: bool = False) -> str:
        value = self._take(key, str, wording.TEXT, needed=needed)
        known = tuple(values)
        if value is not None and value not in known:
            self.fault(wording.ONE_OF, key, ", ".join(known))
            return ""
        return value or ""

    def integer(self, key: str, low: int, high: int, *, needed: bool = False) -> int | None:
        value = self._take(key, int, wording.INTEGER, needed=needed)
        if value is not None and not low <= value <= high:
            self.fault(wording.OUT_OF_BOUNDS, key, low, high)
            return None
        return value

    def decimal(self, key: str) -> Decimal | None:
        value = self._left.pop(key, None)
        if value is None:
            return None
        if type(value) not in (int, Decimal) or not Decimal(value).is_finite():
            self.fault(wording.WRONG_KIND, key, wording.NUMBER)
            return None
        figure = Decimal(value)
        if figure.copy_abs() > MAX_NUMBER:  # abs() overflows
            self.fault(wording.OUT_OF_BOUNDS, key, -MAX_NUMBER, MAX_NUMBER)
            return None
        if _decimals(figure) > MAX_DECIMALS:
            self.fault(wording.TOO_PRECISE, key, MAX_DECIMALS)
            return None
        return figure

    def boolean(self, key: str, *, default: bool = False) -> bool:
        value = self._take(key, bool, wording.BOOLEAN)
        return default if value is None else value

    def day(self, key: str, *, needed: bool = False) -> date | None:
        value = self._left.get(key)
        if isinstance(value, datetime):
            self._left[key] = ()
        return self._take(key, date, wording.DAY, needed=needed)

    def texts(self, key: str, most: int) -> tuple[str, ...]:
        values = self._take(key, list, wording.TEXTS) or []
        if len(values) > most or not all(isinstance(v, str) for v in values):
            self.fault(wording.WRONG_KIND, key, wording.TEXTS)
            return ()
        return tuple(values)

    def values(self, key: str) -> Any:
        """Whatever is written there; the caller checks it."""
        return self._left.pop(key, None)

    def table(self, key: str) -> "Table | None":
        value = self._take(key, dict, wording.TABLE)
        return None if value is None else self._inner(key, value)

    def tables(self, key: str, most: int, *, needed: bool = False) -> list["Table"]:
        values = self._take(key, list, wording.TABLES, needed=needed) or []
        if not all(isinstance(v, dict) for v in values):
            self.fault(wording.WRONG_KIND, key, wording.TABLES)
            return []
        if len(values) > most:
            self.fault(wording.TOO_MANY, key, most)
            return []
        if needed and not values:
            self.fault(wording.NONE_GIVEN, key)
        return [self._inner(key, v) for v in values]

    def at(self, where: str, line: int | None, keys: Mapping[str, int] | None = None) -> "Table":
        """The same table, its faults placed more precisely."""
        return Table(self._left, self._faults, where, line, keys)

    def named(self, key: str, line: int | None, keys: Mapping[str, int] | None = None) -> "Table":
        """The same table, its faults placed under what it is called."""
        name = self._left.get(key)
        shown = name if isinstance(name, str) and ID.fullmatch(name) else ""
        return self.at(shown, line, keys)

    def holding(self, key: str, values: list[Any]) -> "Table":
        """A table with only this key, its faults placed here."""
        return Table({key: values}, self._faults, self.where, self._line_of(key))

    def _inner(self, key: str, raw: dict[str, Any]) -> "Table":
        return Table(raw, self._faults, self.where, self._line_of(key))

    def _line_of(self, key: object) -> int | None:
        return self._lines.get(key, self._line) if isinstance(key, str) else self._line

    def close(self) -> None:
        for key in sorted(self._left):
            self.fault(wording.UNKNOWN_KEY, key)

    def _matching(self, key: str, form: re.Pattern[str], words: str, *, needed: bool) -> str:
        value = self._take(key, str, wording.TEXT, needed=needed)
        if value is not None and not form.fullmatch(value):
            self.fault(words, key)
            return ""
        return value or ""

    def _take(self, key: str, kind: type[T], words: str, *, needed: bool = False) -> T | None:
        value = self._left.pop(key, None)
        if value is None:
            if needed:
                self.fault(wording.MISSING_KEY, key)
            return None
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            self.fault(wording.WRONG_KIND, key, words)
            return None
        return value
