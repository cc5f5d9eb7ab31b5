"""P2: whatever happens to its files, a store is refused before a record is shown, with a sentence.

tests/store says what each guard looks at; here every page, every length and every byte is tried.
"""

import random
import shutil

import pytest

from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.errors import AppError
from microstructure_desktop.store import guards, keys
from microstructure_desktop.store.failures import StoreBehind
from microstructure_desktop.store.keyring import Account
from microstructure_desktop.store.keys import DatabaseKey
from microstructure_desktop.store.store import Store
from tests import factories as make

PAGE = guards.PAGE
SAVES = 4
FEW, MANY = 16, 400


class Files:
    """A store as its files were left, and what opens it."""

    def __init__(self, folder, coffre):
        self.folder, self.key, self.store_id = folder, coffre.key, coffre.keyring.store_id
        self.sound = {path.name: path.read_bytes() for path in folder.iterdir()}

    def refusal(self, **changes):
        """Put back as they were but for these (None: it is gone), opened, and refused."""
        for name, content in (self.sound | changes).items():
            path = self.folder / name
            path.unlink(missing_ok=True)
            if content is not None:
                path.write_bytes(content)
        try:
            store = Store.open(self.folder, self.key, self.store_id)
        except AppError as refusal:
            return refusal
        store.close()
        return None

    def check_refused(self, damages):
        """How many were tried; each must be refused in a sentence, and say what to do."""
        tried = 0
        for said, changes in damages:
            refusal = self.refusal(**changes)
            assert refusal is not None, f"opened in spite of {said}"
            assert refusal.sentence.endswith(".")
            assert refusal.way_out
            tried += 1
        return tried


@pytest.fixture
def closed(store, home, coffre):
    """Closed as it should be: one file, with free pages and full ones."""
    for number in range(12):
        with store.begin(make.AUTHOR, make.NOW) as work:
            work.consultations.save(make.a_consultation(note_partagee="z" * 3_000 * (number % 4)))
            work.drafts.put("long", make.AUTHOR, {"texte": "z" * 40_000})
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.drafts.drop("long", make.AUTHOR)
    store.close()
    return Files(home.coffre, coffre)


@pytest.fixture
def killed(store, home, coffre):
    """What a session that was killed leaves: what it confirmed is in the journal alone.

    With it, the journal of the session before.
    """
    journal, store_file = home.coffre / "store.db-wal", home.coffre / "store.db"
    save(store, 2)
    stale = journal.read_bytes()
    store.close()
    content = store_file.read_bytes()
    again = Store.open(home.coffre, coffre.key, coffre.keyring.store_id)
    save(again, SAVES)
    left = {path.name: path.read_bytes() for path in home.coffre.iterdir() if path != store_file}
    again.close()
    files = Files(home.coffre, coffre)
    files.sound |= left | {"store.db": content}
    return files, stale


def save(store, times):
    for _ in range(times):
        with store.begin(make.AUTHOR, make.NOW) as work:
            work.consultations.save(make.a_consultation())


def flips(name, content, places, chance):
    for place in places:
        damaged = bytearray(content)
        damaged[place] ^= 1 << chance.randrange(8)
        yield f"a bit flipped at {place} of {name}", {name: bytes(damaged)}


def cuts(name, content, lengths):
    for length in lengths:
        yield f"{name} cut at {length}", {name: content[:length]}


def in_pages(content, pages, chance):
    return [page * PAGE + chance.randrange(PAGE) for page in pages if page * PAGE < len(content)]


def check_file(files, record_property, *, whole):
    chance, content = random.Random(20261122), files.sound["store.db"]
    pages = range(len(content) // PAGE)
    chosen = [*pages, *pages, *pages] if whole else [0, 1, *chance.sample(pages, FEW), pages[-1]]
    flipped = files.check_refused(
        flips("store.db", content, in_pages(content, chosen, chance), chance)
    )
    few = [0, 1, 100, PAGE, PAGE + 1, len(content) - PAGE, len(content) - 1]
    lengths = [*few, *range(0, len(content), 700)] if whole else few
    cut = files.check_refused(cuts("store.db", content, lengths))
    assert files.refusal() is None
    record_property("promesse", "P2")
    record_property(
        "mesure",
        f"fichier du coffre : {flipped} bits changés dans {len(set(chosen))} pages sur"
        f" {len(pages)}, {cut} coupes : tous refusés",
    )


def check_journal(killed, record_property, *, tries):
    (files, stale), chance = killed, random.Random(20261122)
    journal = files.sound["store.db-wal"]
    places = range(len(journal))
    flipped = files.check_refused(
        flips("store.db-wal", journal, chance.sample(places, tries), chance)
    )
    cut = files.check_refused(
        cuts("store.db-wal", journal, [0, 31, 32, len(journal) - 1, *chance.sample(places, tries)])
    )
    gone = files.refusal(**{"store.db-wal": None})
    assert isinstance(gone, StoreBehind)
    assert gone.missing == SAVES
    assert files.refusal(**{"store.db-wal": stale}) is not None
    assert files.refusal() is None
    record_property("promesse", "P2")
    record_property(
        "mesure",
        f"journal « -wal » : perdu, ancien, {flipped} bits changés, {cut} coupes : tous refusés",
    )


def test_that_a_damaged_file_is_refused(closed, record_property):
    check_file(closed, record_property, whole=False)


def test_that_a_damaged_journal_is_refused(killed, record_property):
    check_journal(killed, record_property, tries=FEW)


@pytest.mark.long
def test_that_a_file_damaged_anywhere_is_refused(closed, record_property):
    check_file(closed, record_property, whole=True)


@pytest.mark.long
def test_that_a_journal_damaged_in_many_places_is_refused(killed, record_property):
    check_journal(killed, record_property, tries=MANY)


def test_that_half_a_page_too_many_is_refused_whatever_the_journal_is(closed):
    odd = closed.sound["store.db"] + b"z" * 700
    assert closed.refusal(**{"store.db": odd}) is not None
    assert closed.refusal(**{"store.db": odd, "store.db-wal": b"z" * 9_000}) is not None
    short = closed.sound["store.db"][:-700]
    assert closed.refusal(**{"store.db": short, "store.db-wal": b"z" * 9_000}) is not None


def test_that_files_that_do_not_go_together_are_refused(
    closed, home, coffre, cheap, limits, tmp_path, record_property
):
    """An older copy, an empty or a clear file, another cabinet's store, key file or journal."""
    older = closed.sound["store.db"]
    assert closed.refusal() is None
    store = Store.open(home.coffre, coffre.key, coffre.keyring.store_id)
    save(store, 1)
    store.close()
    closed.sound = {path.name: path.read_bytes() for path in home.coffre.iterdir()}
    other, key, _ = keys.create("Autre", Account(new_id(), "X", "medecin"), "y" * 20, cheap, limits)
    Store.create(tmp_path / "autre", key, other.store_id).close()
    foreign = (tmp_path / "autre" / "store.db").read_bytes()
    same_key = tmp_path / "meme-cle"
    Store.create(same_key, coffre.key, other.store_id).close()
    tried = closed.check_refused(
        [
            ("an older copy", {"store.db": older}),
            ("an empty file", {"store.db": b""}),
            ("a file in clear", {"store.db": b"SQLite format 3\0".ljust(PAGE * 4, b"\0")}),
            ("another store", {"store.db": foreign}),
            ("another store, its witness", {"store.db": foreign, "temoin.json": None}),
            ("a store of the same key", {"store.db": (same_key / "store.db").read_bytes()}),
            ("no store", {"store.db": None}),
            ("zeros", {"store.db": bytes(len(older))}),
        ]
    )
    closed.key = DatabaseKey.generate()
    assert closed.refusal() is not None
    shutil.rmtree(tmp_path / "autre")
    record_property("promesse", "P2")
    record_property("mesure", f"fichier ancien, vide, en clair ou d’ailleurs : {tried + 1} refus")
