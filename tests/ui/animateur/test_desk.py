"""The desk: keys and register open together, or not at all."""

import pytest

from microstructure_desktop.animateur.enrol import Projet
from microstructure_desktop.animateur.errors import KeysThere, RegisterAddress
from microstructure_desktop.animateur.register import Register
from microstructure_desktop.exchange.errors import WrongPassphraseOfKeys
from microstructure_desktop.paths import Home
from microstructure_desktop.ui.animateur import desk
from microstructure_desktop.ui.animateur.desk import Desk, Secrets
from tests.animateur.cases import JOUR, new_keys

PHRASE, COFFRE = "une phrase de chaque jour", "celle qui dort au coffre"
PROJET = Projet("OCC", "RAMIP", "05 61 00 00 00")


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "animatrice")


def created(home, tmp_path, url=""):
    secrets = Secrets(PHRASE, tmp_path / "coffre.age", COFFRE)
    return desk.create(home, secrets, PROJET, url, lambda: JOUR)


def current(opened):
    with opened.register.read() as work:
        return work.conventions.current()


def test_that_keys_a_register_and_a_first_convention_are_made_at_once(home, tmp_path):
    made = created(home, tmp_path)
    assert current(made).convention.animateur == "RAMIP"
    assert current(made).faite_le == JOUR
    made.close()
    assert desk.exists(home)
    again = desk.unlock(home, PHRASE, lambda: JOUR)
    assert again.cles == made.cles
    again.close()
    with pytest.raises(WrongPassphraseOfKeys):
        desk.unlock(home, "une autre phrase de passe", lambda: JOUR)


def test_that_the_backup_gives_the_same_signature_back(home, tmp_path):
    made = created(home, tmp_path)
    made.close()
    desk.keys_file(home).unlink()
    secrets = Secrets("une nouvelle phrase", tmp_path / "coffre.age", COFFRE)
    back = desk.restore(home, secrets, "", lambda: JOUR)
    assert back.cles.signature.public == made.cles.signature.public
    assert current(back).convention.animateur == "RAMIP"
    back.close()
    with pytest.raises(KeysThere):
        desk.restore(home, secrets, "", lambda: JOUR)


def test_that_a_register_that_is_none_leaves_no_keys(home, tmp_path):
    with pytest.raises(RegisterAddress):
        created(home, tmp_path, "ftp://ailleurs")
    assert not desk.exists(home)


def test_that_keys_that_are_there_are_never_written_over(home, tmp_path):
    created(home, tmp_path).close()
    before = desk.keys_file(home).read_bytes()
    with pytest.raises(KeysThere):
        created(home, tmp_path)
    assert desk.keys_file(home).read_bytes() == before


def test_that_receipts_go_where_they_were_sent_once(home, tmp_path):
    assert desk.receipts_place(home) == home.animateur / "accuses"
    home.animateur.mkdir(parents=True)
    desk.choose_receipts_place(home, tmp_path / "ailleurs")
    assert desk.receipts_place(home) == tmp_path / "ailleurs"


def test_that_what_was_written_is_told_once(tmp_path):
    opened = Register.open(f"sqlite:///{tmp_path / 'r.db'}")
    made = Desk(Home(tmp_path), opened, new_keys())
    made.changed("registre")
    assert made.take_changes() == {"registre"}
    assert made.take_changes() == frozenset()
    made.close()
