"""Killed at each of its steps, a replacement leaves the old folder or the new one, whole."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from microstructure_desktop.store import swap
from microstructure_desktop.store.failures import StoreBusy
from microstructure_desktop.store.swap import Swap

AT = datetime(2026, 11, 22, 11, 30, 5, tzinfo=UTC)
KEPT = "coffre.avant-retrait-20261122-113005"
ROOT = Path(__file__).parents[2]

DYING = """
import os, sys
from datetime import datetime
from pathlib import Path
from microstructure_desktop.store.swap import Swap

WATCHED = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir"}
root, at = Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2])

def child(folder, last):
    steps = 0
    def step(event, args):
        nonlocal steps
        if event in WATCHED and any(str(folder.parent) in str(a) for a in args):
            steps += 1
            if steps == last:
                os._exit(9)
    sys.addaudithook(step)
    with Swap(folder) as made:
        for name in ("store.db", "trousseau.json"):
            (made.new / name).write_text("nouveau")
        made.replace("avant-retrait", at)
    os._exit(0)

last, code = 0, 9
while code == 9:
    last += 1
    pid = os.fork()
    if pid == 0:
        child(root / str(last) / "coffre", last)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
print(last, code)
"""
"""Replaces folder 1 dying at its first step, folder 2 at its second... until one lives."""

REFUSED = """
import sys
from datetime import datetime
from pathlib import Path
from microstructure_desktop.errors import AppError
from microstructure_desktop.store.swap import Swap

folder, refused = Path(sys.argv[1]), sys.argv[3]

def step(event, args):
    if event == "os.rename" and Path(args[0]).name == refused:
        raise OSError(5, "a disk that fails")

sys.addaudithook(step)
try:
    with Swap(folder) as made:
        for name in ("store.db", "trousseau.json"):
            (made.new / name).write_text("nouveau")
        made.replace("avant-retrait", datetime.fromisoformat(sys.argv[2]))
except AppError as problem:
    print(type(problem).__name__)
"""


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "cabinet" / "coffre"
    made.mkdir(parents=True)
    fill(made, "ancien")
    return made


def fill(folder, word):
    for name in ("store.db", "trousseau.json"):
        (folder / name).write_text(word)


def contents(folder):
    return {path.name: path.read_text() for path in folder.iterdir()}


def whole(word):
    return {"store.db": word, "trousseau.json": word}


def replaced(folder):
    with Swap(folder) as made:
        fill(made.new, "nouveau")
        return made.replace("avant-retrait", AT)


def names(folder):
    return sorted(path.name for path in folder.parent.iterdir() if path.is_dir())


def test_that_the_new_folder_takes_the_place_and_the_former_is_kept(folder):
    kept = replaced(folder)
    assert kept == folder.with_name(KEPT)
    assert contents(folder) == whole("nouveau")
    assert contents(kept) == whole("ancien")
    assert names(folder) == ["coffre", KEPT]


def test_that_two_replacements_in_a_second_keep_both(folder):
    replaced(folder)
    second = replaced(folder)
    assert second == folder.with_name(KEPT + "-2")
    assert contents(second) == whole("nouveau")


def test_that_a_first_folder_replaces_nothing(tmp_path):
    folder = tmp_path / "vierge" / "coffre"
    assert replaced(folder) is None
    assert contents(folder) == whole("nouveau")


def test_that_what_is_not_put_in_place_is_forgotten(folder):
    with Swap(folder) as made:
        fill(made.new, "nouveau")
    assert names(folder) == ["coffre"]
    assert contents(folder) == whole("ancien")


def test_that_only_the_owner_enters_the_new_folder(folder):
    with Swap(folder) as made:
        assert made.new.stat().st_mode & 0o077 == 0


def run(script, *arguments):
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def test_that_killed_at_each_step_it_leaves_one_whole_folder(tmp_path):
    homes = [tmp_path / str(rank) / "coffre" for rank in range(1, 81)]
    for home in homes:
        home.mkdir(parents=True)
        fill(home, "ancien")
    steps, code = map(int, run(DYING, tmp_path, AT.isoformat()).split())
    assert code == 0
    found = []
    for home in homes[:steps]:
        swap.recover(home)
        found.append(contents(home))
        assert not home.with_name("coffre.nouveau").exists()
        kept = home.with_name(KEPT)
        assert not kept.exists() or contents(kept) == whole("ancien")
        assert kept.exists() == (found[-1] == whole("nouveau"))
    # It goes once from one to the other, and both are met.
    first_new = found.index(whole("nouveau"))
    assert 10 < first_new < steps - 1
    assert found == [whole("ancien")] * first_new + [whole("nouveau")] * (steps - first_new)


def test_that_a_recovery_that_was_itself_interrupted_ends_later(folder):
    new = folder.with_name("coffre.nouveau")
    new.mkdir()
    fill(new, "nouveau")
    (new / "COMPLET").write_text(".avant-retrait-20261122-113005")
    folder.rename(folder.with_name(KEPT))
    swap.recover(folder)
    assert contents(folder) == whole("nouveau")
    assert contents(folder.with_name(KEPT)) == whole("ancien")


def test_that_a_damaged_marker_names_no_other_place(folder):
    new = folder.with_name("coffre.nouveau")
    new.mkdir()
    fill(new, "nouveau")
    (new / "COMPLET").write_text("/../../ailleurs")
    swap.recover(folder)
    assert contents(folder) == whole("nouveau")
    assert [name[:14] for name in names(folder)] == ["coffre", "coffre.ancien-"]


def test_that_nothing_to_recover_touches_nothing(folder):
    swap.recover(folder)
    assert [path.name for path in folder.parent.iterdir()] == ["coffre"]


def test_that_another_process_is_not_disturbed(folder):
    with Swap(folder):
        with pytest.raises(StoreBusy):
            swap.recover(folder)
        with pytest.raises(StoreBusy), Swap(folder):
            pass
    assert contents(folder) == whole("ancien")


@pytest.mark.parametrize("refused", ["coffre", "coffre.nouveau"])
def test_that_a_refused_rename_leaves_the_former_folder_for_good(folder, refused):
    assert run(REFUSED, folder, AT.isoformat(), refused).strip() == "DiskFailure"
    swap.recover(folder)
    assert contents(folder) == whole("ancien")
    assert names(folder) == ["coffre"]


def test_that_a_folder_put_aside_is_kept_whole_under_its_date(folder):
    kept = swap.put_aside(folder, "mis-de-cote", AT)
    assert kept == folder.with_name("coffre.mis-de-cote-20261122-113005")
    assert contents(kept) == whole("ancien")
    assert not folder.exists()
    folder.mkdir()
    assert swap.put_aside(folder, "mis-de-cote", AT).name.endswith("-2")
