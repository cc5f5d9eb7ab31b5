"""What a form owes to the person: nobody names a substance, and an alarm is always heeded."""

from collections.abc import Iterator

from microstructure_desktop.forms.model import Condition, Control, Form, Item

SUBSTANCES = frozenset({"CL16", "CL17", "CL18", "CL19", "CL20", "CL20_PRESCRIPTEUR", "VOIE_IV"})
LEVELS = "CL27"
ABOUT_SUICIDE = ("rud_", "cssrs_", "idees_suicidaires", "tentative", "securite_", "alerte_")
"""How the ids of the shipped forms begin, when they are about suicide."""

OBLIGED = (
    "réponse attendue sur la liste {0}\u00a0: la personne peut ne pas souhaiter parler de ses "
    "consommations"
)
COUNTED = "export = true sur une réponse qui évoque un suicide\u00a0: elle ne se compte nulle part"
NOBODY_ASKS = (
    "une cote de {0} alerte, et rien ne le relève\u00a0: ajoutez plus bas un texte "
    '(type = "display", control = "alerte") avec la condition alert = true'
)


def remarks(form: Form) -> Iterator[tuple[Item, str]]:
    """Each question, and what to say of it; once for all the rows of a repeated one."""
    for item in form.questions:
        if item.row > 1:
            continue
        if item.required and item.code_list in SUBSTANCES:
            yield item, OBLIGED.format(item.code_list)
        if item.export and _about_suicide(item):
            yield item, COUNTED
        if item.instrument is not None and item.instrument.alertes and not _heeded(form, item):
            yield item, NOBODY_ASKS.format(item.instrument.nom)


def _about_suicide(item: Item) -> bool:
    return (
        item.code_list == LEVELS
        or (item.instrument is not None and bool(item.instrument.alertes))
        or (item.base or item.id).startswith(ABOUT_SUICIDE)
        or "suicid" in item.text.lower()
    )


def _heeded(form: Form, scale: Item) -> bool:
    """A band shows when this scale raises an alert."""
    by_id = {item.id: item for item in form.items}
    bands = (item for item in form.items if item.control is Control.ALERTE)
    return any(c.alert and c.item == scale.id for band in bands for c in _conditions(band, by_id))


def _conditions(item: Item, by_id: dict[str, Item]) -> Iterator[Condition]:
    """Its own, and those of what it is nested in."""
    yield from item.when
    if item.under:
        yield from _conditions(by_id[item.under], by_id)
