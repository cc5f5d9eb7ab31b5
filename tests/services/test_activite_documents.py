"""The activity on paper says what the page says, names nobody, and is noted when it goes out."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import documents, journal, mois_clos
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.activite_documents import fichier, imprimer
from microstructure_desktop.services.journal import Demande
from tests import factories as make
from tests.reports.reading import plain, whole

from .cases import write

OCTOBER, NOVEMBER = (Periode.du_mois(Mois(2026, n)) for n in (10, 11))
YEAR = Periode.de_l_annee(2026)


@pytest.fixture
def seen(team):
    patient = team.patient()
    for jour in (date(2026, 10, 6), date(2026, 11, 3)):
        write(team, "consultations", make.a_consultation(patient=patient.id, jour=jour))
    return patient


def said(team, periode):
    return plain(whole(imprimer(team.medecin, periode).pdf))


def test_that_a_month_has_its_figures_its_charts_and_its_definitions(team, seen):
    text = said(team, OCTOBER)
    for part in (
        "Octobre 2026",
        "Personnes vues dans le mois Octobre 2026 1",
        "Actes par métier",
        "Sans rencontre",
        "Définitions",
        "les proches reçus seuls ne comptent pas",
        "interne au cabinet",
    ):
        assert part in text
    assert seen.nom.upper() not in text.upper()


def test_that_where_the_period_stands_is_printed(team, seen):
    assert "Période en cours : chiffres provisoires." in said(team, NOVEMBER)
    mois_clos.clore(team.medecin, Mois(2026, 10))
    assert "Mois clos le 19/11/2026 par" in said(team, OCTOBER)


def test_that_a_year_is_printed_with_its_months(team, seen):
    text = said(team, YEAR)
    assert "Personnes vues, mois par mois" in text
    assert "File active de l’année 2026 1" in text


def test_that_files_are_named_after_their_period():
    assert fichier(OCTOBER, "pdf") == "activite-2026-10.pdf"
    assert fichier(YEAR, "csv") == "activite-2026.csv"


def test_that_it_names_nobody_and_is_noted_when_printed(team, seen):
    made = imprimer(team.medecin, OCTOBER)
    assert not made.nominatif
    documents.printed(team.medecin, made)
    (line, *_) = journal.read(team.medecin, Demande()).lignes
    assert line.acces.detail == "activite"
    assert line.quoi.endswith("activité du cabinet")


def test_that_who_reads_no_activity_prints_none(team):
    with pytest.raises(AccessDenied):
        imprimer(team[Role.SECRETARIAT], OCTOBER)


def test_that_what_is_told_alike_stands_under_its_own_title(team, seen):
    """Sexe, and no « Sexe : Femme »; the year before beside."""
    luc = team.patient("Bernard", "Luc", sexe=Sexe.H)
    write(team, "consultations", make.a_consultation(patient=luc.id, jour=date(2026, 10, 6)))
    text = said(team, YEAR)
    assert "Femme 2026 1 sur 2" in text
    assert "Sexe : Femme" not in text
