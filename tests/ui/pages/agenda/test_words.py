"""How the agenda speaks."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.services.presences import EtatRendezVous
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.pages.agenda import words
from microstructure_desktop.ui.pages.agenda.stops import Genre, stops


@pytest.fixture
def day(week):
    return stops(week(mine=False))[3]


def of(day, genre):
    return next(s for s in day if s.genre is genre)


def test_that_an_appointment_is_told_whole(week, day):
    said = words.spoken(of(day, Genre.RENDEZ_VOUS), week(mine=False), Discretion())
    assert said == ("jeudi 19\xa0novembre, 14:00 – 14:45, LÉGENDE Sophie, avec C. Modèle, attendue")


def test_that_relatives_and_a_few_words_are_told(week, day):
    stop = of(day, Genre.RENDEZ_VOUS)
    found = stop.rendez_vous
    rdv = replace(found.rendez_vous, entourage=True, precision="sa sœur")
    found = replace(found, rendez_vous=rdv)
    assert words.person(found, Discretion()) == "Entourage de LÉGENDE Sophie"
    assert words.second_line(found, team=True) == "14:00 · C. Modèle · sa sœur"
    assert words.second_line(found, team=False) == "14:00 · sa sœur"


def test_that_discretion_names_nobody(week, day):
    discretion = Discretion()
    discretion.switch(on=True)
    said = words.spoken(of(day, Genre.RENDEZ_VOUS), week(mine=False), discretion)
    assert "LÉGENDE" not in said
    assert "S.\xa0L." in said


def test_that_meetings_and_empty_hours_are_told(week, day):
    lue = week()
    spoken = {
        g: words.spoken(of(stops(lue)[3], g), lue, Discretion())
        for g in (Genre.REUNION, Genre.LIBRE, Genre.VIDE)
    }
    assert spoken[Genre.REUNION].endswith("12:30 – 13:30, réunion de synthèse")
    assert spoken[Genre.LIBRE].endswith("14:45 – 15:30, créneau libre, 45\xa0min")
    assert spoken[Genre.VIDE].endswith("09:00 – 09:30, rien de prévu, 30\xa0min")


def test_that_every_state_has_words_and_all_but_awaited_a_sign(day):
    found = of(day, Genre.RENDEZ_VOUS).rendez_vous
    said = {words.state(replace(found, etat=etat)) for etat in EtatRendezVous}
    assert len(said) == len(EtatRendezVous)
    assert set(EtatRendezVous) - set(words.SIGNS) == {EtatRendezVous.ATTENDU}


@pytest.mark.parametrize(
    ("monday", "said"),
    [
        (date(2026, 11, 16), "Semaine du 16 au 21\xa0novembre\xa02026"),
        (date(2026, 6, 1), "Semaine du 1er au 6\xa0juin\xa02026"),
        (date(2026, 11, 30), "Semaine du 30\xa0novembre au 5\xa0décembre\xa02026"),
    ],
)
def test_that_a_week_is_told_by_its_days(monday, said):
    assert words.week(monday) == said


def test_that_a_day_says_what_closes_it(week):
    lue = week()
    assert words.heading(lue.jours[4]) == "ven.\xa020"
    assert words.mention(lue.jours[4]) == "Absence\xa0: C. Modèle"
    assert words.mention(replace(lue.jours[4], ferie="Noël")) == "Férié\xa0: Noël"
    assert words.mention(lue.jours[3]) == ""
