"""What Accueil announces of the next meeting is what its page opens on."""

from datetime import date, timedelta

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.synthese import Etat, Motif, Situation
from microstructure_desktop.services import syntheses
from microstructure_desktop.services.cercle import cercle
from microstructure_desktop.services.reunion_annoncee import annoncee
from tests.cabinet import TODAY
from tests.factories import a_synthese

from .cases import asked, write
from .merges import discussed, joined

SOON = TODAY + timedelta(days=5)


@pytest.fixture
def sophie(team):
    return team.patient()


def announced(team, role=Role.PSYCHOLOGUE):
    office = team[role]
    with office.store.read() as work:
        return annoncee(work, office, work.syntheses.all(), cercle(office, work), TODAY)


def prepared(team, *people, jour=SOON):
    situations = tuple(Situation(p.id, Motif.AJOUT) for p in people)
    return write(team, "syntheses", a_synthese(jour=jour, situations=situations))


def test_that_without_a_meeting_everybody_to_discuss_is_proposed(team, sophie):
    asked(team, team.patient("Bernard", "Luc"), "Relais ?")
    found = announced(team)
    assert (found.ligne, found.jour, found.propositions) == (None, TODAY, 2)


def test_that_who_is_on_the_agenda_is_proposed_no_more(team, sophie):
    made = prepared(team, sophie)
    asked(team, team.patient("Bernard", "Luc"), "Relais ?")
    found = announced(team)
    assert (found.ligne.id, found.jour, found.propositions) == (made.id, SOON, 1)


def test_that_a_record_that_joined_another_is_on_the_agenda_under_both(team, sophie):
    other = team.patient("Legende", programme=None, debut=None)
    prepared(team, other)
    joined(team, sophie, other)
    assert announced(team).propositions == 0


def test_that_what_is_being_typed_counts(team, sophie):
    prepared(team)
    office = team.psychologue
    page = syntheses.prepare(office)
    assert announced(team).propositions == 1
    situation = syntheses.add_patient(office, sophie.id)
    typed = type(page.synthese)(
        page.synthese.id, SOON, page.synthese.debut, situations=(situation,)
    )
    syntheses.save_draft(office, typed, page.based_on)
    assert announced(team).propositions == 0
    assert announced(team, Role.MEDECIN).propositions == 1


def test_that_who_takes_no_part_knows_only_the_day(team, sophie):
    prepared(team, sophie)
    found = announced(team, Role.SECRETARIAT)
    assert (found.ligne, found.jour, found.propositions) == (None, SOON, 0)


def test_that_who_comes_to_some_meetings_knows_those(team, sophie):
    discussed(team, sophie, jour=date(2026, 10, 20))
    psychiatre = team[Role.PSYCHIATRE].membre.id
    theirs = a_synthese(jour=SOON, situations=(), presents=(psychiatre,), etat=Etat.PREPAREE)
    assert announced(team, Role.PSYCHIATRE).ligne is None
    write(team, "syntheses", theirs)
    found = announced(team, Role.PSYCHIATRE)
    assert (found.ligne.id, found.propositions) == (theirs.id, 0)
