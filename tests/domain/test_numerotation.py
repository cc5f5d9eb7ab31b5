"""A number given to minutes never changes, and never is another's."""

from dataclasses import dataclass

import pytest

from microstructure_desktop.domain.numerotation import numero_de, numeros


@dataclass(frozen=True)
class Meeting:
    id: str
    close: bool = False
    numero: int | None = None
    jour: int = 0


def old(name):
    """Closed before numbers were written."""
    return Meeting(name, close=True)


def closed(name, numero):
    return Meeting(name, close=True, numero=numero)


@pytest.mark.parametrize(
    ("meetings", "found"),
    [
        ([old("a"), old("b"), Meeting("c")], (1, 2, 3)),
        ([Meeting("a"), Meeting("b")], (1, 2)),
        ([Meeting("a"), closed("b", 2), Meeting("c")], (1, 2, 3)),
        ([closed("b", 2), Meeting("c")], (2, 3)),
        ([closed("a", 1), Meeting("late"), closed("b", 2)], (1, 3, 2)),
        ([Meeting("late"), old("a"), old("b")], (3, 1, 2)),
        ([old("a"), closed("late", 3), old("b"), Meeting("c")], (1, 3, 2, 4)),
        ([closed("late", 2), old("a"), Meeting("b")], (2, 1, 3)),
    ],
)
def test_that_what_is_closed_keeps_its_number_and_the_rest_takes_the_next_free(meetings, found):
    numbers = numeros(meetings)
    assert tuple(numbers[m.id] for m in meetings) == found


def test_that_closing_writes_the_number_that_was_shown():
    """One meeting after the other is closed, in any order: no number moves."""
    meetings = [Meeting("a"), Meeting("b"), Meeting("c")]
    shown = numeros(meetings)
    for at in (1, 0, 2):
        meetings[at] = closed(meetings[at].id, shown[meetings[at].id])
        assert numeros(meetings) == shown


def test_that_a_meeting_not_saved_yet_is_numbered_at_the_place_of_its_day():
    serie = [Meeting("a", jour=1), Meeting("c", jour=3)]
    assert numero_de(Meeting("b", jour=2), serie) == 2
    assert numero_de(Meeting("a", jour=4), serie) == 2
    assert numero_de(Meeting("b", jour=2), [closed("a", 1), closed("c", 2)]) == 3
