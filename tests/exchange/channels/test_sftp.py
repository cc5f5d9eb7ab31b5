"""SFTP: to the confirmed host only, whole or not at all."""

import asyncssh
import pytest

from microstructure_desktop.domain.boite_envoi import Resultat
from microstructure_desktop.exchange.channels import Depot, Detail

from . import servers
from .fault_proxy import Fault, Kind
from .rounds import deliver, random_bytes, random_faults
from .sftp_case import HOST_KEY, USER_KEY, channel

NAME = "MSMA_OCC-31-007_2026-10_0003_0a1b2c3d.msma"
DATA = random_bytes(1, 30_000)
DONE = Depot(Resultat.DEPOSE)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    "secret",
    [servers.PASSWORD, USER_KEY.export_private_key().decode()],
    ids=["password", "key"],
)
def test_that_the_server_holds_the_very_bytes(sftp_port, depot, secret):
    assert channel(sftp_port, secret=secret).put(NAME, DATA) == DONE
    assert (depot / NAME).read_bytes() == DATA
    assert names(depot) == [NAME]


def test_that_sending_twice_is_sending_once(sftp_port, depot):
    channel(sftp_port).put(NAME, DATA)
    assert channel(sftp_port).put(NAME, DATA) == Depot(Resultat.DEJA_LA)
    assert names(depot) == [NAME]


@pytest.mark.parametrize("there", [b"", DATA[:-1], DATA + b"x"])
def test_that_other_bytes_under_that_name_are_kept(sftp_port, depot, there):
    (depot / NAME).write_bytes(there)
    assert channel(sftp_port).put(NAME, DATA) == Depot(Resultat.CONFLIT)
    assert (depot / NAME).read_bytes() == there


@pytest.mark.parametrize(
    ("there", "expected"), [(b"other", Resultat.CONFLIT), (DATA, Resultat.DEJA_LA)]
)
def test_that_what_appears_meanwhile_is_kept(depot, there, expected):
    class Shared(asyncssh.SFTPServer):
        def rename(self, oldpath, newpath):
            (depot / NAME).write_bytes(there)
            super().rename(oldpath, newpath)

    with servers.sftp(depot, HOST_KEY, files=Shared) as port:
        assert channel(port).put(NAME, DATA) == Depot(expected)
    assert {path.name: path.read_bytes() for path in depot.iterdir()} == {NAME: there}


def test_that_a_rename_that_fails_leaves_nothing(depot):
    class Failing(asyncssh.SFTPServer):
        def rename(self, oldpath, newpath):
            raise asyncssh.SFTPFailure("words that nobody repeats")

    with servers.sftp(depot, HOST_KEY, files=Failing) as port:
        assert channel(port).put(NAME, DATA) == Depot(Resultat.INJOIGNABLE, Detail.SERVEUR)
    assert names(depot) == []


def test_that_a_server_that_spoils_a_file_never_gives_it_its_name(depot):
    class Spoiling(asyncssh.SFTPServer):
        def write(self, file_obj, offset, data):
            return super().write(file_obj, offset, data[:-1] + b"?")

    with servers.sftp(depot, HOST_KEY, files=Spoiling) as port:
        assert channel(port).put(NAME, DATA) == Depot(Resultat.INJOIGNABLE, Detail.RELECTURE)
    assert names(depot) == []


def test_that_a_server_without_room_is_to_try_later(depot):
    class Full(asyncssh.SFTPServer):
        def write(self, file_obj, offset, data):
            raise asyncssh.SFTPNoSpaceOnFilesystem("no space")

    with servers.sftp(depot, HOST_KEY, files=Full) as port:
        opened = channel(port)
        assert opened.put(NAME, DATA).resultat is Resultat.INJOIGNABLE


@pytest.mark.parametrize("folder", ["/2026/octobre", "//2026/octobre", "/2026/octobre/"])
def test_that_a_folder_is_found(sftp_port, depot, folder):
    (depot / "2026" / "octobre").mkdir(parents=True)
    assert channel(sftp_port, folder=folder).put(NAME, DATA) == DONE
    assert names(depot / "2026" / "octobre") == [NAME]


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
def test_that_what_a_person_must_mend_is_a_refusal(sftp_port, depot, change, detail):
    assert channel(sftp_port, **change).put(NAME, DATA) == Depot(Resultat.REFUSE, detail)
    assert names(depot) == []


def test_that_a_black_hole_ends_in_time(sftp_port, network):
    proxy = network(sftp_port)
    for at in (0, 1_000, 5_000, 20_000):
        proxy.script = [Fault(Kind.BLACK_HOLE, at)]
        expected = Depot(Resultat.INJOIGNABLE, Detail.DELAI)
        assert channel(proxy.port, timeout=0.5).put(NAME, DATA) == expected


@pytest.mark.parametrize("seed", range(12))
def test_that_random_faults_end_in_one_whole_file(sftp_port, depot, network, caplog, seed):
    data = random_bytes(seed, (800, 30_000, 200_000)[seed % 3])
    proxy = network(sftp_port)
    proxy.script = random_faults(seed, len(data))
    outcomes = deliver(channel(proxy.port, timeout=1), proxy, NAME, data)
    assert outcomes.count(Resultat.DEPOSE) <= 1
    assert caplog.records == []  # nor does asyncio tell of an exception that nobody heard
    assert (depot / NAME).read_bytes() == data
    assert [name for name in names(depot) if not name.endswith(".part")] == [NAME]
    assert channel(sftp_port).put(NAME, data) == Depot(Resultat.DEJA_LA)


def test_that_receipts_are_read_where_they_are_left(sftp_port, depot):
    assert list(channel(sftp_port).receipts()) == []
    (depot / "accuses").mkdir()
    good = {f"accuse_{i:08x}.msma-ack": b"{%d}" % i for i in range(3)}
    others = {NAME: b"", "accuse_ffffffff.msma-ack": b"x" * (64 * 1024 + 1)}
    for name, data in (good | others).items():
        (depot / "accuses" / name).write_bytes(data)
    assert dict(channel(sftp_port).receipts()) == good
