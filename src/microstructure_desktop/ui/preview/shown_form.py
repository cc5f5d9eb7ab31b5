"""The form that a preview shows: as its author wants to look at it, with what was typed in it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from microstructure_desktop.domain.fiche import Answers
from microstructure_desktop.forms import beginning, checks
from microstructure_desktop.forms.answers import carried
from microstructure_desktop.forms.model import NR, Form


def shown_form(form: Form, age: int | None, *, every: bool) -> Form:
    """The form for a person of that age; `every`: without its conditions."""
    if age is not None:
        form = beginning.bounded(form, age)
    if not every:
        return form
    groups = (
        replace(group, items=tuple(replace(item, when=()) for item in group.items))
        for group in form.groups
    )
    return replace(form, groups=tuple(groups))


def kept_answers(form: Form, typed: Mapping[str, Any], today: date) -> Answers:
    """What was typed before the file was saved again, where the question still takes it."""
    kept = {
        name: value
        for name, value in carried(form, typed).items()
        if (item := form.item(name))
        and ((item.nr and value == NR) or checks.problem(item, value, today) is None)
    }
    return {**beginning.initial_answers(form), **kept}
