"""In words, when a question is to be answered: « Si oui », « Si réponse 4 ou plus à « Envie » »."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from microstructure_desktop.forms import wording as words
from microstructure_desktop.forms.answer_words import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from microstructure_desktop.forms.model import Condition, Form, Item, Scalar


def condition(form: Form, item: Item, above: str = "") -> str:
    """The sentence that comes before the item; short about the question `above`, just asked."""
    said = _short if all(c.item == above for c in item.when) else _long
    parts = [said(c, source) for c in _merged(item) if (source := form.item(c.item)) is not None]
    # the rows of a repeated group ask the same words: said once
    together = (" et " if item.match_all else " ou ").join(dict.fromkeys(parts))
    return f"Si {together}\xa0:"


def _merged(item: Item) -> Iterator[Condition]:
    """« not a » and « not b » of one question is « neither a nor b »."""
    excluded: dict[str, tuple[Scalar, ...]] = {}
    for c in item.when:
        if c.differs and item.match_all:
            excluded[c.item] = (*excluded.get(c.item, ()), *c.values)
    for c in item.when:
        if not (c.differs and item.match_all):
            yield c
        elif c.item in excluded:
            yield replace(c, values=excluded.pop(c.item))


def _short(condition: Condition, source: Item) -> str:
    if condition.alert:
        return _alert(source)
    return _answer(condition, source) or ("pas de réponse" if condition.absent else "répondu")


def _long(condition: Condition, source: Item) -> str:
    asked = f"«\xa0{source.text}\xa0»"
    if condition.alert:
        return _alert(source, f" de {asked}")
    answer = _answer(condition, source)
    if condition.absent:
        return f"pas de réponse à {asked}"
    return f"réponse {answer} à {asked}" if answer else f"réponse à {asked}"


def _answer(condition: Condition, source: Item) -> str:
    """What is to be answered; nothing when any answer does."""
    if condition.values:
        among = _or(_value(source, value) for value in condition.values)
        return f"autre que {among}" if condition.differs else among
    low, high = condition.at_least, condition.at_most
    if low is not None and high is not None:
        return f"entre {words.number(low)} et {words.number(high)}"
    if low is not None:
        return f"{words.number(low)} ou plus"
    return f"{words.number(high)} ou moins" if high is not None else ""


def _value(source: Item, value: Scalar) -> str:
    said = in_words(source, value)
    return said.lower() if isinstance(value, bool) else f"«\xa0{said}\xa0»"


def _alert(source: Item, whose: str = "") -> str:
    alertes = source.instrument.alertes if source.instrument is not None else ()
    return _or(f"la cote {a.n}{whose} vaut {a.des} ou plus" for a in alertes)


def _or(parts: Iterable[str]) -> str:
    *others, last = parts
    return f"{', '.join(others)} ou {last}" if others else last
