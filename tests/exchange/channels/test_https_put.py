"""HTTPS PUT: created once, compared where it may be, completed where it was cut."""

import secrets

import boto3
import pytest
from botocore.config import Config
from moto.server import ThreadedMotoServer

from microstructure_desktop.domain.boite_envoi import Resultat
from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.exchange.channels import Depot, Detail, open_channel

from . import applications, servers
from .fault_proxy import Fault, Kind
from .rounds import deliver, random_bytes, random_faults

NAME = "MSMA_OCC-31-007_2026-10_0003_0a1b2c3d.msma"
DATA = random_bytes(1, 30_000)
DONE = Depot(Resultat.DEPOSE)


def channel(address, *, account="", secret="", timeout=10):
    reglage = Reglage(CanalId("c"), TypeCanal.HTTPS, "Dépôt", address, account, secret)
    return open_channel(reglage, timeout=timeout)


def plain(port, **more):
    """The WebDAV server, used as one that knows PUT and GET only."""
    address = f"http://127.0.0.1:{port}/"
    return channel(address, account=servers.ACCOUNT, secret=servers.PASSWORD, **more)


class Bucket:
    """An object store, and links to it that were signed for one name."""

    def __init__(self, port, name):
        self.port, self.name = port, name
        self.client = self._client(port)
        self.client.create_bucket(
            Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-3"}
        )

    def _client(self, port):
        return boto3.client(
            "s3",
            endpoint_url=f"http://127.0.0.1:{port}",
            aws_access_key_id="x",
            aws_secret_access_key="y",
            region_name="eu-west-3",
            config=Config(signature_version="s3v4", s3={"addressing_style": "path"}),
        )

    def link(self, key=NAME, port=None):
        where = {"Bucket": self.name, "Key": key}
        signer = self._client(port or self.port)
        return signer.generate_presigned_url("put_object", Params=where, ExpiresIn=3600)

    def holds(self):
        listed = self.client.list_objects_v2(Bucket=self.name).get("Contents", [])
        keys = [entry["Key"] for entry in listed]
        get = self.client.get_object
        return {key: get(Bucket=self.name, Key=key)["Body"].read() for key in keys}


@pytest.fixture(scope="module")
def store():
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    yield server.get_host_and_port()[1]
    server.stop()


@pytest.fixture
def bucket(store):
    return Bucket(store, f"depot-{secrets.token_hex(4)}")


def test_that_a_signed_link_takes_the_very_bytes_once(bucket):
    assert channel(bucket.link()).put(NAME, DATA) == DONE
    assert bucket.holds() == {NAME: DATA}
    assert channel(bucket.link()).put(NAME, DATA) == Depot(Resultat.DEJA_LA)


def test_that_another_object_is_kept(bucket):
    bucket.client.put_object(Bucket=bucket.name, Key=NAME, Body=b"other")
    assert channel(bucket.link()).put(NAME, DATA) == Depot(Resultat.CONFLIT)
    assert bucket.holds() == {NAME: b"other"}


@pytest.mark.parametrize("seed", range(10))
def test_that_random_faults_end_in_one_whole_object(bucket, network, seed):
    data = random_bytes(seed, (800, 30_000)[seed % 2])
    proxy = network(bucket.port)
    proxy.script = random_faults(seed, len(data))
    outcomes = deliver(channel(bucket.link(port=proxy.port), timeout=1), proxy, NAME, data)
    assert outcomes.count(Resultat.DEPOSE) <= 1
    assert bucket.holds() == {NAME: data}


def test_that_a_name_is_added_or_put_in_its_place(webdav_port, depot):
    base = f"http://127.0.0.1:{webdav_port}/"
    account = {"account": servers.ACCOUNT, "secret": servers.PASSWORD}
    assert channel(base, **account).put("a.msma", DATA) == DONE
    assert channel(base + "x-{nom}?sig=1", **account).put("b.msma", DATA) == DONE
    assert channel(base + "one", **account).put("c.msma", DATA) == DONE
    assert sorted(path.name for path in depot.iterdir()) == ["a.msma", "one", "x-b.msma"]


def test_that_an_upload_cut_in_the_middle_is_completed(webdav_port, depot, network):
    proxy = network(webdav_port)
    proxy.script = [Fault(Kind.RESET, 20_000)]
    assert plain(proxy.port).put(NAME, DATA).resultat is Resultat.INJOIGNABLE
    assert 0 < (depot / NAME).stat().st_size < len(DATA)
    assert plain(proxy.port).put(NAME, DATA) == DONE
    assert (depot / NAME).read_bytes() == DATA
    assert plain(proxy.port).put(NAME, DATA) == Depot(Resultat.DEJA_LA)


@pytest.mark.parametrize("seed", range(12))
def test_that_a_plain_server_ends_with_the_whole_file(webdav_port, depot, network, seed):
    data = random_bytes(seed, (800, 30_000, 200_000)[seed % 3])
    proxy = network(webdav_port)
    proxy.script = random_faults(seed, len(data))
    deliver(plain(proxy.port, timeout=0.7), proxy, NAME, data)
    assert {path.name: path.read_bytes() for path in depot.iterdir()} == {NAME: data}
    assert plain(webdav_port).put(NAME, data) == Depot(Resultat.DEJA_LA)


@pytest.mark.parametrize("there", [DATA + b"x", b"other"])
def test_that_other_bytes_under_that_name_are_kept(webdav_port, depot, there):
    (depot / NAME).write_bytes(there)
    assert plain(webdav_port).put(NAME, DATA) == Depot(Resultat.CONFLIT)
    assert (depot / NAME).read_bytes() == there


def test_that_what_may_not_be_read_is_believed_and_told(depot):
    """A name with the id of the bundle in it can only be ours; another may be anybody's."""
    with servers.web(applications.write_only(servers.webdav(depot))) as port:
        base = f"http://127.0.0.1:{port}/"
        account = {"account": servers.ACCOUNT, "secret": servers.PASSWORD}
        for address, again in ((base, Resultat.DEJA_LA), (base + "one", Resultat.CONFLIT)):
            opened = channel(address, **account)
            assert opened.put(NAME, DATA) == Depot(Resultat.DEPOSE, Detail.NON_RELU)
            assert opened.put(NAME, DATA) == Depot(again, Detail.NON_RELU)
    assert {path.read_bytes() for path in depot.iterdir()} == {DATA}


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("403 Forbidden", Depot(Resultat.REFUSE, Detail.INTERDIT)),
        ("404 Not Found", Depot(Resultat.REFUSE, Detail.ABSENT)),
        ("409 Conflict", Depot(Resultat.INJOIGNABLE, Detail.SERVEUR)),
        ("503 Slow Down", Depot(Resultat.INJOIGNABLE, Detail.SERVEUR)),
    ],
)
def test_that_an_answer_has_its_meaning(status, expected):
    with servers.web(applications.answering(status, ("Content-Length", "0"))) as port:
        assert channel(f"http://127.0.0.1:{port}/").put(NAME, DATA) == expected


def test_that_a_server_that_keeps_something_else_is_caught():
    with servers.web(applications.answering("200 OK", body=b"<html>")) as port:
        expected = Depot(Resultat.INJOIGNABLE, Detail.RELECTURE)
        assert channel(f"http://127.0.0.1:{port}/").put(NAME, DATA) == expected


def test_that_no_receipt_is_looked_for(webdav_port):
    assert list(plain(webdav_port).receipts()) == []
