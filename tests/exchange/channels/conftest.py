"""Servers and the network between them and a channel."""

import pytest

from . import servers
from .fault_proxy import FaultProxy
from .sftp_case import HOST_KEY, USER_KEY


@pytest.fixture
def depot(tmp_path):
    """The folder behind a server."""
    folder = tmp_path / "depot"
    folder.mkdir()
    return folder


@pytest.fixture
def webdav_port(depot):
    with servers.web(servers.webdav(depot)) as port:
        yield port


@pytest.fixture
def sftp_port(depot):
    with servers.sftp(depot, HOST_KEY, USER_KEY.convert_to_public()) as port:
        yield port


@pytest.fixture
def network():
    """Proxies before servers: `network(port)`."""
    opened = []

    def before(port):
        opened.append(FaultProxy(port).__enter__())
        return opened[-1]

    yield before
    for proxy in opened:
        proxy.__exit__()
