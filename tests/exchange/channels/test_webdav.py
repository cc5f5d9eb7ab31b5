"""WebDAV: whole or not at all on a real server, whatever the network does."""

import pytest

from microstructure_desktop.domain.boite_envoi import Resultat
from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.exchange.channels import Depot, Detail, open_channel

from . import applications, servers
from .fault_proxy import Fault, Kind
from .rounds import deliver, random_bytes, random_faults

NAME = "MSMA_OCC-31-007_2026-10_0003_0a1b2c3d.msma"
DATA = random_bytes(1, 30_000)


def channel(port, *, folder="", account=servers.ACCOUNT, secret=servers.PASSWORD, timeout=10):
    address = f"http://127.0.0.1:{port}/{folder}"
    reglage = Reglage(CanalId("c"), TypeCanal.WEBDAV, "Réseau", address, account, secret)
    return open_channel(reglage, timeout=timeout)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_that_the_server_holds_the_very_bytes(webdav_port, depot):
    assert channel(webdav_port).put(NAME, DATA) == Depot(Resultat.DEPOSE)
    assert (depot / NAME).read_bytes() == DATA
    assert names(depot) == [NAME]


def test_that_sending_twice_is_sending_once(webdav_port, depot):
    channel(webdav_port).put(NAME, DATA)
    assert channel(webdav_port).put(NAME, DATA) == Depot(Resultat.DEJA_LA)
    assert names(depot) == [NAME]


@pytest.mark.parametrize("there", [b"", DATA[:-1], DATA + b"x", b"other"])
def test_that_other_bytes_under_that_name_are_kept(webdav_port, depot, there):
    (depot / NAME).write_bytes(there)
    assert channel(webdav_port).put(NAME, DATA) == Depot(Resultat.CONFLIT)
    assert (depot / NAME).read_bytes() == there


@pytest.mark.parametrize(
    ("there", "expected"), [(b"other", Resultat.CONFLIT), (DATA, Resultat.DEJA_LA)]
)
def test_that_what_appears_meanwhile_is_kept(depot, there, expected):
    def appears(_environ):
        (depot / NAME).write_bytes(there)

    with servers.web(applications.before(servers.webdav(depot), "MOVE", appears)) as port:
        assert channel(port).put(NAME, DATA) == Depot(expected)
    assert {path.name: path.read_bytes() for path in depot.iterdir()} == {NAME: there}


def test_that_a_server_that_spoils_a_file_never_gives_it_its_name(depot):
    def spoils(_environ):
        for path in depot.iterdir():
            path.write_bytes(DATA[:-1] + b"?")

    with servers.web(applications.before(servers.webdav(depot), "GET", spoils)) as port:
        assert channel(port).put(NAME, DATA) == Depot(Resultat.INJOIGNABLE, Detail.RELECTURE)
    assert names(depot) == []


def test_that_a_file_is_hidden_until_it_is_whole(webdav_port, depot, network):
    proxy = network(webdav_port)
    proxy.script = [Fault(Kind.RESET, 20_000)]
    assert channel(proxy.port).put(NAME, DATA).resultat is Resultat.INJOIGNABLE
    (left,) = names(depot)  # this very server keeps what came of it
    assert left.startswith(f".{NAME}.")
    assert left.endswith(".part")
    assert channel(proxy.port).put(NAME, DATA) == Depot(Resultat.DEPOSE)
    assert (depot / NAME).read_bytes() == DATA


def test_that_a_lost_answer_is_made_up_for(webdav_port, depot, network):
    proxy = network(webdav_port)
    proxy.script = [Fault(Kind.REPLY_DROPPED, 3)]  # that to the MOVE
    assert channel(proxy.port).put(NAME, DATA) == Depot(Resultat.INJOIGNABLE, Detail.COUPURE)
    assert channel(proxy.port).put(NAME, DATA) == Depot(Resultat.DEJA_LA)
    assert names(depot) == [NAME]


def test_that_a_black_hole_ends_in_time(webdav_port, network):
    proxy = network(webdav_port)
    proxy.script = [Fault(Kind.BLACK_HOLE, 0)]
    assert channel(proxy.port, timeout=0.2).put(NAME, DATA) == Depot(
        Resultat.INJOIGNABLE, Detail.DELAI
    )
    proxy.script = [Fault(Kind.SLOW, 1_000)]
    assert channel(proxy.port, timeout=0.2).put(NAME, DATA) == Depot(
        Resultat.INJOIGNABLE, Detail.DELAI
    )


@pytest.mark.parametrize("seed", range(15))
def test_that_random_faults_end_in_one_whole_file(webdav_port, depot, network, seed):
    data = random_bytes(seed, (800, 30_000, 200_000)[seed % 3])
    proxy = network(webdav_port)
    proxy.script = random_faults(seed, len(data))
    outcomes = deliver(channel(proxy.port, timeout=0.7), proxy, NAME, data)
    assert outcomes.count(Resultat.DEPOSE) <= 1
    assert (depot / NAME).read_bytes() == data
    assert [name for name in names(depot) if not name.endswith(".part")] == [NAME]
    assert channel(webdav_port).put(NAME, data) == Depot(Resultat.DEJA_LA)


@pytest.mark.parametrize(
    ("change", "detail"),
    [
        ({"secret": "wrong"}, Detail.COMPTE),
        ({"account": ""}, Detail.COMPTE),
        ({"folder": "nowhere/"}, Detail.ABSENT),
    ],
)
def test_that_what_a_person_must_mend_is_a_refusal(webdav_port, depot, change, detail):
    assert channel(webdav_port, **change).put(NAME, DATA) == Depot(Resultat.REFUSE, detail)
    assert names(depot) == []


def test_that_receipts_are_read_where_they_are_left(webdav_port, depot):
    assert list(channel(webdav_port).receipts()) == []
    (depot / "accuses").mkdir()
    assert list(channel(webdav_port).receipts()) == []
    good = {f"accuse_{i:08x}.msma-ack": b"{%d}" % i for i in range(3)}
    others = {
        "accuse_XYZ.msma-ack": b"",
        NAME: b"",
        "accuse_ffffffff.msma-ack": b"x" * (64 * 1024 + 1),
        "accuse_00000001.msma-ack.part": b"",
    }
    for name, data in (good | others).items():
        (depot / "accuses" / name).write_bytes(data)
    assert dict(channel(webdav_port).receipts()) == good


def test_that_receipts_that_cannot_be_reached_are_none(webdav_port, network):
    proxy = network(webdav_port)
    proxy.script = [Fault(Kind.REFUSED)]
    assert list(channel(proxy.port).receipts()) == []
    assert list(channel(webdav_port, secret="wrong").receipts()) == []
    assert proxy.played == [Fault(Kind.REFUSED)]


def test_that_a_name_is_plain(webdav_port):
    for name in ("../a.msma", "a/b", ".a", "", "é", "a" * 152):
        with pytest.raises(ValueError, match="plain"):
            channel(webdav_port).put(name, DATA)
