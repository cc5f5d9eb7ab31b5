"""One forfait, the same figures wherever they are read, on the days when two could be counted."""

from datetime import date, time, timedelta

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.synthese import Motif, Situation
from microstructure_desktop.services import (
    accueil,
    compte_rendu_fige,
    dossiers,
    forfaits,
    patients,
    venues,
)
from microstructure_desktop.services.agenda import faits_of
from microstructure_desktop.services.consultations import open_seance
from microstructure_desktop.services.episodes import episodes
from tests.cabinet import TODAY
from tests.factories import a_synthese

from .cases import planned
from .merges import joined

EVE, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def done(found) -> tuple[date, int, int] | None:
    """When a forfait opened, the psychologist's sessions that it counts and those planned."""
    compteur = found.compteur(Role.PSYCHOLOGUE) if found is not None else None
    return (found.debut, compteur.faits, compteur.planifies) if compteur is not None else None


def by_year(team, patient):
    """What the page « Forfaits » and the card of the record say of each year, the page first."""
    page = [done(x.decompte.forfait) for x in forfaits.forfaits(team.medecin).lignes]
    told = [e.annees for e in episodes(team.medecin, patient.id)]
    card = [done(annee.forfait) for annees in told for annee in annees]
    counted = [done(a.decompte.forfait) for annees in told for a in annees if a.forfait]
    return (
        sorted(x for x in page if x is not None),
        sorted(x for x in card if x is not None),
        sorted(x for x in counted if x is not None),
    )


def under_way(team, patient):
    """What is said of the follow-up of the day: by the record, the meeting, the reception."""
    office = team.medecin
    meeting = a_synthese(jour=TODAY, situations=(Situation(patient.id, Motif.QUESTION),))
    with office.store.read() as work:
        (facts,) = faits_of(work, office, (), [], TODAY)
        printed = compte_rendu_fige.forfaits_imprimes(work, office, meeting)[patient.id]
    seen = venues.venues(team[Role.SECRETARIAT], patient.id).compteurs
    reception = [c.faits for c in seen if c.role is Role.PSYCHOLOGUE]
    record = dossiers.dossier(office, patient.id).forfait
    minutes = done(printed)
    return (
        done(record),
        done(facts.forfait),
        minutes[:2] if minutes else None,
        reception,
    )


def of_the_day(team, patient):
    """Which session the one to come today is: on Accueil, then on the page where it is written.

    Then the sessions that Accueil sums over the open forfaits.
    """
    for hour in (14, 16):
        planned(team, patient, TODAY, heure=time(hour))
    day = accueil.accueil(team.psychologue)
    coming = next(x for x in day.rendez_vous if x.consultation is None)
    compteur = open_seance(team.psychologue, patient.id).forfait.compteur(Role.PSYCHOLOGUE)
    return coming.rang, compteur.faits + 1, day.chiffres.actes[Role.PSYCHOLOGUE][0]


@pytest.fixture
def changed(team):
    """Two sessions before today, one today; the follow-up of March ends today, another begins."""
    sophie = team.patient()
    for jour in (date(2026, 4, 7), EVE, TODAY):
        team.seance(sophie.id, jour)
    planned(team, sophie, TOMORROW)
    (first,) = episodes(team.medecin, sophie.id)
    patients.close(team.medecin, first.inclusion.id, fin=TODAY, motif="CHANGEMENT_PROGRAMME")
    return sophie


def test_that_the_day_of_a_change_is_of_the_new_follow_up_everywhere(team, changed):
    patients.include(team.medecin, changed.id, programme="COVID_SM", debut=TODAY)
    years = [(date(2026, 3, 3), 2, 0), (TODAY, 1, 1)]
    assert by_year(team, changed) == (years, years, years)
    assert under_way(team, changed) == (years[1], years[1], (TODAY, 1), [1])
    assert of_the_day(team, changed) == (2, 2, 3)


def test_that_a_follow_up_that_opens_no_forfait_leaves_the_day_to_the_one_before(team, changed):
    patients.include(team.medecin, changed.id, programme="MSMA_HORS_FORFAIT", debut=TODAY)
    years = [(date(2026, 3, 3), 3, 0)]
    assert by_year(team, changed) == (years, years, years)
    assert under_way(team, changed) == (None, None, None, [])
    assert of_the_day(team, changed) == (4, 4, 3)


def test_that_what_comes_after_an_exit_is_in_no_forfait(team, changed):
    team.clock.set(TOMORROW, time(9))
    team.seance(changed.id, TOMORROW)
    years = [(date(2026, 3, 3), 3, 0)]
    assert by_year(team, changed) == (years, years, years)
    assert open_seance(team.psychologue, changed.id).forfait is None
    assert accueil.accueil(team.psychologue).chiffres.actes == {}


def test_that_overlapping_follow_ups_share_the_sessions_everywhere(team):
    """The record that joined had a follow-up from May to July, inside the one that goes on."""
    kept = team.patient()
    other = team.patient("Legende", debut=date(2026, 5, 4))
    (short,) = episodes(team.medecin, other.id)
    patients.close(team.medecin, short.inclusion.id, fin=date(2026, 7, 31), motif="DEMENAGEMENT")
    for jour in (date(2026, 4, 7), date(2026, 6, 2), date(2026, 7, 31), date(2026, 8, 1)):
        team.seance(kept.id, jour)
    team.seance(other.id, date(2026, 5, 5))
    planned(team, kept, TOMORROW)
    joined(team, kept, other, certain=True)
    years = [(date(2026, 3, 3), 2, 1), (date(2026, 5, 4), 3, 0)]
    assert by_year(team, kept) == (years, years, years)
    assert under_way(team, kept) == (years[0], years[0], (date(2026, 3, 3), 2), [2])
    assert of_the_day(team, kept) == (3, 3, 2)
