"""Forms of every shape that the loader accepts, and answers of every shape that JSON has."""

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from microstructure_desktop.forms.model import NR, Form, Item, ItemType

from .answers_for import plausible
from .fhir import cases, strategies
from .fhir.test_reader import as_text

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from([NR, "A", "2026-11-23", "9999-12-31", "1e999999999", "-0", "٣", 10**400]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["version", "cotes", "1", "2", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def forms() -> st.SearchStrategy[Form]:
    """The definitions that are sent to FHIR and back, as forms."""
    return strategies.forms().map(lambda definition: cases.load(as_text(_offering(definition))))


def _offering(definition: dict[str, Any]) -> dict[str, Any]:
    """At least one answer to each choice: all may be retired by the definition as drawn."""
    for group in definition["group"]:
        for item in group["item"]:
            for option in item.get("options", [])[:1]:
                option.pop("retired", None)
    return definition


@dataclass(frozen=True, slots=True)
class Answered:
    form: Form
    answers: dict[str, Any]

    def __repr__(self) -> str:
        return f"{self.form.source}\n{self.answers}"


@st.composite
def answered(draw) -> Answered:
    """A form and answers to it: likely ones, some of them lost or replaced by anything."""
    form = draw(forms())
    answers = plausible(form, draw(st.integers(0, 999)))
    for item in form.questions:
        match draw(st.integers(0, 5)):
            case 0:
                answers.pop(item.id, None)
            case 1:
                answers[item.id] = draw(values(item))
            case 2:
                answers[item.id] = draw(JSON)
    return Answered(form, answers)


def values(item: Item) -> st.SearchStrategy[Any]:
    """What such a question may hold, or nearly."""
    if item.type is ItemType.BOOLEAN:
        return st.booleans() | st.just(NR)
    if item.type in (ItemType.INTEGER, ItemType.DECIMAL):
        return st.integers(-5, 12) | st.sampled_from(["0.5", "4", "4.0", NR])
    if item.type is ItemType.CHOICE:
        codes = st.sampled_from([option.code for option in item.options])
        return st.lists(codes, max_size=3, unique=True) if item.repeats else codes
    if item.instrument is not None:
        cotes = st.dictionaries(st.sampled_from(["1", "2", "9", "x"]), st.integers(-1, 5))
        return st.fixed_dictionaries({"version": st.integers(0, 2), "cotes": cotes})
    return st.text(max_size=4)
