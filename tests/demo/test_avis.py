"""The fictional psychiatrist is there for the team too."""

from random import Random

from microstructure_desktop.demo import avis, calendar, material
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services.permanence_psychiatre import permanence


def test_that_an_opinion_is_one_act_about_somebody_not_met(team):
    patient = team.patient()
    avis.give(team[Role.PSYCHIATRE], patient.id, material.load(), Random(1))
    with team.medecin.store.read() as work:
        (acte,) = work.consultations.of(patient.id)
    assert acte.role is Role.PSYCHIATRE
    assert acte.duree == avis.MINUTES
    assert acte.hors_rendez_vous
    assert acte.note_partagee in material.load().network["avis"]["textes"]


def test_that_each_month_has_its_opinion_and_the_hours_are_counted(told):
    story = told[0]
    office = story.offices[Role.PSYCHIATRE]
    months = [Mois(2026, n) for n in (8, 9, 10, 11)]
    read = [permanence(office, mois) for mois in months]
    assert [[p.jour for p in one.passages if p.avis] for one in read] == [
        [calendar.psychiatrist_day(mois)] for mois in months
    ]
    assert all(one.bilan.avis == 1 for one in read)
    assert any(one.reunions for one in read)
