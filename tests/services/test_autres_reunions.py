"""A meeting of the network from its preparation to its minutes, which never change."""

from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.reunion import Chiffre, Invite, Point, TypeReunion
from microstructure_desktop.domain.synthese import Decision, Etat
from microstructure_desktop.services import actions_decidees, annulation, autres_reunions
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.autres_reunions import (
    NothingSaid,
    OtherMeetingClosed,
    ReunionUnusable,
)
from microstructure_desktop.services.syntheses import SavedMeanwhile
from tests.cabinet import TODAY
from tests.reports.reading import plain, whole
from tests.services.cases import as_role
from tests.services.decided import a_decision

QUARTER = TypeReunion.TRIMESTRIELLE


@pytest.fixture
def office(team):
    return team.psychologue


def opened(office, genre=QUARTER):
    return autres_reunions.ouvrir(office, autres_reunions.creer(office, genre).id)


def held(office, genre=QUARTER, jour=TODAY, **changes):
    found = opened(office, genre)
    said = replace(found.reunion, jour=jour, points=(Point("Divers", "Dit."),), **changes)
    return autres_reunions.close(office, said, found.based_on).reunion


def test_that_the_network_meets_for_two_hours_with_the_whole_team(team, office):
    made = autres_reunions.creer(office, QUARTER)
    assert (made.jour, made.debut, made.fin) == (TODAY, time(14), time(16))
    roles = (Role.MEDECIN, Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL, Role.PSYCHIATRE)
    assert made.membres == tuple(team[r].membre.id for r in roles)
    assert made.redacteur == office.membre.id
    other = autres_reunions.creer(office, TypeReunion.CONCERTATION)
    assert (other.fin, other.membres) == (None, (office.membre.id,))


def test_that_who_came_last_time_is_expected_again(office):
    held(office, invites=(Invite("Léa Martin", "CSAPA"),))
    assert autres_reunions.creer(office, QUARTER).invites == (Invite("Léa Martin", "CSAPA"),)
    assert autres_reunions.creer(office, TypeReunion.CRISE).invites == ()


def test_that_meetings_are_numbered_by_type_and_year(office):
    held(office, jour=date(2025, 12, 9))
    first = held(office, jour=date(2026, 6, 9))
    late = held(office, jour=date(2026, 3, 10))
    crisis = held(office, TypeReunion.CRISE, jour=date(2026, 4, 1))
    numbers = {x.id: x.numero for x in autres_reunions.reunions(office)}
    assert [numbers[x.id] for x in (first, late, crisis)] == [1, 2, 1]
    jours = [x.reunion.jour for x in autres_reunions.reunions(office)]
    assert jours == sorted(jours, reverse=True)


def test_that_what_is_typed_survives_without_being_saved(team, office):
    found = opened(office)
    typed = replace(found.reunion, lieu="Mairie")
    assert autres_reunions.save_draft(office, typed, found.based_on) == team.clock()
    again = autres_reunions.ouvrir(office, typed.id)
    assert (again.reunion.lieu, again.brouillon, again.entre_temps) == ("Mairie", True, "")
    assert autres_reunions.ouvrir(team.medecin, typed.id).reunion.lieu == ""
    autres_reunions.save(office, typed, found.based_on)
    assert not autres_reunions.ouvrir(office, typed.id).brouillon


def test_that_two_versions_are_brought_together(team, office):
    found = opened(office)
    mine = replace(found.reunion, points=(Point("Tests", "Un par mois."),))
    autres_reunions.save_draft(office, mine, found.based_on)
    theirs = replace(found.reunion, points=(Point("Divers"),))
    autres_reunions.save(team.medecin, theirs, found.based_on)
    with pytest.raises(SavedMeanwhile) as refused:
        autres_reunions.save(office, mine, found.based_on)
    assert "Dr Exemple" in refused.value.sentence
    assert autres_reunions.ouvrir(office, mine.id).entre_temps == "Dr Exemple"
    joined = autres_reunions.reunir(office, mine, found.based_on)
    assert [p.titre for p in joined.reunion.points] == ["Divers", "Tests"]
    saved = autres_reunions.save(office, joined.reunion, joined.based_on)
    assert saved.reunion == joined.reunion
    moved = replace(joined.reunion, lieu="Mairie")
    later = autres_reunions.save(office, moved, saved.based_on)
    again = replace(joined.reunion, fin=time(16))
    found = autres_reunions.reunir(team.medecin, again, saved.based_on)
    assert (found.reunion.lieu, found.reunion.fin) == ("Mairie", time(16))
    assert found.based_on == later.based_on


def test_that_a_number_printed_is_never_another_s(office):
    later = opened(office)
    first = held(office)
    assert first.numero == 2
    autres_reunions.annuler(office, later.reunion.id)
    march = held(office, jour=date(2026, 3, 10))
    other = held(office, jour=date(2025, 3, 10))
    assert (march.numero, other.numero) == (1, 1)
    prepared = opened(office).reunion.id
    may = held(office, jour=date(2026, 5, 10))
    assert may.numero == 3
    shown = {x.id: x.numero for x in autres_reunions.reunions(office)}
    assert shown == {first.id: 2, march.id: 1, other.id: 1, prepared: 4, may.id: 3}
    assert autres_reunions.ouvrir(office, first.id).numero == 2


def test_that_text_left_out_by_a_close_is_shown_until_given_up(team, office):
    found = opened(office)
    mine = replace(found.reunion, points=(Point("Tests", "Un par mois."),))
    autres_reunions.save_draft(office, mine, found.based_on)
    theirs = replace(found.reunion, points=(Point("Divers", "Rien."),))
    autres_reunions.close(team.medecin, theirs, found.based_on)
    again = autres_reunions.ouvrir(office, mine.id)
    assert (again.reunion.points, again.ecarte) == (theirs.points, mine)
    assert autres_reunions.ouvrir(team.medecin, mine.id).ecarte is None
    autres_reunions.drop_draft(office, mine.id)
    assert autres_reunions.ouvrir(office, mine.id).ecarte is None


def test_that_nothing_is_told_to_be_left_out_when_everything_is_there(team, office):
    found = opened(office)
    mine = replace(found.reunion, points=(Point("Tests", "Un par mois."), Point("")))
    autres_reunions.save_draft(office, mine, found.based_on)
    autres_reunions.close(team.medecin, mine, found.based_on)
    assert autres_reunions.ouvrir(office, mine.id).ecarte is None


def test_that_a_meeting_does_not_begin_before_its_day(office):
    found = opened(office)
    later = replace(found.reunion, jour=date(2026, 12, 8))
    begun = autres_reunions.commencer(office, later, found.based_on).reunion
    assert (begun.etat, begun.jour) == (Etat.EN_COURS, TODAY)


def test_that_a_meeting_that_has_begun_is_not_closed_for_a_day_to_come(office):
    found = opened(office)
    begun = autres_reunions.commencer(office, found.reunion, found.based_on)
    said = replace(begun.reunion, points=(Point("Tests", "Un par mois."),))
    later = replace(said, jour=TODAY + timedelta(days=1))
    for act in (autres_reunions.save, autres_reunions.close):
        with pytest.raises(ReunionUnusable):
            act(office, later, begun.based_on)
    assert list(autres_reunions.problems(later, TODAY)) == ["jour"]
    assert autres_reunions.close(office, said, begun.based_on).reunion.jour == TODAY


def test_that_minutes_never_change(office):
    closed = held(office)
    assert closed.close
    assert closed.close_le is not None
    based_on = autres_reunions.ouvrir(office, closed.id).based_on
    for act in (autres_reunions.save, autres_reunions.commencer, autres_reunions.close):
        with pytest.raises(OtherMeetingClosed):
            act(office, closed, based_on)
    with pytest.raises(OtherMeetingClosed):
        autres_reunions.annuler(office, closed.id)
    with pytest.raises(OtherMeetingClosed):
        autres_reunions.reunir(office, closed)


def test_that_closing_keeps_what_was_written_and_nothing_empty(office):
    found = opened(office)
    empty = replace(found.reunion, points=(Point("Divers"),), actions=(Decision("a", " "),))
    with pytest.raises(NothingSaid):
        autres_reunions.close(office, empty, found.based_on)
    said = replace(
        empty, points=(Point("Divers"), Point("")), actions=(*empty.actions, Decision("b", "Oui"))
    )
    closed = autres_reunions.close(office, said, found.based_on).reunion
    assert closed.points == (Point("Divers"),)
    assert [d.id for d in closed.actions] == ["b"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"fin": time(14)}, "fin"),
        ({"fin": time(13)}, "fin"),
        ({"points": (Point(" ", "Dit."),)}, "points"),
    ],
)
def test_that_a_bad_field_is_said(office, changes, field):
    found = opened(office)
    bad = replace(found.reunion, **changes)
    assert list(autres_reunions.problems(bad, TODAY)) == [field]
    with pytest.raises(ReunionUnusable):
        autres_reunions.save(office, bad, found.based_on)
    assert autres_reunions.problems(found.reunion, TODAY) == {}
    late = replace(found.reunion, debut=time(22), fin=time(0, 30))
    assert autres_reunions.problems(late, TODAY) == {}


def test_that_a_meeting_made_changed_or_cancelled_is_taken_back(office):
    made = annulation.noted(office, partial(autres_reunions.creer, nature=QUARTER))
    gone = annulation.noted(office, partial(autres_reunions.annuler, reunion_id=made.result.id))
    assert autres_reunions.reunions(office) == ()
    annulation.undo(office, gone.changes)
    assert len(autres_reunions.reunions(office)) == 1
    annulation.undo(office, made.changes)
    assert autres_reunions.reunions(office) == ()


def test_that_closing_is_not_taken_back(office):
    found = opened(office)
    said = replace(found.reunion, points=(Point("Divers", "Dit."),))
    close = partial(autres_reunions.close, reunion=said, based_on=found.based_on)
    fait = annulation.noted(office, close)
    with pytest.raises(OtherMeetingClosed):
        annulation.undo(office, fait.changes)


def test_that_the_minutes_are_printed_with_their_figures_as_they_were(office):
    figures = (Chiffre("file_active", "2026-10", 12), Chiffre("file_active", "2026-09"))
    closed = held(office, chiffres=figures)
    made = autres_reunions.imprimer(office, closed.id)
    said = plain(whole(made.pdf))
    assert made.fichier == "reunion-trimestrielle-2026-11-19.pdf"
    assert not made.nominatif
    for part in ("N° 1 DE 2026", "Personnes vues dans le mois", "retenu", "septembre 2026."):
        assert part in said
    assert "provisoire" not in said
    assert "provisoire" in plain(
        whole(autres_reunions.imprimer(office, opened(office).reunion.id).pdf)
    )


def test_that_what_earlier_meetings_asked_for_is_printed_as_it_stood(office):
    asked = a_decision("Écrire au CSAPA", qui=office.membre.id)
    done = a_decision("Afficher les dates", "2")
    held(office, jour=date(2026, 6, 9), actions=(asked, done))
    actions_decidees.faire(office, done.id)
    found = opened(office)
    sheet = plain(whole(autres_reunions.imprimer(office, found.reunion.id).pdf))
    assert "Décidé les fois précédentes Action Écrire au CSAPA Décidée le 09/06/2026" in sheet
    assert "Afficher" not in sheet
    said = replace(found.reunion, points=(Point("Divers", "Dit."),))
    closed = autres_reunions.close(office, said, found.based_on).reunion
    actions_decidees.faire(office, asked.id)
    again = plain(whole(autres_reunions.imprimer(office, closed.id).pdf))
    assert "Écrire au CSAPA" in again
    assert [r.depuis for r in closed.reportees] == [date(2026, 6, 9)]


def test_that_the_coordination_takes_part_and_the_secretariat_does_not(team):
    outside = as_role(team.medecin, Role.COORDINATION)
    found = opened(outside)
    autres_reunions.save(outside, found.reunion, found.based_on)
    assert len(autres_reunions.reunions(outside)) == 1
    secretary = team[Role.SECRETARIAT]
    for act in (
        partial(autres_reunions.reunions),
        partial(autres_reunions.creer, nature=QUARTER),
        partial(autres_reunions.ouvrir, reunion_id=found.reunion.id),
        partial(autres_reunions.imprimer, reunion_id=found.reunion.id),
        partial(autres_reunions.annuler, reunion_id=found.reunion.id),
    ):
        with pytest.raises(AccessDenied):
            act(secretary)
