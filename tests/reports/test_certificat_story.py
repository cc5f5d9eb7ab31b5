"""Every fact of the certificate is on its one page, what is left to do included."""

from dataclasses import replace
from datetime import date, datetime, time

from microstructure_desktop.reports import raster
from microstructure_desktop.reports.certificat_effacement import CertificatImprime, certificat
from tests.reports.cases import CABINET
from tests.reports.reading import framed, ink, plain, texts, whole

CONTENU = CertificatImprime(
    CABINET,
    ("0012", "0031"),
    "SL",
    datetime.combine(date(2026, 11, 22), time(9, 30)),
    None,
    "Fin de la durée de conservation",
    "Vingt ans passés, décidé en équipe",
    ("12 séances", "3 fiches"),
    ("Les chiffres des mois clos.",),
    23,
    ("le support « Clé du coffre », dès qu’il sera branché",),
    "0123ABCD",
    datetime.combine(date(2026, 11, 22), time(9, 31)),
)


def test_that_each_fact_is_told():
    shown = plain(whole(certificat(CONTENU)))
    for part in (
        "n° 0012 et n° 0031 · initiales SL",
        "22/11/2026 à 09:30",
        "Vingt ans passés, décidé en équipe",
        "– 12 séances",
        "– Les chiffres des mois clos.",
        "23 sauvegardes refaites sans cette personne, et relues.",
        "À reprendre : le support « Clé du coffre », dès qu’il sera branché.",
        "0123ABCD",
    ):
        assert part in shown


def test_that_a_later_copy_says_less_and_an_empty_record_something():
    shown = plain(whole(certificat(replace(CONTENU, initiales="", faites=None, comptes=()))))
    assert "initiales" not in shown
    assert "refaites" not in shown
    assert "L’identité, seule au dossier." in shown


def test_that_it_is_one_page_within_its_margins():
    pdf = certificat(CONTENU)
    assert len(texts(pdf)) == 1
    assert all(framed(ink(page)) for page in raster.pages(pdf, 40))
