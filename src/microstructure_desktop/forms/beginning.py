"""A form as it is opened for one person: what it starts with, and what their age bounds."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from microstructure_desktop.domain.fiche import Answers

from .instruments import Instrument
from .model import Form


def bounded(form: Form, years: int) -> Form:
    """The same form, the ages that it asks for being at most the person's."""
    return replace(
        form,
        groups=tuple(
            replace(
                group,
                items=tuple(
                    replace(item, max=Decimal(years)) if item.up_to_age else item
                    for item in group.items
                ),
            )
            for group in form.groups
        ),
    )


def initial_answers(form: Form) -> Answers:
    """What a new fiche proposes."""
    return {
        item.id: list(item.initial) if isinstance(item.initial, tuple) else item.initial
        for item in form.questions
        if item.initial is not None
    }


def scales(form: Form, answers: Mapping[str, Any]) -> Iterator[Instrument]:
    """The scales answered, in the version that they were answered with."""
    for item in form.questions:
        answer = answers.get(item.id)
        if item.instrument is not None and isinstance(answer, dict):
            scale = item.instrument.of(answer["version"])
            if scale is not None:
                yield scale
