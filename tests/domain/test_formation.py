"""A training may be known by its first day alone."""

from datetime import date

from microstructure_desktop.domain.formation import Formation


def test_that_the_end_and_the_certificate_may_come_later():
    made = Formation("f", "m", "CONCEPT", "Concept", date(2026, 10, 5))
    assert (made.au, made.attestation) == (None, None)
