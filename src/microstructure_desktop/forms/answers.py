"""Answers to JSON and back, the difference between two revisions, and progress."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from microstructure_desktop.domain.fiche import Answers
from microstructure_desktop.errors import AppError

from .model import Form, Partage
from .rules import enabled, is_answered


class AnswersError(AppError):
    """A text that does not hold answers."""

    sentence = "Les réponses enregistrées ne peuvent pas être lues."
    way_out = "Restaurez la dernière sauvegarde vérifiée."


@dataclass(frozen=True, slots=True)
class Change:
    """One item answered differently; None stands for no answer."""

    item: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the questions to answer in a group have an answer."""

    group: str
    answered: int
    total: int

    @property
    def done(self) -> bool:
        return self.answered == self.total


def to_json(answers: Mapping[str, Any]) -> str:
    """The same text for the same answers, whatever the order they were given in."""
    return json.dumps(
        dict(answers), sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )


def from_json(text: str) -> Answers:
    """Read back `to_json`.

    Raises:
        AnswersError: the text holds anything else.
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise AnswersError from None
    if not isinstance(found, dict) or not all(map(_is_answer, found.values())):
        raise AnswersError
    return found


def difference(form: Form, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Change]:
    """What changed, in the form's order, items that the form does not have last."""
    known = [item.id for item in form.questions]
    others = sorted((before.keys() | after.keys()) - set(known))
    return [
        Change(item_id, before.get(item_id), after.get(item_id))
        for item_id in (*known, *others)
        if not _same(before.get(item_id), after.get(item_id))
    ]


def progress(form: Form, answers: Mapping[str, Any]) -> tuple[Progress, ...]:
    """Per group, hidden questions left out."""
    shown = enabled(form, answers)
    counts = []
    for group in form.groups:
        asked = [i.id for i in group.items if i.is_question and i.id in shown]
        counts.append(
            Progress(group.id, sum(is_answered(answers.get(i)) for i in asked), len(asked))
        )
    return tuple(counts)


def carried(form: Form, earlier: Mapping[str, Any]) -> Answers:
    """Answers given to an earlier version, under the names that this one uses."""
    return {
        item.id: earlier[name]
        for item in form.questions
        if (name := item.id if item.id in earlier else item.renamed_from) in earlier
    }


def readable(form: Form, answers: Mapping[str, Any], allowed: Collection[Partage]) -> Answers:
    """Only the answers shared that way: what others read, and what is printed."""
    return {
        item.id: answers[item.id]
        for item in form.questions
        if item.partage in allowed and item.id in answers
    }


def _is_answer(value: Any) -> bool:
    if isinstance(value, list):
        return all(isinstance(code, str) for code in value)
    if isinstance(value, dict):
        known = value.keys() == {"version", "cotes"} and isinstance(value["version"], int)
        return known and isinstance(value["cotes"], dict)
    return isinstance(value, str | int | bool)


def _same(one: Any, other: Any) -> bool:
    if not is_answered(one) and not is_answered(other):
        return True
    return type(one) is type(other) and bool(one == other)
