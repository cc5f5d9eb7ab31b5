"""The message a person sends: an address, a subject, the very bytes, nothing else."""

from email import message_from_bytes, policy

import pytest

from microstructure_desktop.domain.boite_envoi import Resultat
from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.exchange.channels import Depot, Detail, open_channel

from .rounds import random_bytes

NAME = "MSMA_OCC-31-007_2026-10_0003_0a1b2c3d.msma"
DATA = random_bytes(1, 30_000)
TO = "animateur@occitanie.example.org"


def channel(folder, adresse=TO, compte=""):
    reglage = Reglage(CanalId("c"), TypeCanal.COURRIEL, "Courriel", adresse, compte)
    return open_channel(reglage, timeout=1, dossier=folder)


def read(folder, name=NAME):
    raw = (folder / f"{name}.eml").read_bytes()
    return raw, message_from_bytes(raw, policy=policy.default)


def test_that_the_message_holds_the_very_bytes(tmp_path):
    ready = Depot(Resultat.DEPOSE, Detail.A_ENVOYER)
    assert channel(tmp_path, compte="dr.lemoine@cabinet.example.org").put(NAME, DATA) == ready
    _, message = read(tmp_path)
    (attached,) = message.iter_attachments()
    assert attached.get_content() == DATA
    assert attached.get_filename() == NAME
    assert message.defects == []
    assert message["From"] == "dr.lemoine@cabinet.example.org"


def test_that_nothing_else_is_said(tmp_path):
    channel(tmp_path).put(NAME, DATA)
    _, message = read(tmp_path)
    told = dict(message.items())
    assert told.pop("Content-Type").startswith("multipart/mixed")
    assert told == {
        "To": TO,
        "Subject": "MSMA OCC-31-007 2026-10",
        "X-Unsent": "1",
        "MIME-Version": "1.0",
    }
    assert message.get_body().get_content().strip() == "MSMA OCC-31-007 2026-10"


def test_that_the_file_is_what_rfc_5322_wants(tmp_path):
    channel(tmp_path).put(NAME, DATA)
    raw, _ = read(tmp_path)
    lines = raw.split(b"\r\n")
    assert max(map(len, lines)) <= 78
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert raw.isascii()


def test_that_preparing_twice_is_preparing_once(tmp_path):
    channel(tmp_path).put(NAME, DATA)
    again = Depot(Resultat.DEJA_LA, Detail.A_ENVOYER)
    assert channel(tmp_path).put(NAME, DATA) == again
    assert channel(tmp_path).put(NAME, DATA + b"x") == Depot(Resultat.CONFLIT)
    assert [path.name for path in tmp_path.iterdir()] == [f"{NAME}.eml"]


def test_that_a_name_of_another_shape_tells_nothing(tmp_path):
    channel(tmp_path).put("essai.txt", DATA)
    assert read(tmp_path, "essai.txt")[1]["Subject"] == "MSMA"


@pytest.mark.parametrize(
    "adresse",
    ["", "animateur", "a@b", "a@b.fr\nBcc: x@y.fr", "a@b.fr, c@d.fr", "A <a@b.fr>", "é@b.fr"],
)
def test_that_what_is_no_address_is_refused(tmp_path, adresse):
    expected = Depot(Resultat.REFUSE, Detail.ADRESSE)
    assert channel(tmp_path, adresse).put(NAME, DATA) == expected
    if adresse:
        assert channel(tmp_path, TO, adresse).put(NAME, DATA) == expected
    assert list(tmp_path.iterdir()) == []


def test_that_a_folder_that_is_not_there_is_said(tmp_path):
    expected = Depot(Resultat.INJOIGNABLE, Detail.ABSENT)
    assert channel(tmp_path / "gone").put(NAME, DATA) == expected


def test_that_no_receipt_is_looked_for(tmp_path):
    assert list(channel(tmp_path).receipts()) == []
