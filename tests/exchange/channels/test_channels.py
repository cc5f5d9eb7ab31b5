"""Each way is opened as what it is, without loading any library nor asking any network."""

import subprocess
import sys

import pytest

from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.exchange.channels import open_channel
from microstructure_desktop.exchange.channels.eml import Eml
from microstructure_desktop.exchange.channels.folder import Folder
from microstructure_desktop.exchange.channels.https_put import HttpsPut
from microstructure_desktop.exchange.channels.nextcloud import Nextcloud
from microstructure_desktop.exchange.channels.sftp import Sftp
from microstructure_desktop.exchange.channels.webdav import Webdav

KINDS = {
    TypeCanal.DOSSIER: Folder,
    TypeCanal.COURRIEL: Eml,
    TypeCanal.WEBDAV: Webdav,
    TypeCanal.NEXTCLOUD: Nextcloud,
    TypeCanal.SFTP: Sftp,
    TypeCanal.HTTPS: HttpsPut,
}


def reglage(kind):
    return Reglage(CanalId("c"), kind, "nom", "quelque part", "compte", "secret", "SHA256:x")


@pytest.mark.parametrize("kind", list(TypeCanal))
def test_that_each_way_is_opened_but_paper(tmp_path, kind):
    if kind is TypeCanal.PAPIER:
        with pytest.raises(ValueError, match="nothing can be put there"):
            open_channel(reglage(kind), timeout=1, dossier=tmp_path)
    else:
        opened = open_channel(reglage(kind), timeout=1, dossier=tmp_path)
        assert type(opened) is KINDS[kind]
        assert not {"secret", "compte", "quelque"} & set(repr(opened).split("'"))


def test_that_messages_need_a_folder():
    with pytest.raises(ValueError, match="nothing can be put there"):
        open_channel(reglage(TypeCanal.COURRIEL), timeout=1)


def test_that_opening_loads_no_library_of_the_network():
    """They take a while to load, and most cabinets use one way, or none."""
    script = (
        "import sys\n"
        "from microstructure_desktop.domain.canal import Reglage, TypeCanal\n"
        "from microstructure_desktop.exchange.channels import open_channel\n"
        "for kind in ('webdav', 'nextcloud', 'sftp', 'https', 'dossier'):\n"
        "    open_channel(Reglage('c', TypeCanal(kind), 'n', 'a'), timeout=1)\n"
        "print(sorted({'httpx', 'asyncssh', 'certifi', 'cryptography'} & set(sys.modules)))\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert said.stdout.strip() == "[]"
