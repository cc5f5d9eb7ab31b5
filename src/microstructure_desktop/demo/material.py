"""Names and sentences of the fictional cabinet, read from resources/demo."""

import tomllib
from dataclasses import dataclass
from random import Random
from typing import Any

from microstructure_desktop import assets
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.services.equipe import NouveauMembre


@dataclass(frozen=True, slots=True)
class Material:
    """The three resource files, as read."""

    names: dict[str, Any]
    texts: dict[str, Any]
    network: dict[str, Any]

    @property
    def team(self) -> list[NouveauMembre]:
        return [NouveauMembre(m["prenom"], m["nom"], Role(m["role"])) for m in self.names["membre"]]

    def people(self, random: Random, count: int) -> list[tuple[str, str, Sexe]]:
        """(family name, first name, sex), no family name twice while there are enough."""
        names = self.names["patients"]["noms"]
        families = random.sample(names, len(names))
        found = []
        for rank in range(count):
            # one woman in two, as published for microstructures (drogues.gouv.fr, 2023)
            sexe = Sexe.F if rank % 2 == 0 else Sexe.H
            firsts = self.names["patients"]["feminins" if sexe is Sexe.F else "masculins"]
            suffix = f"-{families[rank // len(names)]}" if rank >= len(names) else ""
            found.append((families[rank % len(names)] + suffix, random.choice(firsts), sexe))
        return found

    def note(self, random: Random, role: Role) -> str:
        return str(random.choice(self.texts["notes"][role.value]))

    def sentence(self, random: Random, family: str, kind: str = "textes") -> str:
        return str(random.choice(self.texts[family][kind]))


def load() -> Material:
    return Material(
        tomllib.loads(assets.text("demo", "noms.toml")),
        tomllib.loads(assets.text("demo", "textes.toml")),
        tomllib.loads(assets.text("demo", "reseau.toml")),
    )
