"""Trajectories read from the real store, within what each profession may know."""

from datetime import date
from decimal import Decimal

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.trajectoire import Sens
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.trajectoire import trajectoire
from tests.factories import a_fiche

from .cases import write
from .trajectories import (
    AUDIT_9,
    AUDIT_15,
    AUDIT_24,
    JUNE,
    MARCH,
    OCTOBER,
    answer,
    followed,
    scored,
    with_form,
)


@pytest.fixture
def sophie(team):
    return team.patient()


def test_that_a_scale_moves_from_day_to_day(team, sophie):
    fiche = scored(team, sophie, OCTOBER, *AUDIT_9)
    scored(team, sophie, MARCH, *AUDIT_24)
    scored(team, sophie, JUNE, *AUDIT_15, role=Role.PSYCHOLOGUE)
    found = trajectoire(team.travailleur_social, sophie.id)
    assert found.patient == sophie.id
    audit = found.echelle
    assert audit is found.series[0]
    assert [(m.jour, m.valeur, m.auteur) for m in audit.mesures] == [
        (MARCH, 24, "Dr Exemple"),
        (JUNE, 15, "C. Modèle"),
        (OCTOBER, 9, "Dr Exemple"),
    ]
    assert audit.mesures[2].fiche == fiche.id
    assert audit.sens is Sens.BAISSE
    assert [m.valeur for m in audit.marques] == [6]  # a woman of 34


def test_that_each_reads_what_is_shared_with_them(team, sophie):
    form = followed()
    psychologist = with_form(team.psychologue, form)
    answer(psychologist, sophie, form.id, JUNE, envie=8, verres=6)
    read = trajectoire(psychologist, sophie.id).series
    assert [s.titre for s in read] == ["Envie", "Verres"]
    other = trajectoire(with_form(team.medecin, form), sophie.id).series
    assert [s.titre for s in other] == ["Verres"]


def test_that_the_felt_evolution_is_followed_from_session_to_session(team, sophie):
    team.seance(sophie.id, OCTOBER, evolution=7)
    team.seance(sophie.id, MARCH, evolution=0)
    team.seance(sophie.id, JUNE)
    (felt,) = trajectoire(team.medecin, sophie.id).series
    assert felt.titre == "Évolution ressentie"
    assert [(m.jour, m.valeur, m.libelle) for m in felt.mesures] == [
        (MARCH, 0, "0 sur\xa010"),
        (OCTOBER, 7, "7 sur\xa010"),
    ]
    assert (felt.bas, felt.haut) == (0, 10)
    assert felt.mesures[0].auteur == "C. Modèle"
    assert felt.mesures[0].fiche is None


def test_that_a_fiche_voided_or_of_a_lost_form_is_left_out(team, sophie):
    kept = scored(team, sophie, MARCH, *AUDIT_24)
    voided = scored(team, sophie, JUNE, *AUDIT_15)
    write(team, "fiches", a_fiche(patient=sophie.id, form="ancienne", answers={"q": 1}))
    office = team.medecin
    with office.store.begin(office.membre.id, team.clock()) as work:
        work.fiches.void(voided.id, "saisie par erreur")
    audit = trajectoire(office, sophie.id).series[0]
    assert [m.fiche for m in audit.mesures] == [kept.id]


def test_that_scales_come_first_then_what_was_measured_last(team, sophie):
    team.seance(sophie.id, date(2026, 11, 5), evolution=4)
    scored(team, sophie, OCTOBER, 3, scale="who_5")  # not finished: no point
    scored(team, sophie, MARCH, *AUDIT_24)
    scored(team, sophie, JUNE, 3, 0, 1, 2, 0, 0, 1, 0, 0, scale="phq_9")
    titles = [s.titre for s in trajectoire(team.medecin, sophie.id).series]
    assert titles == [
        "PHQ-9",
        "PHQ-2 (deux cotes) · PHQ-9",
        "Symptômes comptés · PHQ-9",
        "AUDIT",
        "Consommation · AUDIT",
        "Dépendance · AUDIT",
        "Conséquences · AUDIT",
        "Évolution ressentie",
    ]


def test_that_what_can_be_compared_comes_before_what_was_measured_once(team, sophie):
    for jour in (MARCH, JUNE):
        scored(team, sophie, jour, *AUDIT_24)
    scored(team, sophie, OCTOBER, 3, 0, 1, 2, 0, 0, 1, 0, 0, scale="phq_9")
    series = trajectoire(team.medecin, sophie.id).series
    assert [s.titre for s in series if s.principal] == ["AUDIT", "PHQ-9"]


def test_that_nothing_measured_is_nothing_shown(team, sophie):
    found = trajectoire(team.medecin, sophie.id)
    assert found.series == ()
    assert found.echelle is None


def test_that_the_reception_reads_no_trajectory(team, sophie):
    with pytest.raises(AccessDenied):
        trajectoire(team[Role.SECRETARIAT], sophie.id)


def test_that_another_person_is_never_mixed_in(team, sophie):
    other = team.patient("Autre", "Jean")
    scored(team, other, MARCH, *AUDIT_24)
    assert trajectoire(team.medecin, sophie.id).series == ()
    assert trajectoire(team.medecin, other.id).series[0].derniere.valeur == Decimal(24)
