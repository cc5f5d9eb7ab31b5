"""Read one JSON object strictly: what nobody asked for is refused by name."""

from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from microstructure_desktop.forms.toml_table import Fault

from .errors import Refused
from .vocabulary import Json, day

T = TypeVar("T")
MAX_SHOWN = 60


class Element:
    """An object, and the linkId under which what is wrong with it is said.

    A key that holds null says nothing: it is as good as absent.
    """

    def __init__(self, raw: Json, faults: list[Fault], where: str = "", path: str = "") -> None:
        self._left = {key: value for key, value in raw.items() if value is not None}
        self.faults = faults
        self.where = where
        self.path = path

    def fault(self, sentence: str, *values: object) -> None:
        shown = [_shown(value) for value in values]
        self.faults.append(Fault(_shown(self.where), sentence.format(*shown)))

    def __contains__(self, key: str) -> bool:
        return key in self._left

    def rest(self) -> Json:
        """All that has not been taken yet."""
        found = self._left
        self._left = {}
        return found

    def take(self, key: str) -> Any:
        """Whatever is there; the caller checks it."""
        return self._left.pop(key, None)

    def text(self, key: str, *, needed: bool = False) -> str:
        found = self._typed(key, str, Refused.TEXT) or ""
        if needed and not found.strip():
            self.fault(Refused.MISSING, self.path + key)
        return found

    def boolean(self, key: str) -> bool:
        return self._typed(key, bool, Refused.BOOLEAN) or False

    def integer(self, key: str) -> int | None:
        found = self._left.get(key)
        if isinstance(found, bool):
            self._left[key] = ()
        return self._typed(key, int, Refused.INTEGER)

    def number(self, key: str) -> int | Decimal | None:
        found = self.take(key)
        if found is None or (isinstance(found, int | Decimal) and not isinstance(found, bool)):
            return found
        self.fault(Refused.WRONG_KIND, self.path + key, Refused.NUMBER)
        return None

    def day(self, key: str) -> date | None:
        text = self.text(key)
        found = day(text)
        if text and found is None:
            self.fault(Refused.WRONG_KIND, self.path + key, Refused.DAY)
        return found

    def object(self, key: str) -> Json:
        return self._typed(key, dict, Refused.OBJECT) or {}

    def objects(self, key: str) -> list["Element"]:
        found = self._typed(key, list, Refused.LIST) or []
        if not all(isinstance(one, dict) for one in found):
            self.fault(Refused.WRONG_KIND, self.path + key, Refused.OBJECT)
            return []
        return [Element(one, self.faults, self.where, f"{self.path}{key}.") for one in found]

    def one(self, prefix: str) -> tuple[str, Any]:
        """The element and the content of a choice of types: value[x], answer[x]."""
        names = [key for key in self._left if key.startswith(prefix)]
        if len(names) != 1:
            self.fault(Refused.WRONG_KIND, f"{self.path}{prefix}[x]", Refused.ONE_TEST)
            for name in names:
                self.take(name)
            return "", None
        return names[0], self.take(names[0])

    def refuse(self, key: str) -> None:
        self.fault(Refused.ELEMENT, self.path + key)

    def close(self) -> None:
        for key in sorted(self._left):
            self.refuse(key)

    def _typed(self, key: str, kind: type[T], words: str) -> T | None:
        found = self._left.pop(key, None)
        if found is None or isinstance(found, kind):
            return found
        self.fault(Refused.WRONG_KIND, self.path + key, words)
        return None


def _shown(value: object) -> str:
    return "".join(c for c in str(value)[:MAX_SHOWN] if c.isprintable())
