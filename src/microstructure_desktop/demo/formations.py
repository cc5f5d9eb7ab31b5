"""What the fictional team was trained to, before it began and since; some of it is missing."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import formations
from microstructure_desktop.services.formations import FormationSaisie
from microstructure_desktop.services.office import Office

from .feuille import feuille
from .material import Material


def write(offices: Mapping[Role, Office], material: Material, first: date, jour: date) -> None:
    """Note those that ended on that day; on the first day, all those before."""
    for line in material.network["formation"]:
        du = first + timedelta(days=line["jour"])
        au = du + timedelta(days=line.get("jours", 1) - 1)
        if au == jour or (jour == first and au < first):
            _note(offices, line, du, au)


def _note(offices: Mapping[Role, Office], line: dict[str, Any], du: date, au: date) -> None:
    proof = _attestation(line) if line["attestation"] else None
    for role in line["roles"]:
        office = offices[Role(role)]
        saisie = FormationSaisie(
            office.membre.id,
            line["theme"],
            line["intitule"],
            du,
            au if au != du else None,
            line["heures"],
            line["organisme"],
        )
        formations.enregistrer(office, saisie, proof)


def _attestation(line: dict[str, Any]) -> bytes:
    """One sheet for everybody who was there."""
    texte = f"Formation suivie en entier : {line['intitule']}, {line['heures']} heures."
    return feuille("Attestation de formation", line["organisme"], texte)
