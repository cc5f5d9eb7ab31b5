"""An SFTP server and the account that it lets in."""

import asyncssh

from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.exchange.channels import open_channel

from . import servers

HOST_KEY = asyncssh.generate_private_key("ssh-ed25519")
USER_KEY = asyncssh.generate_private_key("ssh-ed25519")
PINNED = HOST_KEY.get_fingerprint("sha256")


def channel(
    port, *, folder="", account=servers.ACCOUNT, secret=servers.PASSWORD, pin=PINNED, timeout=10
):
    address = f"127.0.0.1:{port}{folder}"
    reglage = Reglage(CanalId("c"), TypeCanal.SFTP, "Dépôt", address, account, secret, pin)
    return open_channel(reglage, timeout=timeout)
