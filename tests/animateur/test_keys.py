"""Keys behind a passphrase, and their backup behind another."""

import stat

import pytest

from microstructure_desktop.animateur import keys
from microstructure_desktop.animateur.errors import (
    KeysNotWritten,
    KeysThere,
    KeysUnreadable,
    NoKeys,
    PassphraseTooShort,
    SamePassphrase,
)
from microstructure_desktop.exchange.errors import WrongPassphraseOfKeys
from microstructure_desktop.exchange.seal import decrypt, encrypt, lock
from tests.passphrases import stretched_for_nothing

PHRASE, SECOURS = "la phrase de chaque jour", "celle qui dort au coffre"


@pytest.fixture(scope="module", autouse=True)
def _cheap():
    with stretched_for_nothing():
        yield


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Keys and their backup."""
    folder = tmp_path_factory.mktemp("cles")
    path, backup = folder / "cles.age", folder / "coffre" / "sauvegarde.age"
    return path, backup, keys.create(path, PHRASE, backup, SECOURS)


def test_that_the_file_gives_the_same_keys_again(made):
    path, _, cles = made
    assert keys.open_keys(path, PHRASE) == cles
    with pytest.raises(WrongPassphraseOfKeys):
        keys.open_keys(path, SECOURS)
    assert cles.identite.secret.encode() not in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "secret" not in repr(cles)


def test_that_the_backup_is_not_in_the_file_of_every_day(made):
    _, _, cles = made
    sealed = encrypt(b"un mois", [cles.sauvegarde])
    with pytest.raises(Exception, match="quelqu’un d’autre"):
        decrypt(sealed, cles.identites)


def test_that_lost_keys_come_back_from_the_backup(made, tmp_path):
    _, backup, cles = made
    path = tmp_path / "neuf" / "cles.age"
    restored = keys.restore(path, PHRASE, backup, SECOURS)
    assert restored.signature == cles.signature
    assert restored.sauvegarde == cles.sauvegarde
    assert restored.identite != cles.identite
    both = encrypt(b"un mois", cles.destinataires)
    assert decrypt(both, restored.identites) == b"un mois"
    assert keys.open_keys(path, PHRASE) == restored


def test_that_rotated_keys_still_open_what_was_on_its_way(made, tmp_path):
    first, _, cles = made
    path = tmp_path / "cles.age"
    path.write_bytes(first.read_bytes())
    rotated = keys.rotate(path, PHRASE, tmp_path / "sauvegarde-2.age", SECOURS)
    assert rotated.precedente == cles.signature
    assert rotated.signature != cles.signature
    assert not set(rotated.destinataires) & set(cles.destinataires)
    assert decrypt(encrypt(b"x", [cles.identite.recipient]), rotated.identites) == b"x"
    assert keys.open_keys(path, PHRASE) == rotated


def test_that_nothing_there_is_ever_overwritten(made, tmp_path):
    path, backup, _ = made
    kept = path.read_bytes(), backup.read_bytes()
    with pytest.raises(KeysThere):
        keys.create(path, PHRASE, tmp_path / "autre.age", SECOURS)
    with pytest.raises(KeysThere):
        keys.create(tmp_path / "cles.age", PHRASE, backup, SECOURS)
    with pytest.raises(KeysThere):
        keys.rotate(path, PHRASE, backup, SECOURS)
    with pytest.raises(KeysThere):
        keys.restore(path, PHRASE, backup, SECOURS)
    assert (path.read_bytes(), backup.read_bytes()) == kept
    assert list(tmp_path.iterdir()) == []


def test_that_one_passphrase_does_not_open_both(tmp_path):
    with pytest.raises(SamePassphrase):
        keys.create(tmp_path / "a.age", PHRASE, tmp_path / "b.age", PHRASE)
    with pytest.raises(SamePassphrase):
        keys.restore(tmp_path / "a.age", PHRASE, tmp_path / "b.age", PHRASE)
    assert list(tmp_path.iterdir()) == []


def test_that_a_short_passphrase_is_refused(tmp_path):
    for phrases in (("onze lettre", SECOURS), (PHRASE, " " * 20)):
        with pytest.raises(PassphraseTooShort):
            keys.create(tmp_path / "a.age", phrases[0], tmp_path / "b.age", phrases[1])
    assert list(tmp_path.iterdir()) == []


def test_that_a_missing_or_damaged_file_is_said(made, tmp_path):
    path, backup, _ = made
    with pytest.raises(NoKeys):
        keys.open_keys(tmp_path / "absent.age", PHRASE)
    with pytest.raises(NoKeys):
        keys.restore(tmp_path / "cles.age", PHRASE, tmp_path / "absent.age", SECOURS)
    (tmp_path / "x.age").write_bytes(b"not keys")
    with pytest.raises(KeysUnreadable):
        keys.open_keys(tmp_path / "x.age", PHRASE)
    with pytest.raises(KeysUnreadable):
        keys.open_keys(backup, SECOURS)
    with pytest.raises(KeysUnreadable):
        keys.restore(tmp_path / "cles.age", "une autre phrase", path, PHRASE)


@pytest.mark.parametrize(
    "content",
    [b"[]", b"{}", b'{"signature": "00", "identite": "x", "sauvegarde": "y", "anciennes": []}'],
)
def test_that_a_file_that_holds_something_else_is_refused(tmp_path, content):
    path = tmp_path / "cles.age"
    path.write_bytes(lock(content, PHRASE))
    with pytest.raises(KeysUnreadable):
        keys.open_keys(path, PHRASE)


def test_that_a_place_that_takes_no_file_is_said(tmp_path):
    (tmp_path / "fichier").write_bytes(b"")
    with pytest.raises(KeysNotWritten):
        keys.create(tmp_path / "a.age", PHRASE, tmp_path / "fichier" / "b.age", SECOURS)
    assert not (tmp_path / "a.age").exists()
