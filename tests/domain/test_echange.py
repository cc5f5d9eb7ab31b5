"""A secret of the cabinet is in no text that a record makes of itself."""

from datetime import date

from microstructure_desktop.domain.echange import CleSignature, ConventionRecue


def test_that_the_secret_is_not_said():
    key = CleSignature("k", "5ec3e7" * 10, "ab" * 32, date(2026, 1, 5))
    assert "5ec3e7" not in f"{key}{key!r}"


def test_that_a_convention_waits_for_a_voice():
    assert ConventionRecue("a", "00", "ab", 1, date(2026, 1, 5)).confirmee_le is None
