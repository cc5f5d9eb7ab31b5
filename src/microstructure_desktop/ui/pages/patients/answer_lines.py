"""The answers of a session in words, one line each, a repeated rubric on one line per row."""

from collections.abc import Iterator, Mapping
from typing import Any

from microstructure_desktop.forms.answer_words import in_words
from microstructure_desktop.forms.model import Form, Group

from .words import joined

Line = tuple[str, str]


def answer_lines(form: Form | None, answers: Mapping[str, Any]) -> list[Line]:
    """(what was asked, what was answered), in the form's order."""
    groups = form.groups if form is not None else ()
    return [line for group in groups for line in _lines(group, answers)]


def _lines(group: Group, answers: Mapping[str, Any]) -> Iterator[Line]:
    said = [
        (item, in_words(item, answers.get(item.id))) for item in group.items if item.is_question
    ]
    told = [(item, words) for item, words in said if words]
    if group.repeat == 1:
        yield from ((item.text, words) for item, words in told)
        return
    rows = sorted({item.row for item, _ in told})
    for row in rows:
        number = f" {row}" if len(rows) > 1 else ""
        title = f"{group.row_title or group.title}{number}"
        yield title, joined([words for item, words in told if item.row == row])
