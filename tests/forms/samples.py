"""Definitions written by hand for the tests of the form engine."""

from datetime import date

from microstructure_desktop.forms import loader
from microstructure_desktop.forms.code_lists import CodeList
from microstructure_desktop.forms.model import Form, Option

TODAY = date(2026, 11, 23)

LEVELS = CodeList(
    "NIVEAU",
    "Niveau",
    1,
    date(2026, 1, 1),
    "test",
    proposal=True,
    options=(Option("BAS", "Bas"), Option("HAUT", "Haut"), Option("NON_EVALUE", "Non évalué")),
)
LISTS = {"NIVEAU": LEVELS}

HEAD = """
id = "essai"
version = 1
title = "Essai"
role = "psychologue"
stage = "suivi"
depuis = 2026-11-01
"""

CHAIN = (
    HEAD
    + """
[[group]]
id = "un"
title = "Un"

[[group.item]]
id = "jour"
text = "Jour"
type = "date"
required = true
soft_days = 60

[[group.item]]
id = "niveau"
text = "Niveau"
type = "choice"
list = "NIVEAU"
required = true
partage = "equipe"

[[group.item]]
id = "conduite"
text = "Conduite"
type = "text"
max_length = 20
required = true
enable_when = { item = "niveau", equals = "HAUT" }

[[group.item]]
id = "rappel"
text = "Rappel"
type = "date"
future = true
enable_when = { item = "conduite", exists = true }

[[group]]
id = "deux"
title = "Deux"

[[group.item]]
id = "envie"
text = "Envie"
type = "integer"
control = "echelle"
min = 0
max = 10
nr = true

[[group.item]]
id = "lieux"
text = "Lieux"
type = "choice"
repeats = true
options = [{ code = "CHEZ_SOI", label = "Chez soi" }, { code = "DEHORS", label = "Dehors" }]
enable_when = { item = "envie", at_least = 4 }

[[group.item]]
id = "poids"
text = "Poids"
type = "decimal"
min = 30
max = 250.5
soft_min = 40
unit = "kg"

[[group.item]]
id = "accord"
text = "Accord"
type = "boolean"
nr = true
renamed_from = "consentement"

[[group.item]]
id = "aide"
text = "Aide"
type = "display"

[[group.item]]
id = "note"
text = "Note"
type = "text"
partage = "personnel"
"""
)


def chain() -> Form:
    return loader.load(CHAIN, LISTS, {})


def one_item(*lines: str, kind: str = "string") -> str:
    """A definition of one item, with extra lines."""
    return "\n".join(
        (
            HEAD,
            "[[group]]",
            'id = "un"',
            'title = "Un"',
            "[[group.item]]",
            'id = "q"',
            'text = "Question"',
            f'type = "{kind}"',
            *lines,
            "",
        )
    )
