"""A record is called by what it is and when, never by whom it is about."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.reunion import Reunion, TypeReunion
from microstructure_desktop.services.titres import titre
from tests import factories as make


@pytest.mark.parametrize(
    ("record", "called"),
    [
        (make.a_patient(numero=27), "Identité du dossier n°\u00a00027"),
        (make.a_consultation(), "Consultation psychologique du 18/11/2026 à 14:30"),
        (make.a_rendez_vous(), "Rendez-vous du 02/12/2026 à 09:15"),
        (make.a_question(texte=""), "Situation à évoquer"),
        (make.a_question(texte="Quand ? " * 20), f"{('Quand ? ' * 20)[:60].rstrip()}…"),
        (make.a_fiche(form="disparue"), "disparue du 18/11/2026"),
        (make.a_synthese(), "Réunion de synthèse du 24/11/2026"),
        (make.an_inclusion(programme="ANCIEN"), "ANCIEN, depuis le 02/02/2026"),
        (
            Reunion("r", TypeReunion.CRISE, date(2026, 11, 24), time(14)),
            "Réunion de crise du 24/11/2026",
        ),
        (Formation("f", "m", "CONCEPT", "Jour", date(2026, 5, 14)), "Formation du 14/05/2026"),
        (make.a_document(), "Résultat d’analyse du 12/11/2026"),
        (make.a_lettre(), "Lettre du 18/11/2026"),
        (make.a_membre(), "Élément"),
    ],
)
def test_that_each_kind_is_called_by_its_own_words(team, record, called):
    with team.medecin.store.read() as work:
        assert titre(work, team.medecin, record) == called


def test_that_a_fiche_is_called_by_its_form(team):
    form = team.medecin.reference.forms.get("psychologique_suivi")
    fiche = make.a_fiche(form=form.id, form_version=form.version)
    with team.medecin.store.read() as work:
        assert titre(work, team.medecin, fiche) == f"{form.title} du 18/11/2026"


def test_that_a_programme_is_named_in_full(team):
    with team.medecin.store.read() as work:
        said = titre(work, team.medecin, make.an_inclusion(debut=date(2026, 3, 3)))
    programme = team.medecin.reference.programmes["COVID_SM"].libelle
    assert said == f"{programme}, depuis le 03/03/2026"
