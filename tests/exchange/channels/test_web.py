"""Asking a web server that may be anybody: protected, not led away, not drowned, not talkative."""

import itertools
import logging
import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from cheroot.ssl.builtin import BuiltinSSLAdapter
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from microstructure_desktop.domain.boite_envoi import Resultat
from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.exchange.channels import Depot, Detail, open_channel, web
from microstructure_desktop.exchange.channels.model import Stopped

from . import applications, servers
from .fault_proxy import Fault, Kind

NAME = "MSMA_OCC-31-007_2026-10_0003_0a1b2c3d.msma"
DATA = b"x" * 6_000


def channel(address, timeout=10):
    reglage = Reglage(
        CanalId("c"), TypeCanal.WEBDAV, "Dépôt", address, servers.ACCOUNT, servers.PASSWORD
    )
    return open_channel(reglage, timeout=timeout)


def certificate(folder, *, days=1):
    """One for this computer that vouches for itself, in a file with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "depot")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=3))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address(servers.HOST))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "depot.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return str(path)


def test_that_a_certificate_nobody_vouches_for_stops_everything(tmp_path, depot):
    path = certificate(tmp_path)
    with servers.web(servers.webdav(depot), BuiltinSSLAdapter(path, path)) as port:
        opened = channel(f"https://{servers.HOST}:{port}/")
        assert opened.put(NAME, DATA) == Depot(Resultat.REFUSE, Detail.CERTIFICAT)
    assert list(depot.iterdir()) == []


@pytest.mark.parametrize(
    ("host", "days", "expected"),
    [
        (servers.HOST, 1, Depot(Resultat.DEPOSE)),
        (servers.HOST, -1, Depot(Resultat.REFUSE, Detail.CERTIFICAT)),
        ("localhost", 1, Depot(Resultat.REFUSE, Detail.CERTIFICAT)),
    ],
)
def test_that_the_computer_s_own_authorities_count(
    tmp_path, depot, monkeypatch, host, days, expected
):
    path = certificate(tmp_path, days=days)
    monkeypatch.setenv("SSL_CERT_FILE", path)
    with servers.web(servers.webdav(depot), BuiltinSSLAdapter(path, path)) as port:
        assert channel(f"https://{host}:{port}/").put(NAME, DATA) == expected


def test_that_the_public_authorities_count_too(monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", "")
    known = web._authorities()
    assert len(known.get_ca_certs()) > 50
    assert known.verify_mode is ssl.CERT_REQUIRED
    assert known.check_hostname


@pytest.mark.parametrize(
    "address",
    [
        "http://depot.example.org/",
        "http://127.0.0.1.example.org/",
        "http://localhost@depot.example.org/",
        "https://compte:secret@depot.example.org/",
        "https://depot.example.org/#ici",
        "https://depot.example.org:port/",
        "https://[::1/",
        "ftp://depot.example.org/",
        "https:///depot",
        "depot.example.org",
        "",
    ],
)
def test_that_an_address_without_protection_is_never_asked(address):
    refused = Depot(Resultat.REFUSE, Detail.ADRESSE)
    assert channel(address).put(NAME, DATA) == refused
    assert list(channel(address).receipts()) == []
    with pytest.raises(Stopped) as stopped:
        web.check_url(address)
    assert stopped.value.depot == refused
    assert "example" not in str(stopped.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_that_this_computer_needs_no_protection(host):
    assert web.check_url(f"http://{host}:8080/") == f"http://{host}:8080/"


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "307 Temporary", "308 Permanent"])
def test_that_nobody_leads_elsewhere(webdav_port, depot, status):
    there = ("Location", f"http://localhost:{webdav_port}/{NAME}")
    app = applications.answering(status, there, ("Content-Length", "0"))
    with servers.web(app) as port:
        opened = channel(f"http://127.0.0.1:{port}/")
        assert opened.put(NAME, DATA) == Depot(Resultat.REFUSE, Detail.REDIRECTION)
    assert list(depot.iterdir()) == []


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("407 Proxy", Depot(Resultat.REFUSE, Detail.COMPTE)),
        ("403 Forbidden", Depot(Resultat.REFUSE, Detail.INTERDIT)),
        ("413 Too Large", Depot(Resultat.REFUSE, Detail.PLEIN)),
        ("423 Locked", Depot(Resultat.INJOIGNABLE, Detail.SERVEUR)),
        ("429 Too Many", Depot(Resultat.INJOIGNABLE, Detail.SERVEUR)),
        ("500 Error", Depot(Resultat.INJOIGNABLE, Detail.SERVEUR)),
        ("507 Full", Depot(Resultat.INJOIGNABLE, Detail.PLEIN)),
        ("511 Portal", Depot(Resultat.INJOIGNABLE, Detail.SERVEUR)),
    ],
)
def test_that_an_answer_has_its_meaning(status, expected):
    with servers.web(applications.answering(status, ("Content-Length", "0"))) as port:
        assert channel(f"http://127.0.0.1:{port}/").put(NAME, DATA) == expected


def test_that_an_answer_without_end_is_left():
    sent = itertools.count()
    endless = (b"y" * 65_536 for _ in iter(lambda: next(sent), 100_000))
    with servers.web(applications.answering("200 OK", body=endless)) as port:
        opened = channel(f"http://127.0.0.1:{port}/")
        assert opened.put(NAME, DATA) == Depot(Resultat.CONFLIT)
        assert next(sent) < 1_000


def test_that_a_packed_answer_is_not_unpacked():
    """A small answer may be packed so as to fill the memory of whoever opens it."""
    headers = (("Content-Encoding", "gzip"), ("Content-Length", "5"))
    with servers.web(applications.answering("200 OK", *headers, body=b"bomb!")) as port:
        opened = channel(f"http://127.0.0.1:{port}/")
        assert opened.put(NAME, DATA) == Depot(Resultat.CONFLIT)


def test_that_a_body_cut_without_a_length_is_no_conflict(network):
    """An old server ends a body by leaving: nobody can then tell a cut from an end."""
    body = b"HTTP/1.0 200 OK\r\n\r\n" + DATA[:100]
    with socket.create_server((servers.HOST, 0)) as listener:
        proxy = network(listener.getsockname()[1])
        proxy.script = [Fault(Kind.TRUNCATED, len(body))]
        answered = answer_once(listener, body + DATA)
        opened = channel(f"http://127.0.0.1:{proxy.port}/")
        assert opened.put(NAME, DATA) == Depot(Resultat.INJOIGNABLE, Detail.COUPURE)
        answered.join()


def answer_once(listener, reply):
    def answer():
        connection, _ = listener.accept()
        with connection:
            connection.recv(4096)
            connection.sendall(reply)

    thread = threading.Thread(target=answer)
    thread.start()
    return thread


def test_that_a_closed_door_is_a_door_to_try_later():
    with socket.create_server((servers.HOST, 0)) as listener:
        port = listener.getsockname()[1]
    expected = Depot(Resultat.INJOIGNABLE, Detail.COUPURE)
    assert channel(f"http://127.0.0.1:{port}/").put(NAME, DATA) == expected


def test_that_a_name_nobody_knows_is_to_try_later():
    assert channel("https://depot.invalid/").put(NAME, DATA).resultat is Resultat.INJOIGNABLE


def test_that_a_proxy_of_the_computer_is_never_asked_for_this_very_computer(
    webdav_port, monkeypatch
):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert channel(f"http://127.0.0.1:{webdav_port}/").put(NAME, DATA) == Depot(Resultat.DEPOSE)


def test_that_nothing_is_told_to_a_log_nor_by_a_channel(webdav_port, network, caplog):
    caplog.set_level(logging.DEBUG)
    proxy = network(webdav_port)
    proxy.script = [Fault(Kind.REFUSED), Fault(Kind.TRUNCATED, 10), Fault(Kind.RESET, 3_000)]
    opened = channel(f"http://localhost:{proxy.port}/")
    said = [repr(opened), *(repr(opened.put(NAME, DATA)) for _ in range(5)), caplog.text]
    for word in ("localhost", str(proxy.port), servers.ACCOUNT, servers.PASSWORD, NAME):
        assert word not in " ".join(said)
