"""What the cabinet wrote goes with a backup; a name that would leave its folder goes nowhere."""

import json
import os

import pytest

from microstructure_desktop.store import own_files
from microstructure_desktop.store.backup_failures import BackupDamaged

TEXTS = {"accueil.toml": "id = 'é'\r\n", "echelles/sommeil.toml": "\ufeffid = 2"}


def written(folder, texts):
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def test_that_what_is_there_is_carried_to_the_byte(tmp_path):
    content = own_files.part(written(tmp_path, TEXTS))
    assert content == (
        '{"accueil.toml":"id = \'é\'\\r\\n","echelles/sommeil.toml":"\ufeffid = 2"}'.encode()
    )
    assert own_files.loads(content) == TEXTS


def test_that_no_folder_is_nothing(tmp_path):
    assert own_files.part(tmp_path / "absent") == b"{}"
    assert own_files.loads(b"{}") == {}


def test_that_what_cannot_be_carried_prevents_nothing(tmp_path, caplog):
    folder = written(tmp_path / "formulaires", {**TEXTS, "note.txt": "", "con.toml": ""})
    secret = tmp_path / "ailleurs.toml"
    secret.write_text("hors du dossier")
    (folder / "lien.toml").symlink_to(secret)
    (folder / "dossier").symlink_to(tmp_path)
    (folder / "long.toml").write_bytes(b"#" * 200_001)
    (folder / "latin.toml").write_bytes(b"\xe9")
    (folder / os.fsdecode(b"nom\xe9.toml")).write_bytes(b"")
    (folder / "rep.toml").mkdir()
    assert own_files.loads(own_files.part(folder)) == TEXTS
    assert "5 files of the cabinet are in no backup" in caplog.text


def test_that_they_are_not_too_many_nor_too_long(tmp_path, monkeypatch):
    folder = written(tmp_path, {f"{rank:03}.toml": "x" * 20 for rank in range(10)})
    monkeypatch.setattr(own_files, "MOST", 4)
    assert list(own_files.loads(own_files.part(folder))) == [f"{rank:03}.toml" for rank in range(4)]
    monkeypatch.setattr(own_files, "LARGEST", 100)
    content = own_files.part(folder)
    assert len(own_files.loads(content)) == 2  # 34 bytes each, with its quotes and its comma
    with pytest.raises(BackupDamaged):
        own_files.loads(content + b" " * 100)


def test_that_two_that_other_systems_take_for_one_are_not_both_carried(tmp_path):
    folder = written(tmp_path, {"A.toml": "1", "a.toml": "2", "b.toml/c.toml": "3"})
    assert own_files.loads(own_files.part(folder)) == {"A.toml": "1", "b.toml/c.toml": "3"}


@pytest.mark.parametrize(
    "name",
    [
        "../a.toml",
        "a/../../b.toml",
        "/a.toml",
        "a//b.toml",
        "./a.toml",
        "C:\\a.toml",
        "C:a.toml",
        "..\\a.toml",
        "a.toml/",
        "a.exe",
        "a.toml.lnk",
        "",
        ".toml",
        "a\0.toml",
        "a\n.toml",
        "a\u202elmot.toml",
        "nul.toml",
        "AUX .toml",
        "com1.x/a.toml",
        "LPT\u00b2.toml",
        "a./b.toml",
        "a /b.toml",
        "a?.toml",
        "e\u0301.toml",
        "x" * 96 + ".toml",
        "a/" * 6 + "a.toml",
        "\udc80.toml",
    ],
)
def test_that_a_hostile_name_is_refused(name):
    assert not own_files.portable(name)
    content = json.dumps({name: ""}, ensure_ascii=True, separators=(",", ":")).encode()
    with pytest.raises(BackupDamaged):
        own_files.loads(content)


def test_that_usual_names_are_not():
    for name in ("a.toml", "Fiche d’entrée (2).toml", "échelles/à voir/é.toml", "x" * 95 + ".toml"):
        assert own_files.portable(name)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{",
        b"\xff",
        b"[" * 100_000,
        b"9" * 10_000,
        b'{"a.toml": ""}',
        b'{"b.toml":"","a.toml":""}',
        b'{"a.toml":"","a.toml":""}',
        b'{"a.toml":1}',
        b'{"a.toml":null}',
        b'{"a.toml":NaN}',
        b'{"a.toml":{}}',
        b'{"a.toml":"\\ud800"}',
        b'{"A.toml":"","a.toml":""}',
        b'{"a.toml":"","a.toml/b.toml":""}',
        b'{"a.toml":"%s"}' % (b"x" * 200_001),
        b"{%s}" % b",".join(b'"%04d.toml":""' % n for n in range(801)),
    ],
)
def test_that_anything_but_texts_under_sound_names_is_refused(content):
    with pytest.raises(BackupDamaged):
        own_files.loads(content)
