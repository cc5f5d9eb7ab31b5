"""Real servers on this computer, each in threads of this process, on a port of its own."""

import contextlib
import threading

import asyncssh
from cheroot import wsgi
from wsgidav.fs_dav_provider import FilesystemProvider
from wsgidav.wsgidav_app import WsgiDAVApp

from . import background

HOST = "127.0.0.1"
ACCOUNT = "occ-31-007"
PASSWORD = "lilas-et-muguet"


@contextlib.contextmanager
def web(app, ssl_adapter=None):
    """Any WSGI application; the port it is on."""
    server = wsgi.Server((HOST, 0), app, numthreads=4, timeout=5, shutdown_timeout=1)
    server.ssl_adapter = ssl_adapter
    server.expiration_interval = 0.02  # how soon it sees that it is to stop
    server.error_log = lambda *_, **__: None  # a client that leaves is what these tests do
    server.prepare()
    thread = threading.Thread(target=server.serve)
    thread.start()
    try:
        yield server.bind_addr[1]
    finally:
        server.stop()
        thread.join()


def webdav(folder):
    """WsgiDAV on a folder: keeps the beginning of an upload that was cut."""
    config = {
        "provider_mapping": {"/": FilesystemProvider(str(folder))},
        "simple_dc": {"user_mapping": {"*": {ACCOUNT: {"password": PASSWORD}}}},
        "logging": {"enable": False},
        "verbose": 0,
    }
    return WsgiDAVApp(config)


class _Doorkeeper(asyncssh.SSHServer):
    """One account: a password, or one key."""

    def __init__(self, authorized):
        self._authorized = authorized

    def begin_auth(self, username):
        return True

    def password_auth_supported(self):
        return True

    def validate_password(self, username, password):
        return (username, password) == (ACCOUNT, PASSWORD)

    def public_key_auth_supported(self):
        return True

    def validate_public_key(self, username, key):
        return username == ACCOUNT and key == self._authorized


@contextlib.contextmanager
def sftp(folder, host_key, authorized=None, files=asyncssh.SFTPServer):
    """AsyncSSH's own server, shut inside a folder; the port it is on."""

    async def start():
        return await asyncssh.create_server(
            lambda: _Doorkeeper(authorized),
            HOST,
            0,
            server_host_keys=[host_key],
            sftp_factory=lambda channel: files(channel, chroot=str(folder)),
        )

    async def stop():
        server.close()

    with background.loop() as do:
        server = do(start())
        yield server.get_port()
        do(stop())
