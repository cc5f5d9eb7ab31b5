"""What the cabinet wrote comes back where it was, and takes nothing away."""

import shutil

import pytest

from microstructure_desktop.store import own_files, own_files_back
from microstructure_desktop.store.backup_failures import BackupDamaged
from microstructure_desktop.store.own_files_back import PENDING, PutBack
from tests import factories as make

from .test_own_files import TEXTS, written

REASON = "avant-restauration"


@pytest.fixture
def place(tmp_path):
    """The folder of the cabinet's own files, and beside it a store that was just restored."""
    (tmp_path / "coffre").mkdir()
    own_files_back.leave(tmp_path / "coffre", own_files.dumps(TEXTS), REASON, make.NOW)
    return tmp_path / "formulaires"


def settle(place):
    return own_files_back.settle(place.with_name("coffre"))


def there(folder):
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in found}


def aside(place):
    return place.with_name("formulaires.avant-restauration-20261120-103000")


def test_that_they_are_as_they_were_where_there_was_nothing(place):
    assert settle(place) == PutBack(2)
    assert there(place) == TEXTS
    assert not aside(place).exists()
    assert not (place.with_name("coffre") / PENDING).exists()
    assert settle(place) == PutBack()


def test_that_those_that_differ_are_kept_aside_and_the_others_left(place):
    written(place, {"accueil.toml": "autre", "nouveau.toml": "depuis", "note.txt": "à moi"})
    written(place, {"echelles/sommeil.toml": TEXTS["echelles/sommeil.toml"]})
    assert settle(place) == PutBack(2, aside(place))
    assert there(place) == {**TEXTS, "nouveau.toml": "depuis", "note.txt": "à moi"}
    assert there(aside(place)) == {"accueil.toml": "autre"}


def test_that_the_same_ones_move_nothing(place):
    written(place, TEXTS)
    before = {path: path.stat().st_mtime_ns for path in place.rglob("*")}
    assert settle(place) == PutBack(2)
    assert {path: path.stat().st_mtime_ns for path in place.rglob("*")} == before


def test_that_nothing_is_written_through_a_link(place, tmp_path):
    elsewhere = written(tmp_path / "ailleurs", {"sommeil.toml": "à autrui"})
    place.mkdir()
    (place / "echelles").symlink_to(elsewhere)
    (place / "accueil.toml").symlink_to(elsewhere / "sommeil.toml")
    assert settle(place).kept == aside(place)
    assert there(elsewhere) == {"sommeil.toml": "à autrui"}
    assert there(place) == TEXTS
    assert {path.name for path in aside(place).iterdir()} == {"echelles", "accueil.toml"}


def test_that_a_file_and_a_folder_of_one_name_are_both_kept(place):
    written(place, {"echelles": "un fichier", "accueil.toml/x": "un dossier"})
    settle(place)
    assert there(place) == TEXTS
    assert there(aside(place)) == {"echelles": "un fichier", "accueil.toml/x": "un dossier"}


def test_that_what_is_aside_already_is_never_written_over(place):
    written(aside(place), {"accueil.toml": "le premier"})
    written(place, {"accueil.toml": "le second"})
    settle(place)
    assert there(aside(place)) == {"accueil.toml": "le premier", "accueil.toml.2": "le second"}


def test_that_a_refusal_of_the_disk_is_said_and_tried_again(place):
    place.write_text("a file where the folder should be")
    assert settle(place) == PutBack(waiting=True)
    place.unlink()
    assert settle(place) == PutBack(2)
    assert there(place) == TEXTS


def test_that_a_cut_in_the_middle_goes_on(place):
    written(place, {"accueil.toml": "autre"})
    pending = place.with_name("coffre") / PENDING
    said = pending.read_bytes()
    settle(place)
    shutil.rmtree(place / "echelles")
    written(place, {".accueil.toml.nouveau": "half"})
    (place / "accueil.toml").unlink()
    pending.write_bytes(said)
    assert settle(place) == PutBack(2, aside(place))
    assert there(place) == TEXTS
    assert there(aside(place)) == {"accueil.toml": "autre"}


@pytest.mark.parametrize("content", [b"", b"\n{}", b"/../../x\n{}", b".a-20261120-103000\n[]"])
def test_that_a_damaged_note_writes_nothing(place, content):
    (place.with_name("coffre") / PENDING).write_bytes(content)
    assert settle(place) == PutBack(waiting=True)
    assert [path.name for path in place.parent.iterdir()] == ["coffre"]


def test_that_nothing_is_left_for_nothing_nor_for_what_is_hostile(tmp_path):
    assert own_files_back.leave(tmp_path, b"{}", REASON, make.NOW) == 0
    with pytest.raises(BackupDamaged):
        own_files_back.leave(tmp_path, b'{"../a.toml":""}', REASON, make.NOW)
    assert list(tmp_path.iterdir()) == []
