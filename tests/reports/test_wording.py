"""Dates, hours, durations and codes are printed in French."""

from datetime import UTC, date, datetime, time

import pytest

from microstructure_desktop.domain.equipe import Membre, Role
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.domain.synthese import Motif, ProchainPoint, Suite
from microstructure_desktop.reports import wording


@pytest.mark.parametrize(
    ("jour", "lettres"),
    [
        (date(2026, 11, 19), "jeudi 19\xa0novembre\xa02026"),
        (date(2026, 2, 1), "dimanche 1er\xa0février\xa02026"),
        (date(2027, 8, 2), "lundi 2\xa0août\xa02027"),
    ],
)
def test_that_a_day_is_written_in_full(jour, lettres):
    assert wording.jour_entier(jour) == lettres


def test_that_a_day_and_an_hour_are_written_short():
    assert wording.jour_court(date(2026, 2, 1)) == "01/02/2026"
    assert wording.heure(time(9, 5)) == "09:05"


def test_that_an_instant_without_zone_is_local_already():
    assert wording.instant(datetime(2026, 2, 1, 9, 5)) == "01/02/2026 à 09:05"  # noqa: DTZ001


def test_that_an_instant_with_a_zone_is_put_on_the_clock_of_this_machine():
    moment = datetime(2026, 2, 1, 9, 5, tzinfo=UTC)
    local = moment.astimezone()
    assert wording.instant(moment) == f"{local:%d/%m/%Y} à {local:%H:%M}"


@pytest.mark.parametrize(
    ("minutes", "texte"),
    [(0, "0\xa0min"), (45, "45\xa0min"), (60, "1\xa0h\xa000"), (95, "1\xa0h\xa035")],
)
def test_that_a_duration_is_in_hours_from_sixty_minutes(minutes, texte):
    assert wording.duree(minutes) == texte


def test_that_every_code_has_its_words():
    assert set(wording.METIERS) == set(wording.COMPTEURS) == set(Role)
    assert set(wording.MOTIFS) == set(Motif)
    assert set(wording.SUITES) == set(Suite)
    assert set(wording.POINTS) == set(ProchainPoint)


def test_that_a_member_is_named_with_their_profession_on_one_line():
    membre = Membre(MembreId("m"), "Anne", "Lemoine", Role.MEDECIN)
    assert wording.membre(membre) == "Dr\xa0Lemoine\xa0(médecin\xa0généraliste)"
