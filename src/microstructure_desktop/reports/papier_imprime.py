"""What a sheet of codes is made from: nothing that is not here can be on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from microstructure_desktop.domain.periods import Mois
    from microstructure_desktop.exchange.paper import Genre


@dataclass(frozen=True, slots=True)
class PapierImprime:
    """`emetteur`: who sends it, a cabinet or an animator. `structure`: the cabinet it is about.

    `id8`: the number of the sending, on every page. `codes`: what each code holds, in order.
    """

    genre: Genre
    emetteur: str
    structure: str
    mois: Mois
    id8: str
    codes: tuple[bytes, ...]
    edite_le: datetime
