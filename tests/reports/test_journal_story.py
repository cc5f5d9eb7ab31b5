"""The printed log says who, when, what and why, and whether it can be believed."""

from dataclasses import replace
from datetime import date, datetime, time

from microstructure_desktop.reports import raster
from microstructure_desktop.reports.journal import JournalImprime, LigneImprimee, journal
from tests.reports.cases import CABINET, MEMBRES, MG, patient
from tests.reports.reading import framed, ink, plain, texts, whole

LIGNE = LigneImprimee(
    datetime.combine(date(2026, 11, 17), time(9, 5)),
    "Camille Morel",
    "Dossier ouvert",
    "Urgence, week-end",
)
CONTENU = JournalImprime(
    CABINET,
    patient(0),
    (LIGNE,),
    MEMBRES[MG],
    True,
    None,
    datetime.combine(date(2026, 11, 19), time(14, 5)),
)


def said(**changes):
    return plain(whole(journal(replace(CONTENU, **changes))))


def test_that_each_access_is_told():
    shown = said()
    for part in (
        "Qui a ouvert ce dossier",
        "GARCIA Élodie, dossier n° 0001",
        "1 accès",
        "17/11/2026 à 09:05",
        "Camille Morel",
        "Dossier ouvert",
        "Urgence, week-end",
        "Journal intact : aucune ligne n’a été modifiée, ajoutée ni retirée.",
        "Édité le 19/11/2026 à 14:05 par Dr Lemoine",
    ):
        assert part in shown


def test_that_a_broken_log_says_so_instead():
    shown = said(probleme="Le journal d’accès est coupé.")
    assert "Le journal d’accès est coupé." in shown
    assert "intact" not in shown


def test_that_ones_own_accesses_are_not_called_everybodys():
    shown = said(tout=False)
    assert "Mes accès à ce dossier" in shown
    assert "Qui a ouvert" not in shown


def test_that_nothing_is_said_in_words():
    assert "Aucun accès sur les douze derniers mois." in said(lignes=())


def test_that_an_access_without_a_reason_leaves_its_place_empty():
    assert "—" not in said(lignes=(replace(LIGNE, motif=""),))


def test_that_a_long_list_says_on_each_page_whom_it_is_about():
    pdf = journal(replace(CONTENU, lignes=(LIGNE,) * 90))
    _, *others = texts(pdf)
    assert len(others) >= 2
    assert all("GARCIA Élodie, dossier n° 0001 (suite)" in plain(page) for page in others)
    for page in raster.pages(pdf, 60):
        assert framed(ink(page))


def test_that_what_anybody_types_prints():
    odd = replace(LIGNE, motif="x" * 400 + " \u202e<b>\U0001f600", qui="A" * 90)
    assert said(lignes=(odd,)).count("17/11/2026") == 1
