"""Killed at any step, a removal leaves the cabinet as it was or with the person out of it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.paths import Home
from microstructure_desktop.services import unlock
from microstructure_desktop.services.office import Cost
from microstructure_desktop.store import keyring
from tests.cabinet import PASSPHRASE

ROOT = Path(__file__).parents[2]
LAST = 10**6


def ends(team, places):
    command = [sys.executable, "-m", "tests.services.dying_removal"]
    gone = team.offices[Role.PSYCHIATRE].membre.id
    homes = [f"{root}:{step}" for root, step in places]
    ran = subprocess.run(
        [*command, gone, *homes], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return ran.stdout.split()


def copied(team, tmp_path, steps):
    made = []
    for step in steps:
        root = tmp_path / f"a{step}"
        shutil.copytree(team.home.root, root)
        made.append((root, step))
    return made


def found(root, team, cost):
    """« ancien » or « nouveau », once everything in it was checked."""
    home = Home(root)
    assert unlock.exists(home)
    gone = team.offices[Role.PSYCHIATRE].membre.id
    slots = {slot.id for slot in keyring.load(home.coffre).slots}
    doctor = team.medecin.membre.id
    office = unlock.open_cabinet(home, doctor, PASSPHRASE, cost=cost, now=team.clock)
    try:
        assert office.store.verify() == []
        with office.store.read() as work:
            assert [p.nom for p in work.patients.all()] == ["Légende"]
            retire = work.equipe.get(gone).retire_le is not None
    finally:
        unlock.close(office)
    assert retire is (gone not in slots)
    assert [p.name for p in root.glob("coffre*") if p.is_dir()] == ["coffre"]
    return "nouveau" if retire else "ancien"


def check(team, tmp_path, cost, choose):
    team.patient()
    unlock.close(team.medecin)
    (whole,) = copied(team, tmp_path, [LAST])
    steps, code = ends(team, [whole])
    assert code == "0"
    assert found(whole[0], team, cost) == "nouveau"
    places = copied(team, tmp_path, choose(int(steps)))
    assert set(ends(team, places)) == {"9"}
    left = [found(root, team, cost) for root, _ in places]
    # It goes once from one to the other, and both are met.
    first = left.index("nouveau")
    assert left == ["ancien"] * first + ["nouveau"] * (len(left) - first)
    assert first > 0
    return len(left)


@pytest.fixture
def cost(cheap, limits):
    return Cost(cheap, limits)


def test_that_killed_here_and_there_it_is_all_or_nothing(team, tmp_path, cost):
    chosen = check(team, tmp_path, cost, lambda n: [1, n // 2, n - 8, n - 4, n])
    assert chosen == 5


@pytest.mark.long
def test_that_killed_at_each_step_it_is_all_or_nothing(team, tmp_path, cost):
    assert check(team, tmp_path, cost, lambda steps: range(1, steps + 1)) > 40
