"""Definitions that people write, or bring from another program."""

from collections.abc import Callable
from datetime import date
from functools import cache, partial

from microstructure_desktop import assets
from microstructure_desktop.forms import code_lists, instrument_reader, loader, rules
from microstructure_desktop.forms.fhir import json_text, reader
from microstructure_desktop.forms.fhir.items_reader import Installed
from microstructure_desktop.forms.fhir.questionnaire import questionnaire
from microstructure_desktop.forms.model import Form
from microstructure_desktop.forms.toml_table import decode
from microstructure_desktop.services import droits, programmes, reference, seuils
from tests.forms.fhir.cases import SAMPLES

from .target import Target, refusing

TODAY = date(2026, 11, 22)


@cache
def known() -> reference.Reference:
    return reference.load()


def _form(text: str) -> Form:
    return loader.load(text, known().listes, known().instruments)


def form(data: bytes) -> bool:
    with refusing() as outcome:
        _usable(_form(decode(data)))
    return outcome.read


def _usable(read: Form) -> None:
    """It can be shown and checked, and given to other programs."""
    assert read.groups
    assert rules.problems(read, {}, complete=True, today=TODAY) is not None
    assert questionnaire(read)


def fhir(data: bytes) -> bool:
    with refusing() as outcome:
        read = reader.read(data, Installed(known().listes, known().instruments, TODAY))
        assert _form(read.source) == read
        _usable(read)
    return outcome.read


def of_text(load: Callable[[str], object], data: bytes) -> bool:
    with refusing() as outcome:
        assert load(decode(data))
    return outcome.read


def shipped(folder: str) -> list[bytes]:
    return [assets.text(*names).encode() for names in assets.names(folder)]


def _questionnaires() -> list[bytes]:
    ours = [
        json_text.written(questionnaire(form)) for form in list(known().forms.forms.values())[:4]
    ]
    return [path.read_bytes() for path in sorted(SAMPLES.glob("*.json"))] + [
        text.encode() for text in ours
    ]


def _programme(text: str) -> object:
    return programmes.load(text, programmes.livres()), programmes.load(text)


TARGETS = (
    Target("fiche", lambda: shipped("forms")[:12], form),
    Target("questionnaire FHIR", _questionnaires, fhir),
    Target(
        "échelle", lambda: shipped("instruments")[:12], partial(of_text, instrument_reader.load)
    ),
    Target("liste", lambda: shipped("listes")[:12], partial(of_text, code_lists.load)),
    Target("programme", lambda: shipped("programmes"), partial(of_text, _programme)),
    Target("seuils", lambda: [assets.text("seuils.toml").encode()], partial(of_text, seuils.load)),
    Target("droits", lambda: [assets.text("droits.toml").encode()], partial(of_text, droits.load)),
)
