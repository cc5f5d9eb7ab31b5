"""Each follow-up of one person as it was, counted by hand, and the change of programme."""

from datetime import date, time, timedelta

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.synthese import Etat, Motif, Situation
from microstructure_desktop.services import annulation, anonymat, dossiers, drafts, patients
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.episodes import change_programme, episodes
from microstructure_desktop.services.patients import Formulaire, NotIncludable
from tests.cabinet import TODAY
from tests.factories import a_synthese

from .cases import planned, write

EVE = TODAY - timedelta(days=1)


@pytest.fixture
def sophie(team):
    """Followed since March 2024: she is in her third year."""
    return team.patient(debut=date(2024, 3, 3))


def read(team, patient):
    return episodes(team.psychologue, patient.id)


def done(forfait, role=Role.PSYCHOLOGUE):
    counted = forfait.compteur(role)
    return (counted.faits, counted.inclus, counted.planifies)


def meeting(team, patient, jour, minutes, *, vue=True):
    situation = Situation(patient.id, Motif.QUESTION, minutes=minutes, vue=vue)
    made = a_synthese(jour=jour, situations=(situation,), etat=Etat.CLOSE, close_le=team.clock())
    write(team, "syntheses", made)


def test_that_each_year_of_a_follow_up_is_counted_apart(team, sophie):
    for jour in (date(2024, 5, 14), date(2024, 9, 3), date(2025, 3, 2), date(2025, 3, 3)):
        team.seance(sophie.id, jour)
    team.seance(sophie.id, date(2024, 9, 4), Role.PSYCHIATRE, duree=30)
    meeting(team, sophie, date(2024, 6, 4), 12)
    meeting(team, sophie, date(2026, 6, 4), 7)
    meeting(team, sophie, date(2026, 6, 5), 20, vue=False)
    planned(team, sophie, date(2026, 12, 1))
    (episode,) = read(team, sophie)
    assert [(y.debut, y.fin) for y in episode.annees] == [
        (date(2024, 3, 3), date(2025, 3, 2)),
        (date(2025, 3, 3), date(2026, 3, 2)),
        (date(2026, 3, 3), date(2027, 3, 2)),
    ]
    assert [done(y.forfait) for y in episode.annees] == [(3, 6, 0), (1, 6, 0), (0, 6, 1)]
    assert [(y.concertation, y.psychiatre) for y in episode.annees] == [(12, 30), (0, 0), (7, 0)]
    assert episode.annees[0].couvre(date(2025, 3, 2))
    assert not episode.annees[0].couvre(date(2025, 3, 3))


def test_that_a_programme_without_counts_is_one_long_year(team):
    patient = team.patient(programme="MSMA_HORS_FORFAIT", debut=date(2023, 1, 9))
    team.seance(patient.id, date(2024, 2, 1), Role.PSYCHIATRE, duree=25)
    (episode,) = read(team, patient)
    (year,) = episode.annees
    assert (year.debut, year.fin, year.forfait) == (date(2023, 1, 9), TODAY, None)
    assert year.psychiatre == 25


def test_that_what_came_after_an_episode_is_of_the_next_one(team, sophie):
    (first,) = read(team, sophie)
    patients.close(team.medecin, first.inclusion.id, fin=date(2026, 5, 4), motif="DEMENAGEMENT")
    patients.include(team.medecin, sophie.id, programme="COVID_SM", debut=date(2026, 9, 1))
    for jour in (date(2026, 5, 4), date(2026, 9, 8), date(2026, 9, 15)):
        team.seance(sophie.id, jour)
    planned(team, sophie, date(2026, 12, 1))
    before, now = read(team, sophie)
    assert done(before.annees[-1].forfait) == (1, 6, 0)
    assert done(now.annees[-1].forfait) == (2, 6, 1)
    assert (before.avant, now.avant) == (None, date(2026, 5, 4))
    assert before.couvre(date(2026, 5, 4))
    assert not before.couvre(date(2026, 5, 5))


def test_that_somebody_never_included_has_no_episode(team):
    assert read(team, team.patient(programme=None, debut=None)) == ()


def test_that_a_programme_is_changed_in_one_act_that_is_taken_back(team, sophie):
    office = team.psychologue
    (known,) = read(team, sophie)
    drafts.save(office, drafts.PATIENT, Formulaire.PROGRAMME.sujet(sophie.id), {}, sophie.id)

    def change(office):
        return change_programme(office, known.inclusion.id, programme="EQUIPADDICT", le=TODAY)

    fait = annulation.noted(office, change)
    old, new = read(team, sophie)
    assert (old.inclusion.fin, old.inclusion.motif_sortie) == (EVE, "CHANGEMENT_PROGRAMME")
    assert (new.inclusion, new.inclusion.debut, new.inclusion.fin) == (fait.result, TODAY, None)
    assert (new.inclusion.programme, new.avant) == ("EQUIPADDICT", EVE)
    assert drafts.mine(office) == ()
    annulation.undo(office, fait.changes)
    assert [e.inclusion for e in read(team, sophie)] == [known.inclusion]


@pytest.mark.parametrize(
    ("programme", "le", "said"),
    [
        ("COVID_SM", TODAY, "C’est déjà le programme suivi."),
        ("EQUIPADDICT", date(2024, 3, 3), "Le changement doit suivre l’inclusion du 03/03/2024."),
        ("EQUIPADDICT", TODAY + timedelta(days=1), "Le changement doit être aujourd’hui ou avant."),
    ],
)
def test_that_an_impossible_change_is_refused(team, sophie, programme, le, said):
    (known,) = read(team, sophie)
    with pytest.raises(NotIncludable) as refused:
        change_programme(team.medecin, known.inclusion.id, programme=programme, le=le)
    assert refused.value.sentence == said
    assert [e.inclusion for e in read(team, sophie)] == [known.inclusion]


def test_that_an_ended_episode_is_not_changed(team, sophie):
    (known,) = read(team, sophie)
    patients.close(team.medecin, known.inclusion.id, fin=EVE, motif="DECES")
    with pytest.raises(NotIncludable):
        change_programme(team.medecin, known.inclusion.id, programme="EQUIPADDICT", le=TODAY)


def test_that_a_programme_that_refuses_the_person_is_refused(team):
    child = team.patient(programme="MSMA_HORS_FORFAIT", naissance=date(2010, 1, 1))
    alias = team.patient("Alias", "", programme="MSMA_HORS_FORFAIT", anonyme=True)
    for patient, refusal in ((child, NotIncludable), (alias, anonymat.AliasNotFunded)):
        (known,) = read(team, patient)
        with pytest.raises(refusal):
            change_programme(team.medecin, known.inclusion.id, programme="COVID_SM", le=TODAY)


def test_that_only_carers_read_and_change_episodes(team, sophie):
    (known,) = read(team, sophie)
    reception = team[Role.SECRETARIAT]
    with pytest.raises(AccessDenied):
        episodes(reception, sophie.id)
    with pytest.raises(AccessDenied):
        change_programme(reception, known.inclusion.id, programme="EQUIPADDICT", le=TODAY)
    with pytest.raises(AccessDenied):
        change_programme(
            team[Role.PSYCHIATRE], known.inclusion.id, programme="EQUIPADDICT", le=TODAY
        )


def test_that_planned_acts_of_an_ended_follow_up_are_nobodys(team, sophie):
    (known,) = read(team, sophie)
    patients.close(team.medecin, known.inclusion.id, fin=EVE, motif="DECES")
    planned(team, sophie, date(2026, 12, 1), heure=time(9))
    (ended,) = read(team, sophie)
    assert done(ended.annees[-1].forfait) == (0, 6, 0)


def test_that_an_act_on_the_day_of_a_change_counts_once(team, sophie):
    office = team.medecin
    with office.store.read() as work:
        (before,) = work.inclusions.of(sophie.id)
    patients.close(office, before.id, fin=EVE, motif="CHANGEMENT_PROGRAMME")
    patients.include(office, sophie.id, programme="COVID_SM", debut=EVE)
    team.seance(sophie.id, EVE)
    team.seance(sophie.id, EVE, Role.PSYCHIATRE, duree=30)
    meeting(team, sophie, EVE, 12)
    old, new = read(team, sophie)
    assert (old.annees[-1].concertation, old.annees[-1].psychiatre) == (0, 0)
    assert (new.annees[-1].concertation, new.annees[-1].psychiatre) == (12, 30)
    assert (done(old.annees[-1].forfait), done(new.annees[-1].forfait)) == ((0, 6, 0), (1, 6, 0))
    assert [s.rang for s in dossiers.dossier(office, sophie.id).seances] == [None, 1]
