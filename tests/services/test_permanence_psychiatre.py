"""The psychiatrist's month, counted by hand, and who reads what of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.permanence import M08, TempsTenu
from microstructure_desktop.services import equipe, journal
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.actions_decidees import faire
from microstructure_desktop.services.journal import Demande
from microstructure_desktop.services.permanence_psychiatre import (
    Eloignement,
    ReunionTenue,
    permanence,
)
from microstructure_desktop.services.presences import EtatRendezVous
from tests.cabinet import TODAY

from .cases import oppose, planned
from .permanences_psy import TENTH, THIRD, a_month

OCTOBER = Mois(2026, 10)


@pytest.fixture
def people(team):
    sophie, jean = team.patient(), team.patient("Autre", "Jean")
    a_month(team, sophie, jean)
    return sophie, jean


@pytest.fixture
def month(team, people):
    return permanence(team.psychologue)


def test_that_hours_people_and_advice_are_counted_by_hand(people, month):
    """Kept: 30 + 20 + 15. Meeting: 13:00 to 13:45. Nineteen days of thirty bear 76 minutes."""
    seen = frozenset([people[0].id])
    assert month.bilan == M08(TempsTenu(actes=65, reunions=45, du=120), seen, avis=1)
    assert month.bilan.temps.tenu == 110
    assert month.prorata == 76
    assert month.attendu.source
    assert month.reunions == (ReunionTenue(TODAY, None, 45),)
    assert (month.mois, month.jour) == (Mois(2026, 11), TODAY)


def test_that_her_hours_of_the_month_say_who_is_awaited_and_when_she_is_away(team, month):
    her = team[Role.PSYCHIATRE].membre
    assert [(p.jour.day, p.plage.duree, p.attendus) for p in month.presences] == [
        (3, 30, 0),
        (10, 30, 0),
        (24, 30, 1),
    ]
    assert month.absences == (Eloignement(her, date(2026, 11, 16), date(2026, 11, 20)),)
    assert month.psychiatres == (her,)


def test_that_everybody_awaited_or_seen_is_there_in_their_order(people, month):
    sophie, jean = people
    told = [(p.jour, p.patient, p.etat, p.minutes) for p in month.passages]
    assert sorted(told[:2], key=str) == sorted(
        [(THIRD, sophie, EtatRendezVous.FAIT, 30), (THIRD, jean, EtatRendezVous.EXCUSE, 0)],
        key=str,
    )
    assert sorted(told[2:4], key=str) == sorted(
        [(TENTH, sophie, EtatRendezVous.FAIT, 20), (TENTH, jean, EtatRendezVous.FAIT, 15)],
        key=str,
    )
    assert told[4:] == [(date(2026, 11, 24), jean, EtatRendezVous.ATTENDU, 0)]


def test_that_treatments_certificates_and_advice_are_told(people, month):
    sophie, jean = people
    (first,) = [p for p in month.passages if p.certificats]
    assert (first.patient, first.certificats) == (sophie, ("Dossier handicap (MDPH)",))
    assert (first.traitement, first.revoir) == ("Changé", True)
    (given,) = [p for p in month.passages if p.avis]
    assert (given.patient, given.demande[1]) == (jean, "Baisser la dose ?")
    assert [p.traitement for p in month.passages if p.traitement] == ["Changé", "Poursuivi"]


def test_that_what_is_asked_of_her_waits_until_it_is_done(team, people, month):
    (wanted,) = month.demandes
    assert wanted.action.decision.texte == "Avis sur le sommeil"
    assert [(q.texte, q.auteur) for q in month.questions] == [
        ("Hospitaliser ?", team.psychologue.membre)
    ]
    her = team[Role.PSYCHIATRE]
    assert permanence(her).demandes[0].mienne
    faire(her, wanted.action.decision.id)
    assert permanence(her).demandes == ()


def test_that_another_month_is_whole(team, people):
    found = permanence(team.medecin, OCTOBER)
    assert found.bilan == M08(TempsTenu(0, 0, 120), frozenset(), 0)
    assert (found.prorata, found.passages, found.absences) == (120, (), ())
    assert len(found.presences) == 4


def test_that_a_programme_without_psychiatrist_expects_nothing(team, people):
    with team.medecin.store.read() as work:
        cabinet = work.cabinet.get()
    equipe.save_cabinet(team.medecin, replace(cabinet, programme="MSMA_HORS_FORFAIT"))
    found = permanence(team.medecin)
    assert (found.attendu, found.prorata, found.bilan.temps.du) == (None, None, None)


def test_that_who_objects_is_counted_and_not_named(team, people):
    sophie, jean = people
    planned(team, sophie, date(2026, 11, 25), Role.PSYCHIATRE)
    oppose(team, sophie)
    found = permanence(team.medecin)
    assert {p.patient for p in found.passages} == {jean}
    assert (found.retenus, found.demandes) == (1, ())
    assert found.bilan.temps.actes == 65
    assert permanence(team.psychologue).retenus == 0


def test_that_reading_answers_is_noted_once(team, people):
    for _ in range(2):
        permanence(team.medecin)
    lines = journal.read(team.medecin, Demande(membre=team.medecin.membre.id)).lignes
    said = [x.patient for x in lines if x.quoi.endswith("permanence de psychiatrie")]
    assert sorted(said, key=str) == sorted(people, key=str)


def test_that_the_reception_does_not_read_it(team):
    with pytest.raises(AccessDenied):
        permanence(team[Role.SECRETARIAT])


def test_that_days_before_the_month_expect_nothing_yet(team, people):
    ahead = permanence(team.medecin, Mois.de(TODAY + timedelta(days=31)))
    assert (ahead.prorata, ahead.bilan.temps.tenu) == (0, 0)
