"""What the annex of a month is made from: nothing that is not here can be printed on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from microstructure_desktop.domain.equipe import Cabinet

    from .printed_rapport import TableauImprime


@dataclass(frozen=True, slots=True)
class AnnexeImprimee:
    """`mois` in words. `etat`: whether it left. `paquet`: its id, « » before it is sealed.

    `animateur` and the fingerprint of its key, `cle`: « » before an agreement. `destinataires`:
    the keys that open it.
    """

    cabinet: Cabinet
    mois: str
    etat: str
    paquet: str
    animateur: str
    cle: str
    destinataires: tuple[str, ...]
    tableaux: tuple[TableauImprime, ...]
    retenu: tuple[str, ...]
    jamais: tuple[str, ...]
    edite_le: datetime
