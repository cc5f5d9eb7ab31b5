"""Enrolment files as cabinets hand them over."""

from microstructure_desktop.exchange.seal import SigningKey, fingerprint
from tests.animateur.cases import Cabinet


def handed(world, folder, cabinet, former=None):
    path = folder / "cabinet.msma-inscription"
    path.write_bytes(world.region.inscription(cabinet, former))
    return path


def heard(cabinet) -> str:
    """The last two groups, as somebody types them."""
    return " ".join(fingerprint(cabinet.cle.public).split()[6:]).lower()


def rekeyed(cabinet) -> Cabinet:
    return Cabinet(cabinet.code, SigningKey.generate())
