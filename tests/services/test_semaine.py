"""One week, read by each role."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.creneaux import Plage
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import SyntheseId
from microstructure_desktop.services import comptes, drafts, semaine
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.presences import EtatRendezVous
from tests.cabinet import TODAY
from tests.factories import a_permanence, a_synthese, an_absence

from .cases import as_role, planned, write

MONDAY = date(2026, 11, 16)


@pytest.fixture
def sophie(team):
    return team.patient()


def week(team, role=Role.PSYCHOLOGUE, lundi=MONDAY, *, mine=False):
    office = team[role]
    return semaine.semaine(office, lundi, office.membre.id if mine else None)


def of_day(found, jour):
    return next(j for j in found.jours if j.jour == jour)


def test_that_a_week_goes_from_monday_to_saturday():
    assert semaine.lundi_de(TODAY) == MONDAY
    assert semaine.lundi_de(MONDAY) == MONDAY
    assert semaine.lundi_de(date(2026, 11, 21)) == MONDAY
    assert semaine.lundi_de(date(2026, 11, 22)) == date(2026, 11, 23)  # a Sunday looks ahead


def test_that_the_whole_team_or_one_is_shown(team, sophie):
    planned(team, sophie, MONDAY, heure=time(10))
    planned(team, sophie, date(2026, 11, 21), Role.MEDECIN, heure=time(9))
    planned(team, sophie, date(2026, 11, 22), heure=time(9))  # Sunday
    both = week(team)
    assert [(r.rendez_vous.jour.day, r.membre.role) for r in both.rendez_vous] == [
        (16, Role.PSYCHOLOGUE), (21, Role.MEDECIN),
    ]  # fmt: skip
    assert [r.membre.role for r in week(team, mine=True).rendez_vous] == [Role.PSYCHOLOGUE]
    assert [m.role for m in both.membres] == [
        Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL, Role.PSYCHIATRE,
    ]  # fmt: skip
    assert len(both.jours) == 6


def test_that_each_appointment_says_its_state(team, sophie):
    luc = team.patient("Bernard", "Luc")
    planned(team, sophie, TODAY, heure=time(14))
    planned(team, luc, TODAY, heure=time(15))
    planned(team, luc, date(2026, 11, 17), heure=time(15))
    team.seance(luc.id, date(2026, 11, 17), issue=Issue.ABSENT_NON_EXCUSE)
    drafts.save(team.psychologue, drafts.SEANCE, "s", {"note": "x"}, sophie.id)
    assert [r.etat for r in week(team).rendez_vous] == [
        EtatRendezVous.ABSENT, EtatRendezVous.EN_COURS, EtatRendezVous.ATTENDU,
    ]  # fmt: skip
    # a session is begun for today's appointment only
    planned(team, sophie, date(2026, 11, 20), heure=time(9))
    assert week(team).rendez_vous[-1].etat is EtatRendezVous.ATTENDU
    team.clock.set(date(2026, 11, 20), time(8))  # the day after, it is only a text
    assert week(team).rendez_vous[-1].etat is EtatRendezVous.ATTENDU
    # what somebody else is writing says nothing here
    assert week(team, Role.SECRETARIAT).rendez_vous[1].etat is EtatRendezVous.ATTENDU


def test_that_permanences_absences_and_holidays_are_told(team):
    psy = team.psychologue.membre
    write(team, "permanences", a_permanence(membre=psy.id))
    write(team, "permanences", a_permanence(membre=psy.id, jour_semaine=4))
    write(team, "absences", an_absence(membre=psy.id, du=date(2026, 12, 24), au=date(2026, 12, 26)))
    shown = week(team, lundi=date(2026, 12, 21))
    thursday, friday = of_day(shown, date(2026, 12, 24)), of_day(shown, date(2026, 12, 25))
    assert [(p.membre, p.absent) for p in thursday.presences] == [(psy, True)]
    assert thursday.absents == (psy,)
    assert (friday.presences, friday.ferie, thursday.ferie) == ((), "Noël", "")


def test_that_who_is_suspended_is_not_there_any_more_but_was(team, sophie):
    psychologue = team.psychologue.membre.id
    write(team, "permanences", a_permanence(membre=psychologue, jour_semaine=2))
    write(team, "permanences", a_permanence(membre=psychologue, jour_semaine=4))
    write(team, "absences", an_absence(membre=psychologue, du=MONDAY, au=date(2026, 11, 20)))
    planned(team, sophie, date(2026, 11, 20))
    comptes.suspend(team.medecin, psychologue)
    found = week(team, Role.MEDECIN)
    wednesday, friday = (of_day(found, date(2026, 11, n)) for n in (18, 20))
    assert len(wednesday.presences) == len(wednesday.absents) == 1
    assert (friday.presences, friday.absents) == ((), ())
    assert [r.membre.id for r in friday.rendez_vous] == [psychologue]  # for a colleague
    assert psychologue not in {m.id for m in found.membres}


def test_that_the_meeting_is_shown_with_its_hours(team):
    write(team, "syntheses", a_synthese(jour=TODAY, debut=time(12, 30), fin=None))
    assert of_day(week(team), TODAY).reunion.plage == Plage.entre(time(12, 30), time(13, 30))
    write(
        team,
        "syntheses",
        a_synthese(id=SyntheseId("s"), jour=MONDAY, debut=time(12), fin=time(12, 45)),
    )
    assert of_day(week(team, Role.SECRETARIAT), MONDAY).reunion.plage.duree == 45
    assert of_day(week(team), date(2026, 11, 17)).reunion is None


def test_that_the_hours_shown_hold_everything(team, sophie):
    assert week(team).ouverte == Plage.entre(time(9), time(18))
    planned(team, sophie, MONDAY, heure=time(7, 45))
    planned(team, sophie, TODAY, heure=time(18, 30), duree=45)
    assert week(team).ouverte == Plage.entre(time(7), time(20))


def test_that_usual_lengths_are_known(team):
    shown = week(team)
    assert shown.durees[team.psychologue.membre.id] == 45
    assert shown.durees[team.travailleur_social.membre.id] == 30


def test_that_whoever_has_no_agenda_reads_none(team):
    with pytest.raises(AccessDenied):
        semaine.semaine(as_role(team.medecin, Role.COORDINATION), MONDAY)


def test_that_an_appointment_of_a_record_taken_back_breaks_nothing(team, sophie):
    planned(team, sophie, TODAY)
    with team.medecin.store.begin(team.medecin.membre.id, team.clock()) as work:
        work.patients.void(sophie.id, "reprise annulée")
    assert week(team).rendez_vous == ()
