"""The addresses and codes of FHIR that we write and read, and those of our own."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from microstructure_desktop.forms.model import Control, ItemType

Json = dict[str, Any]
"""An object of a JSON text; its values are whatever JSON holds."""

URN = "urn:microstructure"
QUESTIONNAIRE = f"{URN}:questionnaire:"
LIST = f"{URN}:liste:"
CODES = f"{URN}:codes:"
NR_SYSTEM = f"{URN}:nr"

_HL7 = "http://hl7.org/fhir/StructureDefinition/"
MIN_VALUE = f"{_HL7}minValue"
MAX_VALUE = f"{_HL7}maxValue"
MAX_DECIMALS = f"{_HL7}maxDecimalPlaces"
ENTRY_FORMAT = f"{_HL7}entryFormat"
ORDINAL = f"{_HL7}ordinalValue"
DATA_ABSENT = f"{_HL7}data-absent-reason"
ITEM_CONTROL = f"{_HL7}questionnaire-itemControl"
UNIT = f"{_HL7}questionnaire-unit"
MAX_OCCURS = f"{_HL7}questionnaire-maxOccurs"
HIDDEN = f"{_HL7}questionnaire-hidden"
EXCLUSIVE = f"{_HL7}questionnaire-optionExclusive"
ORIENTATION = f"{_HL7}questionnaire-choiceOrientation"
STEP = f"{_HL7}questionnaire-sliderStepValue"
CONTROL_SYSTEM = "http://hl7.org/fhir/questionnaire-item-control"

WITHOUT_EFFECT = {MAX_DECIMALS, ENTRY_FORMAT, ORIENTATION, STEP, ORDINAL}
"""Extensions of others that we keep and give back, and that change nothing here."""

HELP = "help"
HELPS = (HELP, "flyover")
SLIDER = "slider"
CONTROLS: dict[Control, str] = {
    Control.ECHELLE: SLIDER,
    Control.SEGMENTS: "radio-button",
    Control.LISTE: "drop-down",
    Control.PUCES: "check-box",
}
"""The controls that R4 has a code for; the others travel as an extension of ours."""
KNOWN_CONTROLS = {*CONTROLS.values(), "autocomplete", "spinner", "text-box"}
KNOWN_DISPLAYS = {*HELPS, "inline", "prompt", "unit", "lower", "upper"}

OWN_ITEM: dict[str, str] = {
    "id": "valueString",
    "type": "valueCode",
    "partage": "valueCode",
    "export": "valueBoolean",
    "unchanged": "valueBoolean",
    "renamed_from": "valueString",
    "nr": "valueBoolean",
    "trajectoire": "valueBoolean",
    "soft_min": "valueDecimal",
    "soft_max": "valueDecimal",
    "soft_days": "valueInteger",
    "future": "valueBoolean",
    "up_to_age": "valueBoolean",
    "auto": "valueCode",
    "control": "valueCode",
    "hint": "valueString",
    "under": "valueString",
    "initial": "valueString",
    "enable_when": "valueString",
    "instrument": "valueString",
    "instrument_version": "valueInteger",
    "score": "valueString",
    "row_title": "valueString",
}
"""What a definition says and R4 does not, by the name of its key."""
OWN_ROOT: dict[str, str] = {"role": "valueCode", "stage": "valueCode", "acte": "valueCode"}

_BLANKS = re.compile(r" *[\t\r\n][ \t\r\n]*")

TYPES = {kind.value: kind for kind in ItemType if kind is not ItemType.INSTRUMENT}


def own(name: str) -> str:
    """The address of an extension of ours."""
    return f"{URN}:extension:{name}"


def extension(name: str, value: object) -> Json:
    """An extension of ours."""
    return {"url": own(name), {**OWN_ITEM, **OWN_ROOT}[name]: value}


def control(code: str) -> Json:
    coding = {"system": CONTROL_SYSTEM, "code": code}
    return {"url": ITEM_CONTROL, "valueCodeableConcept": {"coding": [coding]}}


def figure(name: str, value: Decimal, *, whole: bool) -> Json:
    """A number under `name`Integer when it has to be one, else under `name`Decimal."""
    if whole and value == int(value):
        return {f"{name}Integer": int(value)}
    return {f"{name}Decimal": value}


def code_system(form: str, item: str) -> str:
    """The system of the codes that one question of one form defines itself."""
    return f"{CODES}{form}:{item}"


def value_set_id(code_list: str, *, nr: bool) -> str:
    """An id that R4 accepts: it takes no underscore."""
    return code_list.replace("_", "-") + (".nr" if nr else "")


def day(text: str) -> date | None:
    """The first day of a FHIR date or dateTime, however precise."""
    parts = text[:10].split("-")
    try:
        return date(*map(int, [*parts, "1", "1"][:3]))
    except (ValueError, TypeError):
        return None


def folded(text: str) -> str:
    """A text on one line, as our definitions hold it; its spaces stay."""
    return _BLANKS.sub(" ", text).strip()
