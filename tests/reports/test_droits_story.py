"""The printed table says each content, each role, and where the rules come from."""

from dataclasses import replace
from datetime import date, datetime, time

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.reports import raster
from microstructure_desktop.reports.droits import DroitsImprimes, droits
from tests.reports.cases import CABINET
from tests.reports.reading import framed, ink, plain, texts, whole

MOTS = ("lit et écrit", "résumé partagé", "résumé partagé", "lit", "—", "—")
CONTENU = DroitsImprimes(
    CABINET,
    tuple(Role),
    (("Fiches médicales", MOTS), ("Fiches sociales", MOTS)),
    ("Résumé partagé\u00a0: ce qui est à toute l’équipe.",),
    "Ce sont des règles de l’application.",
    "Code de la santé publique",
    datetime.combine(date(2026, 11, 19), time(14, 5)),
)


def test_that_each_line_and_each_role_is_told():
    shown = plain(whole(droits(CONTENU)))
    for part in (
        "Ce sont des règles de l’application.",
        "Contenu",
        *("Médecin", "Psychologue", "Travail social", "Psychiatre", "Coordination", "Secrétariat"),
        "Fiches médicales",
        "lit et écrit",
        "Source : Code de la santé publique",
        "Édité le 19/11/2026 à 14:05",
    ):
        assert part in shown


def test_that_a_long_table_goes_on_without_cutting_a_line():
    long = tuple((f"Contenu numéro {n} dit assez longuement", MOTS) for n in range(60))
    pdf = droits(replace(CONTENU, lignes=long))
    pages = texts(pdf)
    assert len(pages) > 1
    assert sum(page.count("Contenu numéro") for page in pages) == 60
    assert all(framed(ink(page)) for page in raster.pages(pdf, 40))
