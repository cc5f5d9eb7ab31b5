"""A former store says why it was kept, and goes for good even when it is interrupted."""

from datetime import date

import pytest

from microstructure_desktop.store import former_stores, swap

ASIDE = "coffre.mis-de-cote-20261101-090000"
BEFORE = "coffre.avant-restauration-20261119-140500-2"


@pytest.fixture
def coffre(tmp_path):
    for name in ("coffre", ASIDE, BEFORE, "coffre.ici"):
        (tmp_path / name / "dessous").mkdir(parents=True)
        (tmp_path / name / "dessous" / "store.db").write_bytes(b"x" * 1_000)
    return tmp_path / "coffre"


def test_that_each_says_why_it_was_kept_and_what_it_takes(coffre):
    found = [(one.path.name, one.reason, one.le) for one in former_stores.former(coffre)]
    assert found == [
        (BEFORE, "avant-restauration", date(2026, 11, 19)),
        (ASIDE, "mis-de-cote", date(2026, 11, 1)),
        ("coffre.ici", "", None),
    ]
    assert former_stores.former(coffre)[0].octets >= 1_000


def test_that_one_that_goes_is_no_store_from_the_first_moment(coffre):
    path = coffre.parent / ASIDE
    gone = former_stores.put_out(path)
    assert (gone / "dessous" / "store.db").exists()  # interrupted here
    assert path not in swap.former(coffre)
    path.mkdir()
    former_stores.put_out(path)
    assert former_stores.sweep(coffre.parent) == []
    assert sorted(p.name for p in coffre.parent.iterdir()) == sorted(
        ["coffre", BEFORE, "coffre.ici"]
    )
