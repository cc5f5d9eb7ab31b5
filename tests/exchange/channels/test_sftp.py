"""SFTP: to the confirmed host only, whole or not at all."""

import asyncssh
import pytest

from microstructure_desktop.domain.boite_envoi import Resultat
from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.exchange.channels import Depot, Detail, host_key_of, open_channel
from microstructure_desktop.exchange.channels.sftp import Place

from . import servers
from .fault_proxy import Fault, Kind
from .rounds import deliver, random_bytes, random_faults

NAME = "MSMA_OCC-31-007_2026-10_0003_0a1b2c3d.msma"
DATA = random_bytes(1, 30_000)
DONE = Depot(Resultat.DEPOSE)
HOST_KEY = asyncssh.generate_private_key("ssh-ed25519")
USER_KEY = asyncssh.generate_private_key("ssh-ed25519")
PINNED = HOST_KEY.get_fingerprint("sha256")


@pytest.fixture
def port(depot):
    with servers.sftp(depot, HOST_KEY, USER_KEY.convert_to_public()) as port:
        yield port


def channel(
    port, *, folder="", account=servers.ACCOUNT, secret=servers.PASSWORD, pin=PINNED, timeout=10
):
    address = f"127.0.0.1:{port}{folder}"
    reglage = Reglage(CanalId("c"), TypeCanal.SFTP, "Dépôt", address, account, secret, pin)
    return open_channel(reglage, timeout=timeout)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    "secret",
    [servers.PASSWORD, USER_KEY.export_private_key().decode()],
    ids=["password", "key"],
)
def test_that_the_server_holds_the_very_bytes(port, depot, secret):
    assert channel(port, secret=secret).put(NAME, DATA) == DONE
    assert (depot / NAME).read_bytes() == DATA
    assert names(depot) == [NAME]


def test_that_sending_twice_is_sending_once(port, depot):
    channel(port).put(NAME, DATA)
    assert channel(port).put(NAME, DATA) == Depot(Resultat.DEJA_LA)
    assert names(depot) == [NAME]


@pytest.mark.parametrize("there", [b"", DATA[:-1], DATA + b"x"])
def test_that_other_bytes_under_that_name_are_kept(port, depot, there):
    (depot / NAME).write_bytes(there)
    assert channel(port).put(NAME, DATA) == Depot(Resultat.CONFLIT)
    assert (depot / NAME).read_bytes() == there


@pytest.mark.parametrize("folder", ["/2026/octobre", "//2026/octobre", "/2026/octobre/"])
def test_that_a_folder_is_found(port, depot, folder):
    (depot / "2026" / "octobre").mkdir(parents=True)
    assert channel(port, folder=folder).put(NAME, DATA) == DONE
    assert names(depot / "2026" / "octobre") == [NAME]


@pytest.mark.parametrize(
    "pin",
    [USER_KEY.get_fingerprint("sha256"), "", "SHA256:", "é"],
    ids=["another", "none", "empty", "odd"],
)
def test_that_no_other_host_is_spoken_to(port, depot, network, pin):
    proxy = network(port)
    expected = Depot(Resultat.REFUSE, Detail.CLE_HOTE)
    assert channel(proxy.port, pin=pin).put(NAME, DATA) == expected
    assert list(channel(proxy.port, pin=pin).receipts()) == []
    assert names(depot) == []
    assert pin or proxy.played == []


def test_that_the_key_of_a_host_can_be_shown(port):
    assert host_key_of(f"127.0.0.1:{port}/depot", timeout=10) == PINNED


def test_that_a_host_that_is_silent_shows_no_key(port, network):
    proxy = network(port)
    proxy.script = [Fault(Kind.REFUSED), Fault(Kind.BLACK_HOLE)]
    for _ in range(2):
        assert host_key_of(f"127.0.0.1:{proxy.port}", timeout=0.3) is None
    with pytest.raises(ValueError, match=r"^not the address of an SFTP folder$"):
        host_key_of("127.0.0.1:port", timeout=1)


@pytest.mark.parametrize(
    ("change", "detail"),
    [
        ({"secret": "wrong"}, Detail.COMPTE),
        ({"account": "other"}, Detail.COMPTE),
        ({"secret": "-----BEGIN OPENSSH PRIVATE KEY-----\nx\n"}, Detail.COMPTE),
        ({"folder": "/nowhere"}, Detail.ABSENT),
        ({"folder": "/depot?x"}, Detail.ADRESSE),
    ],
)
def test_that_what_a_person_must_mend_is_a_refusal(port, depot, change, detail):
    assert channel(port, **change).put(NAME, DATA) == Depot(Resultat.REFUSE, detail)
    assert names(depot) == []


def test_that_this_computer_s_own_keys_are_not_used(port, depot, tmp_path, monkeypatch):
    (tmp_path / ".ssh").mkdir()
    (tmp_path / ".ssh" / "id_ed25519").write_bytes(USER_KEY.export_private_key())
    (tmp_path / ".ssh" / "id_ed25519").chmod(0o600)
    (tmp_path / ".ssh" / "config").write_text("Host *\n  User somebody\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    expected = Depot(Resultat.REFUSE, Detail.COMPTE)
    assert channel(port, secret="wrong").put(NAME, DATA) == expected
    assert channel(port).put(NAME, DATA) == DONE


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


def test_that_a_black_hole_ends_in_time(port, network):
    proxy = network(port)
    for at in (0, 1_000, 5_000, 20_000):
        proxy.script = [Fault(Kind.BLACK_HOLE, at)]
        expected = Depot(Resultat.INJOIGNABLE, Detail.DELAI)
        assert channel(proxy.port, timeout=0.5).put(NAME, DATA) == expected


@pytest.mark.parametrize("seed", range(12))
def test_that_random_faults_end_in_one_whole_file(port, depot, network, seed):
    data = random_bytes(seed, (800, 30_000, 200_000)[seed % 3])
    proxy = network(port)
    proxy.script = random_faults(seed, len(data))
    outcomes = deliver(channel(proxy.port, timeout=1), proxy, NAME, data)
    assert outcomes.count(Resultat.DEPOSE) <= 1
    assert (depot / NAME).read_bytes() == data
    assert [name for name in names(depot) if not name.endswith(".part")] == [NAME]
    assert channel(port).put(NAME, data) == Depot(Resultat.DEJA_LA)


def test_that_receipts_are_read_where_they_are_left(port, depot):
    assert list(channel(port).receipts()) == []
    (depot / "accuses").mkdir()
    good = {f"accuse_{i:08x}.msma-ack": b"{%d}" % i for i in range(3)}
    others = {NAME: b"", "accuse_ffffffff.msma-ack": b"x" * (64 * 1024 + 1)}
    for name, data in (good | others).items():
        (depot / "accuses" / name).write_bytes(data)
    assert dict(channel(port).receipts()) == good
