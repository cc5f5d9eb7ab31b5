"""The time of the team is shared by days of forfait, and adds up."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.forfaits_lecture import lire
from microstructure_desktop.services.forfaits_temps import parts
from tests import factories as make
from tests.cabinet import TODAY

from .billing import board, followed
from .cases import write


@pytest.fixture
def two(team):
    """323 days of the year until today for the first, 20 for the second."""
    return (
        followed(team, "Albe", debut=date(2025, 12, 1)),
        followed(team, "Brun", debut=date(2026, 10, 31)),
    )


def shared(team):
    office = team.psychologue
    with office.store.read() as work:
        lus = lire(work, office.reference, date(2025, 1, 1), TODAY)
        return parts(work, lus.decomptes, TODAY)


def met(team, jour, fin, *, close=True, presents=()):
    meeting = make.a_synthese(
        jour=jour,
        debut=time(13),
        fin=fin,
        presents=presents,
        situations=(),
        **({"etat": "close", "close_le": make.NOW} if close else {}),
    )
    write(team, "syntheses", meeting)


def test_that_meetings_are_shared_by_days_and_add_up(team, two):
    met(team, date(2026, 10, 20), time(14, 0))
    met(team, date(2026, 11, 3), time(13, 40), close=False)
    met(team, date(2025, 12, 20), time(14, 0))
    found = shared(team)
    assert found.concertation == 60
    # 60 × 323 / 343 = 56 and 172 left, 60 × 20 / 343 = 3 and 171 left: the minute is the first's
    assert found.parts_concertation == {two[0].id: 57, two[1].id: 3}


def test_that_the_psychiatrist_is_counted_with_people_and_in_meetings(team, two):
    doctor = team[Role.PSYCHIATRE].membre.id
    seen = make.a_consultation(
        patient=two[0].id,
        membre=doctor,
        role=Role.PSYCHIATRE,
        type=TypeActe.CONS_PSYCHIATRE,
        duree=30,
        jour=date(2026, 5, 5),
    )
    write(team, "consultations", seen, Role.PSYCHIATRE)
    met(team, date(2026, 10, 20), time(14, 0), presents=(doctor,))
    assert shared(team).psychiatre == 90


def test_that_nobody_has_a_part_without_a_forfait(team):
    met(team, date(2026, 10, 20), time(14, 0))
    found = shared(team)
    assert (found.concertation, found.parts_concertation) == (60, {})


def test_that_the_board_carries_them(team, two):
    met(team, date(2026, 10, 20), time(14, 0))
    assert sum(board(team).parts.parts_concertation.values()) == 60
