"""A copy under another key holds everything, and the history goes on in it."""

import pytest

from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.store import keyring, rekey, rescue
from microstructure_desktop.store.failures import StoreDamaged
from microstructure_desktop.store.keys import DatabaseKey
from microstructure_desktop.store.store import Store
from tests import factories as make

NOBODY = MembreId("nobody")


@pytest.fixture
def filled(store):
    for number in range(3):
        with store.begin(make.AUTHOR, make.NOW) as work:
            work.consultations.save(make.a_consultation(note_partagee=f"séance {number}"))
    return store


def copied(store, folder, coffre, key):
    """A store under another key; the one in use stays open."""
    folder.mkdir()
    ring = rescue.change_key(coffre.keyring, coffre.key, key, without=(), sheets=())
    rekey.copy(store._raw, folder, coffre.key, key)
    keyring.save(folder, ring)
    return ring


def dump(store, but=()):
    """Every row of every table, `but` those keys of `meta`."""
    names = [name for (name,) in store._raw.execute(rekey._TABLES).fetchall()]
    rows = {name: store._raw.execute(f"select * from {name}").fetchall() for name in names}
    rows["meta"] = [row for row in rows["meta"] if row[0] not in but]
    return rows


KEYS = ("chaine_revision", "chaine_acces", "chaine_acces_ancre", "anciennes_cles")


def test_that_a_copy_holds_every_row_and_passes_every_check(filled, home, coffre):
    key, folder = DatabaseKey.generate(), home.root / "copie"
    ring = copied(filled, folder, coffre, key)
    assert keyring.load(folder) == ring
    made = Store.open(folder, key, coffre.keyring.store_id)
    assert made.verify() == []
    assert dump(made, KEYS) == dump(filled, KEYS)
    made.close()


def test_that_the_former_key_opens_nothing_of_it(filled, home, coffre):
    folder = home.root / "copie"
    copied(filled, folder, coffre, DatabaseKey.generate())
    with pytest.raises(StoreDamaged):
        Store.open(folder, coffre.key, coffre.keyring.store_id)
    assert b"SQLite format 3" not in (folder / "store.db").read_bytes()[:16]


def test_that_the_history_goes_on_through_two_changes_of_key(filled, home, coffre):
    second, third = DatabaseKey.generate(), DatabaseKey.generate()
    copied(filled, home.root / "deux", coffre, second)
    two = Store.open(home.root / "deux", second, coffre.keyring.store_id)
    with two.begin(make.AUTHOR, make.NOW) as work:
        work.consultations.save(make.a_consultation())
    (home.root / "trois").mkdir()
    rekey.copy(two._raw, home.root / "trois", second, third)
    two.close()
    three = Store.open(home.root / "trois", third, coffre.keyring.store_id)
    assert three.verify() == []
    assert [key.raw for key in three.former_keys()] == [coffre.key.raw, second.raw]
    three.close()


def test_that_nothing_is_written_in_the_store_in_use(filled, home, coffre):
    before = dump(filled)
    copied(filled, home.root / "copie", coffre, DatabaseKey.generate())
    assert dump(filled) == before
    assert filled.verify() == []
    assert filled.former_keys() == ()


def test_that_a_copy_that_lost_a_row_is_refused(filled, home, coffre):
    """The copy already has a table of the same rows but one: the count does not lie."""
    folder = home.root / "copie"
    folder.mkdir()
    filled._raw.execute("create temp table meta (key text, value text)")
    with pytest.raises(StoreDamaged, match="structure"):
        rekey._compare(filled._raw, "main", "temp", ["meta"])
