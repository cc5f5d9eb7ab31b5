"""A backup is read as a restoration would read it: damage anywhere is found."""

import pytest

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.store import backup_reading, msmabak
from microstructure_desktop.store.backup_failures import (
    BackupDamaged,
    BackupOtherKey,
    BackupUnreadable,
    NotABackup,
)
from microstructure_desktop.store.keys import DatabaseKey
from tests import factories as make
from tests.altered_log import alter, tamper

from .backups import a_backup_folder, summed, with_own


@pytest.fixture
def backups(store, coffre, home):
    return a_backup_folder(store, coffre, home)


def test_that_it_says_what_is_in_it(backups, coffre):
    contents = backups.read(backups.make())
    assert (contents.patients, contents.derniere_saisie) == (1, make.NOW)
    assert contents.manifeste.store_id == coffre.keyring.store_id
    assert contents.manifeste.seq == 2


def test_that_reading_changes_nothing_and_leaves_nothing(backups):
    path = backups.make()
    before, left = path.read_bytes(), set(backups.workshop.iterdir())
    backups.read(path)
    assert path.read_bytes() == before
    assert set(backups.workshop.iterdir()) == left == set()


def test_that_every_check_is_told(backups):
    examined = backup_reading.examine(backups.make(), backups.key, backups.workshop)
    assert [c.name for c in examined.checks] == [
        "fichier",
        "trousseau",
        "formulaires",
        "ouverture",
        "structure",
        "integrite",
        "schema",
        "historique",
        "listes",
        "acces",
        "etiquette",
    ]
    assert examined.contents is not None


def test_that_a_database_damaged_before_it_was_packed_is_refused(backups):
    path = backups.make()
    head = msmabak.look(path)
    content = path.read_bytes()
    for page in range(0, head.length // 4096, 5):
        changed = bytearray(content)
        changed[head.start + page * 4096 + 700] ^= 1
        path.write_bytes(summed(bytes(changed)))
        with pytest.raises(BackupDamaged):
            backups.read(path)


def test_that_another_key_is_another_key_and_not_damage(backups):
    with pytest.raises(BackupOtherKey):
        backups.read(backups.make(), DatabaseKey.generate())


def test_that_a_label_and_a_content_of_two_backups_do_not_go_together(backups):
    first = backups.make()
    backups.save()
    second = backups.make()
    one, two = msmabak.look(first), msmabak.look(second)
    whole = first.read_bytes()[: one.start - 8]
    database = second.read_bytes()[two.start - 8 :]
    second.write_bytes(summed(whole + database))
    with pytest.raises(BackupDamaged) as refused:
        backups.read(second)
    assert refused.value.check == "sceau"


def test_that_only_who_has_the_key_says_what_the_cabinet_wrote(backups):
    path = backups.make()
    own = b'{"a.toml":"id = 1"}'
    with_own(path, own, None)
    with pytest.raises(BackupDamaged) as refused:
        backup_reading.look(path)
    assert refused.value.check == "formulaires"
    with_own(path := backups.make(), own, DatabaseKey.generate())
    with pytest.raises(BackupDamaged) as refused:
        backups.read(path)
    assert refused.value.check == "sceau"
    with_own(path := backups.make(), own, backups.key)
    assert backups.read(path).formulaires == 1


def test_that_a_hostile_name_is_told_whoever_wrote_it(backups):
    path = backups.make()
    with_own(path, b'{"../../a.toml":"id = 1"}', backups.key)
    examined = backup_reading.examine(path, backups.key, backups.workshop)
    assert [c.name for c in examined.checks if c.failure] == ["formulaires"]
    assert len(examined.checks) == 11
    assert examined.contents is None


def test_that_what_is_no_backup_is_said_so(backups, tmp_path):
    other = tmp_path / "photo.jpg"
    other.write_bytes(b"\xff\xd8" + bytes(3000))
    with pytest.raises(NotABackup):
        backup_reading.look(other)
    with pytest.raises(BackupUnreadable):
        backup_reading.look(tmp_path / "absent")
    with pytest.raises(BackupUnreadable):
        backups.read(tmp_path / "absent")


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("update acces set motif = 'Autre' where dseq = 1", "une ligne n’est plus celle"),
        ("delete from acces where dseq = 1", "des lignes en ont été retirées"),
    ],
)
def test_that_an_altered_access_log_is_said_and_refuses_no_backup(backups, harm, said):
    with backups.store.begin(make.AUTHOR, make.NOW) as work:
        for _ in range(2):
            work.acces.note(Action.CONNEXION)
    tamper(backups.store, harm)
    path = backups.make()
    examined = backup_reading.examine(path, backups.key, backups.workshop)
    assert [c.name for c in examined.checks if c.warning] == ["acces"]
    assert said in examined.contents.journal
    assert backups.read(path).patients == 1


def test_that_an_altered_history_still_refuses(backups):
    with backups.store.begin(make.AUTHOR, make.NOW) as work:
        work.acces.note(Action.CONNEXION)
    alter(backups.store)
    raw = backups.store._raw
    ((kept,),) = raw.execute("select sql from sqlite_schema where name = 'revision_no_update'")
    raw.execute("drop trigger revision_no_update")
    raw.execute("update revision set payload = '{}' where seq = 1")
    raw.execute(kept)
    with pytest.raises(BackupDamaged) as refused:
        backups.make()
    assert refused.value.check == "contenu"
