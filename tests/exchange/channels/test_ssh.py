"""A session is opened with the confirmed host and with no other, by what the cabinet set up."""

import pytest

from microstructure_desktop.domain.boite_envoi import Resultat
from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.exchange.channels import Depot, Detail, host_key_of, open_channel
from microstructure_desktop.exchange.channels.ssh import Place

from .fault_proxy import Fault, Kind
from .sftp_case import PINNED, USER_KEY, channel

NAME = "MSMA_OCC-31-007_2026-10_0003_0a1b2c3d.msma"
DATA = b"x" * 6_000


@pytest.mark.parametrize(
    "pin",
    [USER_KEY.get_fingerprint("sha256"), "", "SHA256:", "é"],
    ids=["another", "none", "empty", "odd"],
)
def test_that_no_other_host_is_spoken_to(sftp_port, depot, network, pin):
    proxy = network(sftp_port)
    expected = Depot(Resultat.REFUSE, Detail.CLE_HOTE)
    assert channel(proxy.port, pin=pin).put(NAME, DATA) == expected
    assert list(channel(proxy.port, pin=pin).receipts()) == []
    assert list(depot.iterdir()) == []
    assert pin or proxy.played == []


def test_that_the_key_of_a_host_can_be_shown(sftp_port):
    assert host_key_of(f"127.0.0.1:{sftp_port}/depot", timeout=10) == PINNED


def test_that_a_host_that_is_silent_shows_no_key(sftp_port, network):
    proxy = network(sftp_port)
    proxy.script = [Fault(Kind.REFUSED), Fault(Kind.BLACK_HOLE)]
    for _ in range(2):
        assert host_key_of(f"127.0.0.1:{proxy.port}", timeout=0.3) is None
    with pytest.raises(ValueError, match=r"^not the address of an SFTP folder$"):
        host_key_of("127.0.0.1:port", timeout=1)


def test_that_this_computer_s_own_keys_are_not_used(sftp_port, depot, tmp_path, monkeypatch):
    (tmp_path / ".ssh").mkdir()
    (tmp_path / ".ssh" / "id_ed25519").write_bytes(USER_KEY.export_private_key())
    (tmp_path / ".ssh" / "id_ed25519").chmod(0o600)
    (tmp_path / ".ssh" / "config").write_text("Host *\n  ProxyCommand false\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    expected = Depot(Resultat.REFUSE, Detail.COMPTE)
    assert channel(sftp_port, secret="wrong").put(NAME, DATA) == expected
    assert channel(sftp_port).put(NAME, DATA) == Depot(Resultat.DEPOSE)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("sftp.example.org", Place("sftp.example.org", 22, "")),
        ("sftp://sftp.example.org:2222/depot", Place("sftp.example.org", 2222, "depot")),
        ("[::1]:22//srv", Place("::1", 22, "/srv")),
    ],
)
def test_that_an_address_is_read(address, place):
    assert Place.read(address) == place


@pytest.mark.parametrize("address", ["", "/depot", "me@h", "h:x", "h:99999", "http://h/", "h/#a"])
def test_that_what_is_no_address_is_refused(address):
    reglage = Reglage(CanalId("c"), TypeCanal.SFTP, "Dépôt", address, "me", "x", PINNED)
    expected = Depot(Resultat.REFUSE, Detail.ADRESSE)
    assert open_channel(reglage, timeout=1).put(NAME, DATA) == expected
