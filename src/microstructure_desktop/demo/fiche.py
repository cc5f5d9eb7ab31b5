"""Fill fiches in, from each form's own definition."""

from datetime import timedelta
from random import Random
from typing import Any

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.forms.instruments import Instrument
from microstructure_desktop.forms.model import NR, Form, Item, ItemType
from microstructure_desktop.forms.rules import is_shown, problems
from microstructure_desktop.services import fiches, patients
from microstructure_desktop.services.office import Office, today
from microstructure_desktop.services.patients import Filtre
from microstructure_desktop.services.suivi import FICHES_DE_SUIVI

from .material import Material

_LARGE = 12
ENTREES = {
    Role.MEDECIN: "medicale_entree",
    Role.PSYCHOLOGUE: "psychologique_entree",
    Role.TRAVAILLEUR_SOCIAL: "sociale_entree",
}


def begin(office: Office, patient: PatientId, material: Material, random: Random) -> None:
    """The entry fiche of a profession, after the first session."""
    _fill(office, patient, ENTREES[office.membre.role], material, random)


def fill_due(office: Office, material: Material, random: Random) -> None:
    """One or two of the fiches due, as one would between two sessions."""
    due = patients.list_patients(office, Filtre.A_COMPLETER).lignes
    for ligne in due[:2]:
        _fill(office, ligne.id, FICHES_DE_SUIVI[office.membre.role], material, random)


def _fill(
    office: Office, patient: PatientId, form: str, material: Material, random: Random
) -> None:
    opened = fiches.start(office, patient, form)
    answers = answer(opened.form, material, random, office)
    answers["jour"] = today(office).isoformat()
    complete = not problems(opened.form, answers, complete=True, today=today(office))
    fiches.save(office, opened, jour=today(office), answers=answers, complete=complete)


def answer(form: Form, material: Material, random: Random, office: Office) -> dict[str, Any]:
    """Plausible answers to every question that the earlier answers leave enabled."""
    answers: dict[str, Any] = {}
    shown: dict[str, Item] = {}
    for item in form.items:
        if is_shown(item, shown, answers):
            shown[item.id] = item
            if item.is_question:
                answers[item.id] = _value(item, material, random, office)
    return answers


def _value(item: Item, material: Material, random: Random, office: Office) -> Any:
    match item.type:
        case ItemType.CHOICE:
            value: Any = _chosen(item, random)
        case ItemType.BOOLEAN:
            value = random.random() < 0.25  # noqa: PLR2004
        case ItemType.INTEGER:
            value = _counted(item, random)
        case ItemType.DECIMAL:
            value = str(item.min or 0)
        case ItemType.DATE:
            shift = random.randint(1, 20) * (1 if item.future else -1)
            value = (today(office) + timedelta(days=shift)).isoformat()
        case ItemType.INSTRUMENT:
            assert item.instrument is not None
            value = _scored(item.instrument, random)
        case _:
            value = material.sentence(random, "fiche")[: item.max_length]
    return value


def _counted(item: Item, random: Random) -> int:
    """How many stays in hospital, how many visits: few, whatever the field can hold."""
    low, high = int(item.min or 0), int(item.max or 10)
    likely = int(item.soft_max or high)
    drawn = random.randint(low, high)
    return drawn * (likely // 5) // high if low == 0 and likely > _LARGE else drawn


def _chosen(item: Item, random: Random) -> str | list[str]:
    options = [option for option in item.offered if option.code != NR]
    first, *others = random.sample(options, min(len(options), random.randint(1, 2)))
    if not item.repeats:
        return first.code
    return [first.code, *(o.code for o in others if not (first.alone or o.alone))]


def _scored(instrument: Instrument, random: Random) -> dict[str, Any]:
    """Every row of the scale, as its sheet would be copied."""
    cotes = {}
    for cote in instrument.cotes:
        low, high = map(int, cote.bornes)
        cotes[str(cote.n)] = random.choice(cote.valeurs or range(low, high + 1))
    return {"version": instrument.version, "cotes": cotes}
