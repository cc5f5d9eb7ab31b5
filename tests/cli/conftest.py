"""One small demonstration for every command, made once."""

import shutil
from datetime import date

import pytest

from microstructure_desktop.cli import main
from microstructure_desktop.paths import Home
from tests.passphrases import stretched_for_nothing


@pytest.fixture(scope="package", autouse=True)
def _cheap():
    with stretched_for_nothing():
        yield


@pytest.fixture(scope="package")
def made(tmp_path_factory):
    """The folder of a three-month demonstration, never touched."""
    root = tmp_path_factory.mktemp("demo")
    phrase = root / "phrase.txt"
    phrase.write_text("une phrase pour essayer\n", encoding="utf-8")
    code = main(
        ["demo", "--home", str(root / "cabinet"), "--mois", "3", "--patients", "8",
         "--sans-fenetre", "--passphrase-file", str(phrase)]
    )  # fmt: skip
    assert code == 0
    return root


@pytest.fixture
def demo(made, tmp_path):
    """A copy that the test may spoil, and its passphrase file."""
    shutil.copytree(made, tmp_path / "demo")
    return Home(tmp_path / "demo" / "cabinet"), tmp_path / "demo" / "phrase.txt"


@pytest.fixture
def last_month():
    today = date.today()  # noqa: DTZ011 -- the command line lives on the local day
    month = today.month - 1 or 12
    return f"{today.year - (today.month == 1)}-{month:02}"
