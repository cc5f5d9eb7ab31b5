"""Identifiers are unique, sortable by creation and hold nothing else."""

from uuid import UUID

from microstructure_desktop.domain.ids import new_id


def test_that_identifiers_are_version_7_and_all_different():
    made = [new_id() for _ in range(2000)]
    assert len(set(made)) == 2000
    assert {UUID(x).version for x in made} == {7}
    assert {UUID(x).variant for x in made} == {"specified in RFC 4122"}


def test_that_identifiers_sort_in_order_of_creation():
    first = new_id()
    for _ in range(5000):
        last = new_id()
    assert first < last
