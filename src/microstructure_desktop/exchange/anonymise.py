"""From domain objects to what may leave: counts by month, held back while too few people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .contents import K_ACTIVITE, Contenu

if TYPE_CHECKING:
    from collections.abc import Mapping

    from microstructure_desktop.domain.consultation import Acte
    from microstructure_desktop.domain.equipe import Cabinet, Membre
    from microstructure_desktop.domain.ids import MembreId
    from microstructure_desktop.domain.patient import Inclusion
    from microstructure_desktop.domain.periods import Mois
    from microstructure_desktop.domain.programme import Programme
    from microstructure_desktop.domain.synthese import Synthese


@dataclass(frozen=True, slots=True)
class Sources:
    """What the export reads, since the first day: carrying months over needs the whole past."""

    cabinet: Cabinet
    actes: tuple[Acte, ...]
    inclusions: tuple[Inclusion, ...]
    syntheses: tuple[Synthese, ...]
    membres: Mapping[MembreId, Membre]
    programmes: Mapping[str, Programme]


def anonymise(sources: Sources, mois: Mois, *, k_activite: int = K_ACTIVITE) -> Contenu:
    raise NotImplementedError
