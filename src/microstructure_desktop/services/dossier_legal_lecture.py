"""Read the models of the legal file from resources/, strictly."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Protocol, TypeVar

from microstructure_desktop import assets
from microstructure_desktop.forms.toml_table import Fault, FormError, Table, parse

from .dossier_legal_modeles import (
    Blanc,
    Fait,
    Groupe,
    Mesure,
    Modeles,
    Observe,
    Papier,
    Partie,
    Point,
    Risque,
    Traitement,
)

FOLDER, PAPERS = "dossier_legal", "documents"
DATA = ("blancs", "mesures", "traitements", "risques", "poste")
UNDATED = ("blancs", "mesures")
BLANC = re.compile(r"\{([^{}]*)\}")
UNKNOWN_BLANK = "« {} » : blanc inconnu"
UNKNOWN_MEASURE = "« {} » : mesure inconnue"
TWICE = "« {} » : écrit deux fois"
HAND_OR_FOUND = "« {} » : un constat ne se coche pas, le reste a une durée"
NAME = re.compile(r"[a-z_]+(?:\.[A-Za-z_]+)*")
BAD_PROOF = "« {} » : nom d’un endroit du programme attendu"
RESTES = ("négligeable", "limité", "important")
_MOST, _LINE, _TEXT = 60, 160, 900


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Named)


@cache
def modeles() -> Modeles:
    """What is shipped; it never changes while the program runs.

    Raises:
        FormError: a shipped file is damaged.
    """
    return load({parts[1:]: assets.text(*parts) for parts in assets.names(FOLDER)})


def load(texts: Mapping[tuple[str, ...], str]) -> Modeles:
    """Read every file, by its place in the folder.

    Raises:
        FormError: with every fault.
    """
    faults: list[Fault] = []
    data = {name: Table(parse(texts[f"{name}.toml",]), faults, name) for name in DATA}
    sources = {name: _dated(data[name]) for name in DATA if name not in UNDATED}
    mesures = _all(data["mesures"], "mesure", _mesure)
    papiers = [
        _papier(Table(parse(text), faults, place[-1]))
        for place, text in texts.items()
        if place[0] == PAPERS
    ]
    found = Modeles(
        _all(data["blancs"], "blanc", _blanc),
        mesures,
        _rows(data["traitements"], "traitement", lambda row: _traitement(row, mesures)),
        _rows(data["risques"], "risque", lambda row: _risque(row, mesures)),
        _rows(data["risques"], "action", _action),
        _rows(data["poste"], "groupe", _groupe),
        tuple(sorted(papiers, key=lambda p: p.rang)),
        sources,
    )
    for table in data.values():
        table.close()
    _check(found, texts, faults)
    if faults:
        raise FormError(faults)
    return found


def _check(found: Modeles, texts: Mapping[tuple[str, ...], str], faults: list[Fault]) -> None:
    """What only the whole can tell: blanks, and names given once."""
    faults += [
        Fault(place[-1], UNKNOWN_BLANK.format(name))
        for place, text in texts.items()
        for name in BLANC.findall(text)
        if name not in found.blancs
    ]
    names = [point.id for point in found.points()]
    names += [papier.id for papier in found.papiers]
    twice = dict.fromkeys(name for name in names if names.count(name) > 1)
    faults += [Fault(name, TWICE.format(name)) for name in twice]


def _dated(table: Table) -> str:
    table.day("depuis", needed=True)
    return table.text("source", _TEXT, needed=True)


def _all(table: Table, key: str, read: Callable[[Table], T]) -> dict[str, T]:
    found: dict[str, T] = {}
    for row in table.tables(key, _MOST, needed=True):
        made = read(row)
        if made.id in found:
            row.fault(TWICE, made.id)
        row.close()
        found[made.id] = made
    return found


def _rows(table: Table, key: str, read: Callable[[Table], T]) -> tuple[T, ...]:
    return tuple(_all(table, key, read).values())


def _id(row: Table) -> str:
    name = row.code("id", needed=True)
    row.where = name
    return name


def _blanc(row: Table) -> Blanc:
    return Blanc(
        _id(row),
        row.text("libelle", _LINE, needed=True),
        row.text("aide", _LINE),
        row.boolean("connu"),
        row.boolean("facultatif"),
    )


def _mesure(row: Table) -> Mesure:
    made = Mesure(
        _id(row),
        row.text("titre", _LINE, needed=True),
        row.text("texte", _TEXT, needed=True),
        row.text("preuve", _LINE, needed=True),
    )
    if not NAME.fullmatch(made.preuve):
        row.fault(BAD_PROOF, made.preuve)
    return made


def _traitement(row: Table, mesures: Mapping[str, Mesure]) -> Traitement:
    return Traitement(
        _id(row),
        row.text("titre", _LINE, needed=True),
        row.texts("finalites", _MOST),
        row.text("base", _TEXT, needed=True),
        row.texts("personnes", _MOST),
        row.texts("donnees", _MOST),
        row.texts("destinataires", _MOST),
        row.text("durees", _TEXT, needed=True),
        _mesures(row, "securite", mesures),
    )


def _risque(row: Table, mesures: Mapping[str, Mesure]) -> Risque:
    return Risque(
        _id(row),
        row.text("titre", _LINE, needed=True),
        row.text("sources", _TEXT, needed=True),
        row.text("impact", _TEXT, needed=True),
        row.integer("gravite", 1, 4, needed=True) or 1,
        row.integer("vraisemblance", 1, 4, needed=True) or 1,
        _mesures(row, "mesures", mesures),
        row.one_of("reste", RESTES, needed=True),
        row.text("note", _TEXT),
    )


def _mesures(row: Table, key: str, known: Mapping[str, Mesure]) -> tuple[Mesure, ...]:
    names = row.texts(key, _MOST)
    for name in names:
        if name not in known:
            row.fault(UNKNOWN_MEASURE, name)
    return tuple(known[name] for name in names if name in known)


def _action(row: Table) -> Point:
    return Point(_id(row), row.text("titre", _LINE, needed=True))


def _groupe(row: Table) -> Groupe:
    name, titre = _id(row), row.text("titre", _LINE, needed=True)
    return Groupe(name, titre, _rows(row, "point", _point))


def _point(row: Table) -> Point:
    name = _id(row)
    constat = row.one_of("constat", list(Observe))
    made = Point(
        name,
        row.text("titre", _LINE, needed=True),
        row.text("comment", _TEXT, needed=True),
        row.integer("mois", 1, 60) or 0,
        Observe(constat) if constat else None,
    )
    if (made.constat is None) is not bool(made.mois):
        row.fault(HAND_OR_FOUND, name)
    return made


def _papier(table: Table) -> Papier:
    made = Papier(
        _id(table),
        table.text("titre", _LINE, needed=True),
        table.integer("rang", 1, 99, needed=True) or 1,
        table.day("depuis", needed=True) or date.min,
        table.text("source", _TEXT, needed=True),
        table.text("chapeau", _TEXT, needed=True),
        table.boolean("gros"),
        tuple(_partie(row) for row in table.tables("partie", _MOST, needed=True)),
    )
    table.close()
    return made


def _partie(row: Table) -> Partie:
    fait = row.one_of("fait", list(Fait))
    made = Partie(
        row.text("titre", _LINE, needed=True),
        row.texts("textes", _MOST),
        row.texts("points", _MOST),
        row.texts("suites", _MOST),
        Fait(fait) if fait else None,
    )
    row.close()
    return made
