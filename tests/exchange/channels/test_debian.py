"""The same promises on the servers that hosts really use."""

import getpass

import pytest

from microstructure_desktop.domain.boite_envoi import Resultat
from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.exchange.channels import Depot, Detail, host_key_of, open_channel

from . import debian, servers
from .fault_proxy import Fault, Kind
from .rounds import deliver, random_bytes, random_faults

pytestmark = pytest.mark.long

NAME = "MSMA_OCC-31-007_2026-10_0003_0a1b2c3d.msma"
DATA = random_bytes(1, 30_000)
SIZES = (800, 30_000, 300_000)
RECEIPT = "accuse_0a1b2c3d.msma-ack"
# Those that give the name last, and those that can only write under it.
SAFE = ["webdav apache", "webdav nginx", "sftp sshd"]
DIRECT = ["https apache", "https nginx"]
KEYS = debian.keys()
USER_KEY = debian.keys()["ed25519"]


class Server:
    """A running server, the folder behind it, and a channel to it by any port."""

    def __init__(self, kind, port, depot):
        self.kind, self.port, self.depot = kind, port, depot

    def channel(self, port=None, *, timeout=10, pin=None):
        port = port or self.port
        if self.kind is TypeCanal.SFTP:
            secret = USER_KEY.export_private_key().decode()
            pin = pin or KEYS["ed25519"].get_fingerprint("sha256")
            where = f"127.0.0.1:{port}", getpass.getuser(), secret, pin
        else:
            where = f"http://127.0.0.1:{port}/", servers.ACCOUNT, servers.PASSWORD
        return open_channel(Reglage(CanalId("c"), self.kind, "n", *where), timeout=timeout)

    def holds(self):
        found = {path.name: path.read_bytes() for path in self.depot.iterdir() if path.is_file()}
        return {name: data for name, data in found.items() if not name.endswith(".part")}


@pytest.fixture(scope="module")
def running():
    """Each program once: it is slow to start, and quick to empty."""
    with (
        debian.apache() as apache,
        debian.nginx() as nginx,
        debian.sshd(USER_KEY, KEYS) as sshd,
    ):
        yield {"apache": apache, "nginx": nginx, "sshd": sshd}


@pytest.fixture
def server(request, running):
    kind, program = request.param.split()
    port, depot = running[program]
    yield Server(TypeCanal(kind), port, depot)
    for path in sorted(depot.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()


@pytest.mark.parametrize("server", SAFE + DIRECT, indirect=True)
def test_that_the_server_holds_the_very_bytes_once(server):
    assert server.channel().put(NAME, DATA) == Depot(Resultat.DEPOSE)
    assert server.holds() == {NAME: DATA}
    again = server.channel().put(NAME, DATA)
    assert again in {Depot(Resultat.DEJA_LA), Depot(Resultat.DEPOSE)}
    # nginx knows no create-only PUT: the same bytes then took the place of themselves.
    assert again.resultat is Resultat.DEJA_LA or server.kind is TypeCanal.HTTPS
    assert list(server.depot.iterdir()) == [server.depot / NAME]


@pytest.mark.parametrize("server", SAFE, indirect=True)
@pytest.mark.parametrize("there", [b"", DATA[:-1], DATA + b"x", b"other"])
def test_that_other_bytes_under_that_name_are_kept(server, there):
    (server.depot / NAME).write_bytes(there)
    assert server.channel().put(NAME, DATA) == Depot(Resultat.CONFLIT)
    assert server.holds() == {NAME: there}


@pytest.mark.parametrize("server", SAFE + DIRECT, indirect=True)
@pytest.mark.parametrize("seed", range(40))
def test_that_random_faults_end_in_one_whole_file(server, network, seed):
    data = random_bytes(seed, SIZES[seed % 3])
    proxy = network(server.port)
    proxy.script = random_faults(seed, len(data))
    outcomes = deliver(server.channel(proxy.port, timeout=1), proxy, NAME, data)
    assert server.kind is TypeCanal.HTTPS or outcomes.count(Resultat.DEPOSE) <= 1
    assert server.holds() == {NAME: data}


@pytest.mark.parametrize("server", SAFE + DIRECT, indirect=True)
def test_that_receipts_are_read_where_they_are_left(server):
    (server.depot / "accuses").mkdir(mode=0o755)
    (server.depot / "accuses" / RECEIPT).write_bytes(b"{}")
    (server.depot / "accuses" / NAME).write_bytes(b"{}")
    expected = [] if server.kind is TypeCanal.HTTPS else [(RECEIPT, b"{}")]
    assert list(server.channel().receipts()) == expected


@pytest.mark.parametrize("server", SAFE + DIRECT, indirect=True)
def test_that_a_black_hole_ends_in_time(server, network):
    proxy = network(server.port)
    for at in (0, 500, 5_000):
        proxy.script = [Fault(Kind.BLACK_HOLE, at)]
        expected = Depot(Resultat.INJOIGNABLE, Detail.DELAI)
        assert server.channel(proxy.port, timeout=0.5).put(NAME, DATA) == expected


def test_that_a_host_with_several_keys_always_shows_the_same(running):
    port, depot = running["sshd"]
    pinned = KEYS["ed25519"].get_fingerprint("sha256")
    assert {host_key_of(f"127.0.0.1:{port}", timeout=10) for _ in range(3)} == {pinned}
    other = Server(TypeCanal.SFTP, port, depot).channel(pin=KEYS["rsa"].get_fingerprint("sha256"))
    assert other.put(NAME, DATA) == Depot(Resultat.REFUSE, Detail.CLE_HOTE)
