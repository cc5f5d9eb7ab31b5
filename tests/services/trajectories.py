"""Scales scored and questions answered on the small cabinet, day after day."""

from dataclasses import replace
from datetime import date
from typing import Any

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.forms import loader
from microstructure_desktop.forms.model import Form
from microstructure_desktop.services import fiches
from microstructure_desktop.services.office import Office
from tests.cabinet import Team
from tests.forms.samples import LISTS
from tests.forms.scales import keyed

MARCH, JUNE, OCTOBER = date(2026, 3, 3), date(2026, 6, 2), date(2026, 10, 2)
AUDIT_24 = (4, 1, 2, 3, 3, 1, 4, 2, 2, 2)
AUDIT_15 = (3, 1, 1, 1, 1, 1, 1, 2, 2, 2)
AUDIT_9 = (2, 1, 1, 1, 0, 0, 1, 1, 0, 2)

FOLLOWED = """
id = "suivi_essai"
version = 1
title = "Suivi"
role = "psychologue"
stage = "suivi"
depuis = 2026-11-01

[[group]]
id = "envies"
title = "Envies"

[[group.item]]
id = "envie"
text = "Envie"
type = "integer"
control = "echelle"
min = 0
max = 10
nr = true
trajectoire = true

[[group.item]]
id = "verres"
text = "Verres"
type = "integer"
min = 0
max = 99
unit = "verres"
trajectoire = true
partage = "equipe"

[[group.item]]
id = "abri"
text = "Abri"
type = "choice"
list = "NIVEAU"
trajectoire = true
partage = "equipe"

[[group.item]]
id = "sans_suite"
text = "Sans suite"
type = "integer"

[[group]]
id = "produits"
title = "Produits"
repeat = 2

[[group.item]]
id = "produit"
text = "Produit"
type = "choice"
options = [{ code = "ALCOOL", label = "Alcool" }, { code = "TABAC", label = "Tabac" }]
partage = "equipe"

[[group.item]]
id = "jours"
text = "Jours"
type = "integer"
min = 0
max = 28
trajectoire = true
partage = "equipe"
"""


def followed(source: str = FOLLOWED, **scales) -> Form:
    return loader.load(source, LISTS, scales)


def with_form(office: Office, *forms: Form) -> Office:
    """The same office, these forms installed."""
    known = office.reference.forms
    for form in forms:
        known = known.with_form(form)
    return replace(office, reference=replace(office.reference, forms=known))


def answer(
    office: Office, patient, form: str, jour: date, *, complete: bool = False, **answers: Any
) -> Fiche:
    opened = fiches.start(office, patient.id, form)
    return fiches.save(office, opened, jour=jour, answers=answers, complete=complete)


def scored(
    team: Team, patient, jour: date, *cotes: int | None, scale: str = "audit", version: int = 1,
    role: Role = Role.MEDECIN,
) -> Fiche:  # fmt: skip
    """A scale filled in alone, its rows in their order."""
    given = {scale: {"version": version, "cotes": keyed(*cotes)}}
    return answer(team[role], patient, f"echelle_{scale}", jour, **given)
