"""The psychologist's office after the process that had the store was killed."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from microstructure_desktop.services import unlock
from microstructure_desktop.services.office import Office
from tests.cabinet import PASSPHRASE, Team

ROOT = Path(__file__).parents[2]


@contextmanager
def after_killing(module: str, team: Team, subject: str) -> Iterator[Office]:
    """`module` of this package works on the cabinet about `subject`, and kills itself."""
    mine = team.psychologue
    unlock.close(team.medecin)
    ended = subprocess.run(
        [
            *(sys.executable, "-m", f"tests.journeys.{module}"),
            *(str(team.home.root), mine.membre.id, subject),
        ],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    office = unlock.open_cabinet(team.home, mine.membre.id, PASSPHRASE, cost=mine.cost)
    try:
        yield office
    finally:
        unlock.close(office)
