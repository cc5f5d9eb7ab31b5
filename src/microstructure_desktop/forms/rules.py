"""Which items are enabled, what is saved of the answers, and what is wrong with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from . import checks, scoring, wording
from .model import NR, Condition, Form, Item
from .repeating import numbered


@dataclass(frozen=True, slots=True)
class Problem:
    """One item, and the sentence that says how to answer it."""

    item: str
    sentence: str


def is_answered(value: Any) -> bool:
    """« Ne souhaite pas répondre » is an answer; an empty text, choice or scale is none."""
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, dict):
        return bool(value.get("cotes"))
    return value is not None and value not in ([], ())


def enabled(form: Form, answers: Mapping[str, Any]) -> frozenset[str]:
    """Ids of the items to show: as in R4, a hidden item hides those nested in it, and a question
    that is hidden has no answer. A row that holds an answer shows, even when the one above it has
    lost its own.
    """
    shown: dict[str, Item] = {}
    begun = set(_begun(form, answers))
    for item in form.items:
        if item.id in begun or is_shown(item, shown, answers):
            shown[item.id] = item
    return frozenset(shown)


def _begun(form: Form, answers: Mapping[str, Any]) -> Iterator[str]:
    """The headings of the rows that hold an answer to a question always asked in them."""
    for group in form.groups:
        for item in group.items if group.repeat > 1 else ():
            heading = numbered(group.id, item.row)
            always = item.under == heading and not item.when
            if always and is_answered(answers.get(item.id)):
                yield heading


def is_shown(item: Item, shown: Mapping[str, Item], answers: Mapping[str, Any]) -> bool:
    """Whether an item follows from those above it; `shown` are the ones to show, by id."""
    if item.under and item.under not in shown:
        return False
    met = (_holds(c, shown.get(c.item), answers) for c in item.when)
    return not item.when or (all(met) if item.match_all else any(met))


def visible_answers(form: Form, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers to save, in the form's order: given, and to an enabled question."""
    shown = enabled(form, answers)
    return {
        item.id: answers[item.id]
        for item in form.questions
        if item.id in shown and is_answered(answers.get(item.id))
    }


def problems(
    form: Form, answers: Mapping[str, Any], *, complete: bool, today: date
) -> list[Problem]:
    """What to correct; obligatory answers are asked only to mark the fiche complete."""
    shown = enabled(form, answers)
    found = (
        (item.id, _problem(item, answers.get(item.id), today, complete=complete))
        for item in form.questions
        if item.id in shown
    )
    return [Problem(item_id, sentence) for item_id, sentence in found if sentence]


def questions(form: Form, answers: Mapping[str, Any], *, today: date) -> list[Problem]:
    """Unlikely answers, to be asked about; they never stop anything."""
    given = visible_answers(form, answers)
    found = (
        (item.id, checks.question(item, given[item.id], today))
        for item in form.questions
        if item.id in given and not _problem(item, given[item.id], today, complete=False)
    )
    return [Problem(item_id, sentence) for item_id, sentence in found if sentence]


def fits(item: Item, value: Any, today: date) -> bool:
    """Whether the item could take this answer."""
    return (item.nr and value == NR) or checks.problem(item, value, today) is None


def _problem(item: Item, value: Any, today: date, *, complete: bool) -> str | None:
    if not is_answered(value):
        return wording.ANSWER_MISSING if complete and item.required else None
    if item.nr and value == NR:
        return None
    return checks.problem(item, value, today)


def _holds(condition: Condition, source: Item | None, answers: Mapping[str, Any]) -> bool:
    answer = answers.get(condition.item) if source is not None else None
    if condition.values:
        given = answer if isinstance(answer, list | tuple) else [answer]
        found = any(type(g) is type(v) and g == v for g in given for v in condition.values)
        return found is not condition.differs
    if condition.at_least is not None or condition.at_most is not None:
        figure = checks.number(answer)
        return figure is not None and checks.inside(figure, condition.at_least, condition.at_most)
    if condition.alert:
        return source is not None and _alerts(source, answer)
    return is_answered(answer) is not condition.absent


def _alerts(item: Item, answer: Any) -> bool:
    if item.instrument is None or not isinstance(answer, dict):
        return False
    scale = item.instrument.of(answer.get("version", 0))
    cotes = answer.get("cotes")
    return scale is not None and isinstance(cotes, dict) and scoring.alerte(scale, cotes)
