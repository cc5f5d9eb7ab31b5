"""What the tests of the FHIR border share: what is installed, samples, filled answers, R4 rules."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from fhir.resources.R4B.questionnaire import Questionnaire
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse

from microstructure_desktop.forms import loader
from microstructure_desktop.forms.fhir import json_text, reader
from microstructure_desktop.forms.fhir.items_reader import Installed
from microstructure_desktop.forms.fhir.questionnaire import questionnaire
from microstructure_desktop.forms.instruments import Cote
from microstructure_desktop.forms.model import NR, Form, Item, ItemType
from microstructure_desktop.forms.rules import enabled
from microstructure_desktop.services import reference

TODAY = date(2026, 11, 23)
SAMPLES = Path(__file__).parent / "samples"
HEAD = {
    "id": "essai",
    "version": 1,
    "title": "Essai",
    "role": "psychologue",
    "stage": "suivi",
    "depuis": date(2026, 11, 1),
}


@cache
def shipped() -> reference.Reference:
    return reference.load()


@cache
def installed() -> Installed:
    return Installed(shipped().listes, shipped().instruments, TODAY)


def forms() -> list[Form]:
    return list(shipped().forms.forms.values())


def load(text: str) -> Form:
    return loader.load(text, installed().lists, installed().instruments)


def sample(name: str) -> Form:
    return reader.read((SAMPLES / f"{name}.json").read_bytes(), installed())


def raw(name: str) -> dict[str, Any]:
    return json_text.read((SAMPLES / f"{name}.json").read_bytes())


def read(found: Mapping[str, Any]) -> Form:
    return reader.read(json_text.written(found).encode(), installed())


def again(form: Form) -> Form:
    """Out to the text of a Questionnaire, and back."""
    return read(questionnaire(form))


def asking(*items: dict[str, Any], **root: Any) -> dict[str, Any]:
    """A questionnaire of somebody else's, of these items."""
    head = {"resourceType": "Questionnaire", "status": "draft", "title": "Autre", "name": "Autre"}
    return {**head, **root, "item": list(items)}


def every_item(found: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for item in found.get("item", []):
        yield item
        yield from every_item(item)


def places(found: Any) -> Iterator[tuple[Any, Any]]:
    """Each object or array that holds something, and the key or the rank of what it holds."""
    for key in found if isinstance(found, dict) else range(len(found)):
        yield found, key
        if isinstance(found[key], dict | list):
            yield from places(found[key])


def by_link(found: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    return {item["linkId"]: item for item in every_item(found)}


def extensions(element: Mapping[str, Any]) -> dict[str, Any]:
    """The values of an element's extensions, by the end of their address."""
    return {
        found["url"].replace("/", ":").rpartition(":")[2]: next(
            value for key, value in found.items() if key != "url"
        )
        for found in element.get("extension", [])
    }


def check_valid(found: Mapping[str, Any]) -> None:
    """The structure, by fhir.resources; then the rules of R4 that it does not know."""
    Questionnaire.model_validate_json(json_text.written(found))
    items = list(every_item(found))
    assert len({item["linkId"] for item in items}) == len(items)  # que-2
    for item in items:
        kind = item["type"]
        assert bool(item.get("item")) or kind != "group"  # que-1
        assert kind != "display" or not ({"item", "required", "repeats", "readOnly"} & item.keys())
        assert not {"answerOption", "initial"} <= item.keys()  # que-11
        assert not {"answerOption", "answerValueSet"} <= item.keys()  # que-4
        assert "enableBehavior" in item or len(item.get("enableWhen", [])) < 2  # que-12
        assert "initial" not in item or kind not in ("group", "display")  # que-8
        assert item.get("repeats") or len(item.get("initial", [])) < 2  # que-13


def check_response(found: Mapping[str, Any], asked: Mapping[str, Any]) -> None:
    """Each item answered is one of the Questionnaire's, in its place."""
    QuestionnaireResponse.model_validate_json(json_text.written(found))
    _check_places(found, asked)


def _check_places(found: Mapping[str, Any], asked: Mapping[str, Any]) -> None:
    places = {item["linkId"]: item for item in asked.get("item", [])}
    for item in found.get("item", []):
        assert item["linkId"] in places
        inner = [item, *item.get("answer", [])]
        for holder in inner:
            _check_places(holder, places[item["linkId"]])


def filled(form: Form) -> dict[str, Any]:
    """A plausible answer to every question that the earlier answers leave enabled."""
    answers: dict[str, Any] = {}
    for rank, item in enumerate(form.questions):
        if item.id in enabled(form, answers):
            answers[item.id] = NR if item.nr and rank % 3 == 0 else _answer(item)
    return {k: [v] if _is_code_of_many(form, k, v) else v for k, v in answers.items()}


def _is_code_of_many(form: Form, name: str, value: Any) -> bool:
    item = form.item(name)
    return item is not None and item.repeats and isinstance(value, str)


def _answer(item: Item) -> Any:
    if item.instrument is not None:
        rows = {str(cote.n): _cote(cote) for cote in item.instrument.cotes}
        return {"version": item.instrument.version, "cotes": rows}
    answers: dict[ItemType, Any] = {
        ItemType.BOOLEAN: True,
        ItemType.INTEGER: int(item.min or 1),
        ItemType.DECIMAL: str(item.min or "2.50"),
        ItemType.DATE: "2026-11-02",
        ItemType.CHOICE: item.options[-1].code if item.options else "",
    }
    return answers.get(item.type, "Quelques mots\nsur deux lignes.")


def _cote(cote: Cote) -> int | str:
    if cote.valeurs:
        return cote.valeurs[-1]
    return int(cote.bornes[1]) if cote.decimales == 0 else str(cote.bornes[1])
