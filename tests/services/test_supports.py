"""A key is known again by what was written on it."""

import pytest

from microstructure_desktop.domain.support import Support
from microstructure_desktop.services import supports
from microstructure_desktop.services.supports import SameFolder
from microstructure_desktop.store import erased
from microstructure_desktop.store.backup_failures import MediumGone
from tests import factories as make


@pytest.fixture
def stick(tmp_path):
    path = tmp_path / "CLE BLEUE"
    path.mkdir()
    return path


def test_that_it_bears_the_same_mark_next_time(stick, tmp_path):
    first = supports.marked(stick)
    assert first.nom == "CLE BLEUE"
    moved = stick.rename(tmp_path / "E")
    assert supports.marked(moved) == first == supports.known_mark(moved)


def test_that_two_keys_are_two(stick, tmp_path):
    other = tmp_path / "autre"
    other.mkdir()
    assert supports.known_mark(other) is None
    assert supports.marked(stick).id != supports.marked(other).id


@pytest.mark.parametrize(
    "text", ["", "[]", '{"id": 3, "nom": "a"}', '{"id": "zz", "nom": "a"}', "[" * 900]
)
def test_that_a_damaged_mark_is_written_again(stick, text):
    (stick / supports.NAME).write_text(text)
    assert supports.known_mark(stick) is None
    assert supports.marked(stick) == supports.known_mark(stick)


def test_that_a_key_that_is_not_there_is_said_so(stick):
    stick.rmdir()
    with pytest.raises(MediumGone):
        supports.marked(stick)


def test_that_the_cabinets_own_folder_is_no_other_place(home, stick):
    supports.refuse_our_own(home, stick)
    for inside in (home.root, home.sauvegardes, home.root / "documents" / ".."):
        with pytest.raises(SameFolder):
            supports.refuse_our_own(home, inside)


def test_that_who_was_erased_stands_beside_the_backups(home, stick):
    supports.copy_register(home, stick)
    assert list(stick.iterdir()) == []
    home.root.mkdir(exist_ok=True)
    gone = {erased.Efface(make.DAY, erased.fingerprint(make.PATIENT))}
    erased.add(home.root, gone)
    supports.copy_register(home, stick)
    assert erased.read(stick) == gone


def test_that_nobody_waits_for_a_key_that_was_given_away(team):
    office = team.medecin
    support = Support("a" * 32, "Clé", office.now())
    with office.store.begin(office.membre.id, office.now()) as work:
        work.supports.save(support)
    supports.retirer(office, support.id)
    with office.store.read() as work:
        assert work.supports.get(support.id).retire
