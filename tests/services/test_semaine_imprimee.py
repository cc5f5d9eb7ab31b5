"""The week on paper says what the role may read, and no name unless asked."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import semaine_imprimee
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.journal_words import DETAILS
from microstructure_desktop.services.presences import EtatRendezVous
from tests.cabinet import TODAY
from tests.factories import an_absence
from tests.reports.reading import plain, whole

from .cases import as_role, planned, write

MONDAY = date(2026, 11, 16)


@pytest.fixture
def sophie(team):
    return team.patient()


def text(team, role=Role.PSYCHOLOGUE, **options):
    return plain(whole(semaine_imprimee.document(team[role], MONDAY, **options).pdf))


def test_that_people_are_initials_and_a_number_unless_named(team, sophie):
    planned(team, sophie, TODAY, heure=time(14), duree=45)
    planned(team, sophie, TODAY, heure=time(16), entourage=True)
    assert "14:00 – 14:45 S. L. · n° 0001" in text(team)
    assert "Entourage de S. L." in text(team)
    assert "LÉGENDE" not in text(team)
    assert "LÉGENDE Sophie (n° 0001)" in text(team, noms=True)


def test_that_the_file_names_nobody(team):
    document = semaine_imprimee.document(team.psychologue, MONDAY)
    assert document.fichier == "semaine-2026-11-16.pdf"
    assert not document.nominatif
    assert semaine_imprimee.document(team.psychologue, MONDAY, noms=True).nominatif


def test_that_the_access_log_says_what_was_printed(team):
    document = semaine_imprimee.document(team.psychologue, MONDAY)
    assert DETAILS[document.genre] == "rendez-vous de la semaine"


def test_that_what_surrounds_the_day_is_told(team, sophie):
    psy = team.psychologue.membre.id
    write(team, "absences", an_absence(membre=psy, du=TODAY, au=TODAY))
    planned(team, sophie, TODAY)
    team.seance(sophie.id, TODAY, issue=Issue.ABSENT_EXCUSE)
    shown = text(team, membre=psy)
    assert "Claire Modèle · du 16 novembre" in shown
    assert "C. Modèle : absence" in shown
    assert "excusé" in shown
    assert "Toute l’équipe" in text(team, Role.SECRETARIAT)


def test_that_every_state_has_its_word():
    assert set(semaine_imprimee.ETATS) == set(EtatRendezVous)


def test_that_whoever_reads_no_agenda_prints_none(team):
    with pytest.raises(AccessDenied):
        semaine_imprimee.document(as_role(team.medecin, Role.COORDINATION), MONDAY)
