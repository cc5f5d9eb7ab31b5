"""The set-up: a lock that ties to no address, and what it installs behaves as we count on."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from PySide6.QtWidgets import QApplication

import dev

ROOT = Path(dev.__file__).parent
LOCK = dev.LOCK.read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ENTRY = re.compile(r"^([a-z0-9-]+)==([^ ]+)(?: ; [^\\]+)? \\\n((?: +--hash=.*\n)+)", re.MULTILINE)
PINS = {name: (Version(version), hashes) for name, version, hashes in ENTRY.findall(LOCK)}


def test_that_the_lock_names_no_address():
    assert "://" not in LOCK
    assert "--index" not in LOCK
    assert "--find-links" not in LOCK


def test_that_the_lock_is_made_of_pins_with_hashes_and_nothing_else():
    assert ENTRY.sub("", LOCK) == ""
    for name, (_, hashes) in PINS.items():
        for line in hashes.splitlines():
            assert re.fullmatch(r" +--hash=sha256:[0-9a-f]{64}(?: \\)?", line), name


@pytest.mark.parametrize(
    "wanted", [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
)
def test_that_the_lock_answers_what_the_project_asks(wanted):
    requirement = Requirement(wanted)
    version, _ = PINS[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(version)


def test_that_the_long_command_installs_one_thing_more_and_by_its_hashes():
    text = dev.FUZZER.read_text(encoding="utf-8")
    name, version, hashes = ENTRY.search(text).groups()
    assert (name, version) == ("atheris", "3.0.0")
    assert hashes.count("--hash") == 3
    assert name not in PINS


def test_that_no_other_lock_lies_about():
    assert {path.name for path in ROOT.glob("*.lock")} == {"requirements.lock"}


def test_that_one_entry_is_taken_out_of_the_lock_with_its_hashes():
    wanted = "b==2 ; sys_platform == 'win32' \\\n    --hash=y \\\n    --hash=z\n"
    lock = f"a==1 \\\n    --hash=x\n{wanted}bb==3 \\\n    --hash=x\n"
    assert dev.entry(lock, "b") == wanted
    assert dev.entry(LOCK, "setuptools").count("--hash") >= 2


def test_that_missing_libraries_are_named_by_their_package(monkeypatch):
    monkeypatch.setattr(dev, "QT_LIBRARIES", {"libnever-was.so.0": "libnever-was0"})
    monkeypatch.setattr(dev, "WINDOW_LIBRARIES", {"libno-window.so.0": "libno-window0"})
    assert "libnever-was0" in dev.missing_packages(screen=False)
    assert "libno-window0" not in dev.missing_packages(screen=False)
    assert "libno-window0" in dev.missing_packages(screen=True)


@pytest.mark.parametrize(("arguments", "code"), [((), 2), (("autre",), 2), (("--help",), 0)])
def test_that_an_unknown_command_shows_the_known_ones(arguments, code):
    done = subprocess.run(
        [sys.executable, dev.__file__, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code
    for command in ("demo", "demo-region", "run", "test"):
        assert f"dev.py {command}" in done.stdout


def test_that_every_check_stops_the_others_when_it_fails(monkeypatch, capfd):
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(
        dev, "CHECKS", {"one": ["-c", "print(1)"], "two": ["-c", "exit(3)"], "three": ["-c", ""]}
    )
    assert dev.check([]) == 3
    said = capfd.readouterr().out
    assert said.index("[dev] one") < said.index("[dev] two") < said.index("« two »")
    assert "three" not in said


def test_that_the_long_tests_are_run_only_when_they_are_asked_for(monkeypatch, capfd):
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(dev, "CHECKS", {"pytest": ["-c", "import sys; print(sys.argv[1:])"]})
    monkeypatch.setattr(dev, "LONG_PROGRAMS", {sys.executable: "nothing-to-install"})
    asked = []
    monkeypatch.setattr(dev, "install", asked.append)
    assert dev.check(["-x"]) == dev.check(["-x", "--long"]) == 0
    assert asked == [dev.FUZZER]
    said = capfd.readouterr().out
    assert said.index("['-x']") < said.index("['-x', '-m', '', '--hypothesis-profile', 'long']")
    assert "not long" in PROJECT["tool"]["pytest"]["ini_options"]["addopts"]


def test_that_packages_are_made_step_by_step(monkeypatch, tmp_path, capfd):
    for script in dev.STEPS.values():
        (tmp_path / script).parent.mkdir(exist_ok=True)
        (tmp_path / script).write_text(f"import sys; print('{script}', *sys.argv[1:])")
    (tmp_path / "requirements.txt").write_text("")
    installed = []
    for name, instead in {
        "PYTHON": Path(sys.executable),
        "PACKAGING": tmp_path,
        "VENV": tmp_path,
        "install": installed.append,
        "prepare_system": lambda: None,
        "prepare_venv": lambda: None,
    }.items():
        monkeypatch.setattr(dev, name, instead)
    assert [dev.main(["package", *words]) for words in ([], ["update", "signer", "x"])] == [0, 0]
    assert installed == [tmp_path / "requirements.txt"]
    said = [line for line in capfd.readouterr().out.splitlines() if not line.startswith("[dev]")]
    assert said == ["linux/build.py", "windows/build.py", "guide/build.py", "update.py signer x"]
    assert dev.main(["package", "nothing"]) == 2


def test_that_pytest_has_the_last_word():
    assert list(dev.CHECKS)[-1] == "pytest"


@pytest.mark.usefixtures("qapp")
def test_that_asking_qt_for_nothing_costs_nothing():
    """PySide6 6.12.0 lost one reference to None at each such call, and Python 3.11 then aborted."""
    for _ in range(200_000):
        QApplication.focusWidget()
    assert QApplication.focusWidget() is None
