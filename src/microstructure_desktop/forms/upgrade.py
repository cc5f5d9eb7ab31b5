"""What becomes of the answers when a fiche moves to a later version of its form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from microstructure_desktop.domain.fiche import Answers

from .answers import carried
from .model import Form, Item
from .rules import fits, is_answered


@dataclass(frozen=True, slots=True)
class Passage:
    """`kept` under the later version's questions, `left` under the former's; `added` are new."""

    kept: tuple[tuple[Item, Any], ...]
    added: tuple[Item, ...]
    left: tuple[tuple[Item, Any], ...]


def moved(form: Form, newer: Form, answers: Mapping[str, Any]) -> Answers:
    """The answers that the later version can take, under its names; what was personal stays so."""
    kept = {k: v for k, v in answers.items() if k not in form.personal}
    sealed = {k: v for k, v in answers.items() if k in form.personal}
    personal = {k: v for k, v in carried(newer, sealed).items() if k in newer.personal}
    return {
        item.id: value
        for item_id, value in {**carried(newer, kept), **personal}.items()
        if (item := newer.item(item_id)) and fits(item, value, date.max)
    }


def passage(form: Form, newer: Form, answers: Mapping[str, Any]) -> Passage:
    taken = moved(form, newer, answers)
    known = {item.id for item in form.questions}
    named = {i.id if i.id in known else i.renamed_from: i.id for i in newer.questions}
    return Passage(
        tuple((item, taken[item.id]) for item in newer.questions if item.id in taken),
        tuple(i for i in newer.questions if i.id not in known and i.renamed_from not in known),
        tuple(
            (item, answers[item.id])
            for item in form.questions
            if is_answered(answers.get(item.id)) and named.get(item.id) not in taken
        ),
    )
