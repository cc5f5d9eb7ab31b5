"""A drop link: taken whole, as often as it takes."""

import pytest

from microstructure_desktop.domain.boite_envoi import ABOUTI, Resultat
from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.exchange.channels import Depot, Detail, open_channel

from . import applications, servers
from .fault_proxy import Fault, Kind
from .rounds import deliver, random_bytes, random_faults

NAME = "MSMA_OCC-31-007_2026-10_0003_0a1b2c3d.msma"
DATA = random_bytes(1, 30_000)
TAKEN = Depot(Resultat.DEPOSE, Detail.NON_RELU)


def channel(address, *, secret=servers.PASSWORD, timeout=10):
    reglage = Reglage(CanalId("c"), TypeCanal.NEXTCLOUD, "Dépôt", address, secret=secret)
    return open_channel(reglage, timeout=timeout)


@pytest.fixture
def port(depot):
    with servers.web(applications.drop_link(depot)) as port:
        yield port


def link(port):
    return f"http://127.0.0.1:{port}/s/{applications.TOKEN}"


@pytest.mark.parametrize("path", ["s", "index.php/s", "public.php/dav/files"])
def test_that_any_form_of_the_link_leads_there(port, depot, path):
    for end in ("", "/"):
        address = f"http://127.0.0.1:{port}/{path}/{applications.TOKEN}{end}"
        assert channel(address).put(NAME, DATA) == TAKEN
    assert (depot / NAME).read_bytes() == DATA


def test_that_a_second_one_gets_another_name_and_is_no_failure(port, depot, network):
    proxy = network(port)
    proxy.script = [Fault(Kind.REPLY_DROPPED)]
    assert channel(link(proxy.port)).put(NAME, DATA).resultat is Resultat.INJOIGNABLE
    assert channel(link(proxy.port)).put(NAME, DATA) == TAKEN
    found = {path.name: path.read_bytes() for path in depot.iterdir()}
    assert found == {NAME: DATA, NAME.replace(".msma", " (2).msma"): DATA}


@pytest.mark.parametrize("seed", range(10))
def test_that_random_faults_leave_whole_files_only(port, depot, network, seed):
    data = random_bytes(seed, (800, 30_000)[seed % 2])
    proxy = network(port)
    proxy.script = random_faults(seed, len(data))
    assert deliver(channel(link(proxy.port), timeout=0.7), proxy, NAME, data)[-1] in ABOUTI
    assert {path.read_bytes() for path in depot.iterdir()} == {data}


@pytest.mark.parametrize(
    ("address", "secret", "detail"),
    [
        ("/s/AbCd-1234_x", "wrong", Detail.COMPTE),
        ("/s/AbCd-1234_x", "", Detail.COMPTE),
        ("/s/other", servers.PASSWORD, Detail.ABSENT),
        ("/apps/files", servers.PASSWORD, Detail.ADRESSE),
        ("/s/AbCd-1234_x?dir=/", servers.PASSWORD, Detail.ADRESSE),
    ],
)
def test_that_what_a_person_must_mend_is_a_refusal(port, depot, address, secret, detail):
    opened = channel(f"http://127.0.0.1:{port}{address}", secret=secret)
    assert opened.put(NAME, DATA) == Depot(Resultat.REFUSE, detail)
    assert list(depot.iterdir()) == []


def test_that_a_page_is_not_taken_for_a_receipt(port):
    """200 is what a sign-in page answers; a file that was kept is 201 or 204."""
    with servers.web(applications.answering("200 OK", body=b"<html>")) as page:
        assert channel(link(page)).put(NAME, DATA) == Depot(Resultat.INJOIGNABLE, Detail.SERVEUR)
    assert list(channel(link(port)).receipts()) == []
