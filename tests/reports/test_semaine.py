"""The printed week: who comes when, and whose names are on it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from microstructure_desktop.domain.equipe import Cabinet
from microstructure_desktop.reports import raster
from microstructure_desktop.reports.semaine import semaine
from microstructure_desktop.reports.semaine_imprimee import (
    JourImprime,
    LigneImprimee,
    SemaineImprimee,
)
from tests.reports.reading import framed, ink, plain, reader, texts, whole

MONDAY = date(2026, 11, 16)
LINE = LigneImprimee(time(14), time(14, 45), "S. L. · n°\xa00001", "C. Modèle", "fait")


def week(*lines, noms=False):
    days = [JourImprime(MONDAY + timedelta(days=n), (), ()) for n in range(6)]
    days[3] = replace(days[3], lignes=lines, mentions=("Réunion de synthèse à 12:30",))
    return SemaineImprimee(
        Cabinet("Cabinet des Lilas"),
        "Claire Modèle",
        tuple(days),
        noms,
        datetime(2026, 11, 19, 9, tzinfo=UTC),
    )


def test_that_each_day_says_who_comes_when():
    text = plain(whole(semaine(week(LINE))))
    assert "Claire Modèle · du 16 novembre au 21 novembre 2026" in text
    assert "Jeudi 19 novembre Réunion de synthèse à 12:30" in text
    assert "14:00 – 14:45" in text
    assert "S. L. · n° 0001" in text
    assert text.count("Aucun rendez-vous.") == 5


def test_that_the_foot_says_whether_it_names_people():
    assert "Initiales et numéros de dossier seulement" in plain(whole(semaine(week(LINE))))
    assert "Document nominatif" in plain(whole(semaine(week(LINE, noms=True))))


def test_that_a_full_week_goes_on_over_pages_within_the_margins():
    pdf = semaine(week(*[LINE] * 90))
    pages = texts(pdf)
    assert len(pages) > 1
    assert all(f"Page {n}/{len(pages)}" in page for n, page in enumerate(pages, 1))
    assert sum(page.count("14:00 – 14:45") for page in pages) == 90
    assert all(framed(ink(page)) for page in raster.pages(pdf, 50))


def test_that_the_same_week_makes_the_same_bytes_and_names_nobody_in_the_file():
    assert semaine(week(LINE)) == semaine(week(LINE))
    assert reader(semaine(week(LINE))).metadata.title == "Rendez-vous de la semaine"
