"""What the certificate of destruction is made from: nothing in it names the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from microstructure_desktop.domain.equipe import Cabinet, Membre


@dataclass(frozen=True, slots=True)
class CertificatImprime:
    """`initiales` "" on a later copy: nothing keeps them. `comptes`: what went, in words.

    `reste`: what the cabinet keeps all the same. `faites`: copies made again, None on a later copy;
    `a_faire`: where copies may still hold the person.
    """

    cabinet: Cabinet
    dossiers: tuple[str, ...]
    initiales: str
    le: datetime
    par: Membre | None
    fondement: str
    motif: str
    comptes: tuple[str, ...]
    reste: tuple[str, ...]
    faites: int | None
    a_faire: tuple[str, ...]
    empreinte: str
    edite_le: datetime
