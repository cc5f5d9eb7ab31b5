"""A form as it is opened for one person: what it starts with, and what their age bounds."""

from dataclasses import replace
from decimal import Decimal

from microstructure_desktop.domain.fiche import Answers

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


def without_personal(form: Form) -> Form:
    """The same form for a colleague of its author, who has no note of theirs to write there."""
    groups = (
        replace(group, items=tuple(i for i in group.items if not i.personal))
        for group in form.groups
    )
    return replace(form, groups=tuple(group for group in groups if group.items))
