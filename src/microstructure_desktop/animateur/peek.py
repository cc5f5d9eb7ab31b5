"""What a bundle says of itself, before anybody vouches for it: to name it, never to count it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from microstructure_desktop.exchange import archive, manifest
from microstructure_desktop.exchange.errors import BundleRefused
from microstructure_desktop.exchange.seal import decrypt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from microstructure_desktop.domain.periods import Mois
    from microstructure_desktop.exchange.seal import Identity


@dataclass(frozen=True, slots=True)
class Apercu:
    paquet: str
    structure: str
    periode: Mois


def look(octets: bytes, identities: Sequence[Identity]) -> Apercu | None:
    """None when its manifest cannot be read."""
    try:
        written = archive.unpack(decrypt(octets, identities)).get(manifest.NOM, b"")
        entete = manifest.read(written)
    except BundleRefused:
        return None
    return Apercu(manifest.empreinte(written), entete.structure, entete.mois)
