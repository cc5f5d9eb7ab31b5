"""The few fixtures that several packages share: a home folder, keys that cost nothing, a store."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import settings

from microstructure_desktop.domain.ids import MembreId, new_id
from microstructure_desktop.paths import Home
from microstructure_desktop.services.office import Cost
from microstructure_desktop.store import keyring, keys
from microstructure_desktop.store.keyring import Account, Keyring
from microstructure_desktop.store.keys import DatabaseKey, KdfParams, Limits
from microstructure_desktop.store.personal_keys import PersonalKey
from microstructure_desktop.store.store import Store

from .cabinet import Team, as_new, make_team

pytest_plugins = ["tests.promesses.table"]

# Each run tries the same few cases, so that a red is seen again by whoever looks at it;
# python3 dev.py test --long draws many others each time.
settings.register_profile("court", max_examples=30, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=300, deadline=None)
settings.load_profile("court")

PASSPHRASE = "sept mots que personne ne devinera ici"


@pytest.fixture
def qtbot(qtbot) -> Iterator:
    """pytest-qt holds widgets weakly: one that nobody keeps would be destroyed under an event."""
    kept = []
    add = qtbot.addWidget

    def add_and_keep(widget, **options):
        kept.append(widget)
        add(widget, **options)

    qtbot.addWidget = add_and_keep
    yield qtbot
    kept.clear()


@pytest.fixture
def home(tmp_path) -> Home:
    return Home(tmp_path / "cabinet")


@pytest.fixture(scope="session")
def cheap() -> KdfParams:
    """Argon2 parameters that a real key file would be refused for."""
    return KdfParams(m=8, t=1, p=1)


@pytest.fixture(scope="session")
def limits(cheap) -> Limits:
    """Pass it wherever `cheap` is used: the floor is lowered by argument only."""
    return Limits(floor=cheap, ceiling=keys.LIMITS.ceiling)


@dataclass
class Coffre:
    """A keyring, its keys, and the member who made it."""

    keyring: Keyring
    key: DatabaseKey
    personal: PersonalKey
    membre: MembreId


@pytest.fixture
def coffre(home, cheap, limits) -> Coffre:
    """Keys of a new store, saved in the home folder; the store itself is not there yet."""
    account = Account(MembreId(new_id()), "Dr Anne Lemoine", "medecin")
    made, key, personal = keys.create("Cabinet des Lilas", account, PASSPHRASE, cheap, limits)
    home.coffre.mkdir(parents=True)
    keyring.save(home.coffre, made)
    return Coffre(made, key, personal, account.id)


@pytest.fixture
def store(home, coffre) -> Iterator[Store]:
    opened = Store.create(home.coffre, coffre.key, coffre.keyring.store_id)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def first_team(tmp_path_factory, cheap, limits) -> Team:
    made = make_team(Home(tmp_path_factory.mktemp("cabinet")), Cost(cheap, limits))
    made.medecin.store.close()
    return made


@pytest.fixture
def team(home, first_team) -> Iterator[Team]:
    """A cabinet of five members on one real store."""
    made = as_new(first_team, home)
    yield made
    for wait in made.before_closing:
        wait()
    made.medecin.store.close()
