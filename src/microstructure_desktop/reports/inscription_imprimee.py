"""What the sheet of enrolment is made from: nothing that is not here can be printed on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from microstructure_desktop.domain.equipe import Cabinet


@dataclass(frozen=True, slots=True)
class InscriptionImprimee:
    """`empreinte`: of the cabinet's key. `cle_animateur`: of the animator's, that it confirmed.

    `fichier`: the enrolment file, which the code holds whole. `suite`: a former key vouches for
    this one.
    """

    cabinet: Cabinet
    animateur: str
    empreinte: str
    cle_animateur: str
    fichier: bytes
    suite: bool
    edite_le: datetime
