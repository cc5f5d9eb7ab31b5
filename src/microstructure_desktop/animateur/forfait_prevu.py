"""How many acts a forfait pays for, by its amount: read from the programmes shipped."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from microstructure_desktop import assets
from microstructure_desktop.domain.equipe import Role

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


@dataclass(frozen=True, slots=True)
class Prestations:
    """Acts of the doctor, the psychologist and the social worker."""

    mg: int
    psy: int
    ts: int

    def fois(self, forfaits: int) -> Prestations:
        return Prestations(self.mg * forfaits, self.psy * forfaits, self.ts * forfaits)


@cache
def prevus() -> Mapping[Decimal, Prestations]:
    """By unit amount; an amount whose number of acts no text gives is not there."""
    found: dict[Decimal, Prestations] = {}
    for parts in assets.names("programmes"):
        content = tomllib.loads(assets.text(*parts), parse_float=Decimal)
        for version in content.get("version", ()):
            if acts := _acts(version):
                found[Decimal(version["montant_euros"])] = acts
    return found


def _acts(version: Mapping[str, Any]) -> Prestations | None:
    counts = {row["role"]: int(row["nombre"]) for row in version.get("prestation", ())}
    if not counts:
        return None
    roles = (Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL)
    return Prestations(*(counts.get(role.value, 0) for role in roles))
