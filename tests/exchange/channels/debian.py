"""Servers that hosts really use, from Debian, each in a folder of its own on a free port."""

import base64
import contextlib
import getpass
import hashlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import asyncssh

from .servers import ACCOUNT, HOST, PASSWORD

APACHE = """
ServerRoot {root}
Listen {host}:{port}
PidFile {root}/pid
ErrorLog {root}/log
DefaultRuntimeDir {root}
ServerName localhost
{modules}
DavLockDB {root}/lock
DocumentRoot {depot}
<Directory {depot}>
 Dav On
 AuthType Basic
 AuthName dav
 AuthUserFile {root}/users
 Require valid-user
</Directory>
"""
MODULES = [
    "mpm_event",
    "authz_core",
    "authn_core",
    "authn_file",
    "authz_user",
    "auth_basic",
    "dav",
    "dav_fs",
]
NGINX = """
load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;
pid {root}/pid; error_log {root}/log; worker_processes 1; daemon off;
events {{}}
http {{
 access_log off;
 client_body_temp_path {root}/body; proxy_temp_path {root}/proxy;
 fastcgi_temp_path {root}/fastcgi; uwsgi_temp_path {root}/uwsgi; scgi_temp_path {root}/scgi;
 server {{
  listen {host}:{port}; root {depot};
  location / {{
   dav_methods PUT DELETE MKCOL COPY MOVE; dav_ext_methods PROPFIND OPTIONS;
   auth_basic dav; auth_basic_user_file {root}/users;
  }}
 }}
}}
"""
SSHD = """
ListenAddress {host}:{port}
PidFile {root}/pid
HostKey {root}/host_ed25519
HostKey {root}/host_rsa
AuthorizedKeysFile {root}/users
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
Subsystem sftp internal-sftp
ForceCommand internal-sftp -d {depot}
"""


@contextlib.contextmanager
def apache():
    with _place("www-data") as (root, depot, owner):
        modules = "\n".join(
            f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in MODULES
        )
        port = _configure(root, APACHE, depot=depot, modules=modules)
        command = ["/usr/sbin/apache2", "-f", f"{root}/conf", "-DFOREGROUND"]
        with _running(command, port, owner):
            yield port, depot


@contextlib.contextmanager
def nginx():
    with _place("www-data") as (root, depot, owner):
        port = _configure(root, NGINX, depot=depot)
        command = ["/usr/sbin/nginx", "-e", f"{root}/log", "-p", str(root), "-c", f"{root}/conf"]
        with _running(command, port, owner):
            yield port, depot


@contextlib.contextmanager
def sshd(user_key, host_keys):
    """`host_keys`: by the name of their kind. The account is the one that runs the tests."""
    with _place(getpass.getuser()) as (root, depot, owner):
        for name, key in host_keys.items():
            path = root / f"host_{name}"
            path.write_bytes(key.export_private_key())
            path.chmod(0o600)
        port = _configure(root, SSHD, depot=depot)
        (root / "users").write_bytes(user_key.export_public_key())
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)  # it wants it, as a service would have made it
        with _running(["/usr/sbin/sshd", "-D", "-e", "-f", f"{root}/conf"], port, owner):
            yield port, depot


def keys():
    return {
        "ed25519": asyncssh.generate_private_key("ssh-ed25519"),
        "rsa": asyncssh.generate_private_key("ssh-rsa", key_size=2048),
    }


@contextlib.contextmanager
def _place(owner):
    """Beside pytest's folders, which only root may enter when root runs it."""
    with tempfile.TemporaryDirectory(prefix="microstructure-") as made:
        root, depot = Path(made), Path(made, "depot")
        depot.mkdir()
        if os.geteuid() == 0:
            shutil.chown(root, owner)
            shutil.chown(depot, owner)
        yield root, depot, owner if os.geteuid() == 0 else None


def _configure(root, text, **more):
    with socket.create_server((HOST, 0)) as free:
        port = free.getsockname()[1]
    (root / "conf").write_text(text.format(root=root, host=HOST, port=port, **more))
    hashed = base64.b64encode(hashlib.sha1(PASSWORD.encode()).digest()).decode()
    (root / "users").write_text(f"{ACCOUNT}:{{SHA}}{hashed}\n")
    return port


@contextlib.contextmanager
def _running(command, port, owner):
    """A server that takes connections; ended by its id."""
    process = subprocess.Popen(
        command, user=owner, group=owner, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + 20
        while not _listens(port):
            assert time.monotonic() < deadline
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.05)
            assert process.poll() is None, process.returncode
        yield
    finally:
        process.terminate()
        process.wait(20)


def _listens(port):
    with contextlib.suppress(OSError), socket.create_connection((HOST, port), 1):
        return True
    return False
