"""A short fictional story, told twice with the same seed; a region of three cabinets."""

from dataclasses import dataclass
from datetime import date

import pytest

from microstructure_desktop.demo import cabinet
from microstructure_desktop.demo import region as regions
from microstructure_desktop.demo.region import Etendue, Lieux, Temoin
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.paths import Home
from microstructure_desktop.services.office import Cost

LAST = date(2026, 11, 20)


def tell(root, cost, seed=7):
    heard = []
    story = cabinet.build(
        Home(root),
        cabinet.Plan(seed, 4, 10, LAST),
        "une phrase pour la demonstration",
        lambda share, sentence: heard.append((share, sentence)),
        cost,
    )
    return story, heard


@pytest.fixture(scope="package")
def cost():
    from microstructure_desktop.store import keys

    cheap = keys.KdfParams(m=8, t=1, p=1)
    return Cost(cheap, keys.Limits(floor=cheap, ceiling=keys.LIMITS.ceiling))


@pytest.fixture(scope="package")
def told(tmp_path_factory, cost):
    story, heard = tell(tmp_path_factory.mktemp("story"), cost)
    yield story, heard
    story.offices[Role.MEDECIN].store.close()


@dataclass
class Region:
    """Three cabinets that lived three months, and what was said of them."""

    lieux: Lieux
    temoins: tuple[Temoin, ...]
    heard: list[tuple[float, str]]


ETENDUE = Etendue(3, 3, 3, LAST, 6)


def settle(root, cost, processus):
    heard = []
    lieux = Lieux(root)
    temoins = regions.build(
        lieux, ETENDUE, lambda *said: heard.append(said), cost=cost, processus=processus
    )
    return Region(lieux, temoins, heard)


@pytest.fixture(scope="package")
def region(tmp_path_factory, cost):
    return settle(tmp_path_factory.mktemp("region") / "demo", cost, processus=2)
