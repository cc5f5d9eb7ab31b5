"""What the documents of the network are made from: nobody followed is named in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from microstructure_desktop.domain.equipe import Cabinet, Membre
    from microstructure_desktop.domain.ids import MembreId
    from microstructure_desktop.domain.reunion import Reportee, Reunion


@dataclass(frozen=True, slots=True)
class Tableau:
    """Figures in words: a row is its label, then a cell for each column."""

    titre: str
    colonnes: tuple[str, ...]
    lignes: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ReunionImprimee:
    """The minutes of a meeting other than the monthly one; nobody followed is in them.

    `numero`: its rank among those of its kind in its year. `reportees`: what still waits, or waited
    when it was closed, of the earlier ones. `retenus`: what the tables hold back,
    each a sentence. `provisoire` while the meeting is not closed.
    """

    cabinet: Cabinet
    titre: str
    numero: int
    reunion: Reunion
    membres: Mapping[MembreId, Membre]
    reportees: tuple[Reportee, ...]
    tableaux: tuple[Tableau, ...]
    retenus: tuple[str, ...]
    empreinte: str
    edite_le: datetime
    provisoire: bool


@dataclass(frozen=True, slots=True)
class FormationImprimee:
    """One training that somebody followed, in words; `attestation`: a certificate is kept."""

    quand: str
    theme: str
    intitule: str
    organisme: str
    heures: str
    attestation: bool


@dataclass(frozen=True, slots=True)
class FormationsImprimees:
    """Each member of the team, what is missing in a sentence, and what they followed."""

    cabinet: Cabinet
    titre: str
    membres: tuple[tuple[Membre, str, tuple[FormationImprimee, ...]], ...]
    annee: str
    source: str
    edite_le: datetime
