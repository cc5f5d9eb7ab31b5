"""What colleagues did since the person last received, and no word of what was said."""

from dataclasses import fields
from datetime import date, datetime, time, timedelta

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import DecisionId
from microstructure_desktop.domain.synthese import Decision, Etat, Motif, Situation
from microstructure_desktop.services import accueil, droits_personne, fiches, patients
from microstructure_desktop.services.nouvelles import GenreNouvelle, Nouvelle
from microstructure_desktop.services.oppositions import Cible
from tests.cabinet import TODAY
from tests.factories import a_synthese

from .cases import filled, planned, write
from .merges import joined

G = GenreNouvelle
DECISION = Decision(DecisionId("d"), "Appeler le CSAPA")


@pytest.fixture
def sophie(team, on):
    """Registered long before."""
    return on(1, 9, team.patient)


@pytest.fixture
def was_there(team, sophie):
    """The psychologist last received on the 12th, from two to a quarter to three."""
    return team.seance(sophie.id, date(2026, 11, 12))


@pytest.fixture
def on(team):
    """Do something on a day, then come back to today."""

    def act(day, hour, what):
        team.clock.set(date(2026, 11, day), time(hour))
        done = what()
        team.clock.set(TODAY, time(14, 5))
        return done

    return act


def news(team, role=Role.PSYCHOLOGUE):
    return accueil.accueil(team[role]).nouvelles


def told(team, role=Role.PSYCHOLOGUE):
    return [(n.genre, n.patient.nom) for n in news(team, role).lignes]


def test_that_the_last_presence_is_the_end_of_the_last_session(team, was_there):
    end = datetime.combine(date(2026, 11, 12), time(14)) + timedelta(minutes=was_there.duree)
    assert news(team).depuis == end.astimezone()
    assert news(team, Role.MEDECIN).depuis is None


def test_that_what_was_before_the_last_presence_is_not_told(team, sophie, was_there):
    luc = team.patient("Bernard", "Luc", debut=date(2026, 11, 2))
    team.seance(sophie.id, date(2026, 11, 16), Role.TRAVAILLEUR_SOCIAL)
    team.seance(luc.id, date(2026, 11, 17), Role.MEDECIN)
    team.seance(luc.id, date(2026, 11, 18))  # one's own
    assert G.SEANCE not in [n.genre for n in news(team).lignes]  # the last presence is the 18th


def test_that_sessions_since_then_are_told_with_their_act_and_author(team, sophie, was_there):
    team.seance(sophie.id, date(2026, 11, 16), Role.TRAVAILLEUR_SOCIAL)
    team.seance(sophie.id, date(2026, 11, 17), Role.MEDECIN)
    doctor, social = news(team).lignes[:2]
    assert (doctor.genre, doctor.auteur.role) == (G.SEANCE, Role.MEDECIN)
    assert social.titre == "Entretien social"
    assert doctor.at.astimezone().date() == date(2026, 11, 17)


def test_that_who_did_not_come_is_no_news(team, sophie, was_there):
    team.seance(sophie.id, date(2026, 11, 16), Role.MEDECIN, issue=Issue.ABSENT_NON_EXCUSE)
    assert G.SEANCE not in [n.genre for n in news(team).lignes]


def test_that_inclusions_and_ends_are_told(team, sophie, was_there, on):
    on(16, 9, lambda: team.patient("Bernard", "Luc", debut=date(2026, 11, 16)))
    assert (G.INCLUSION, "Bernard") in told(team)

    def leave():
        with team.medecin.store.read() as work:
            (episode,) = work.inclusions.of(sophie.id)
        patients.close(team.medecin, episode.id, fin=date(2026, 11, 17), motif="DEMENAGEMENT")

    on(17, 9, leave)
    exit_ = next(n for n in news(team).lignes if n.genre is G.SORTIE)
    assert (exit_.patient.nom, exit_.titre) == ("Légende", "Déménagement")


def test_that_a_completed_fiche_is_told_by_its_title(team, sophie, on):
    team.seance(sophie.id, date(2026, 11, 10), Role.MEDECIN)
    on(16, 9, lambda: filled(team, sophie, date(2026, 11, 16)))
    on(17, 9, lambda: filled(team, sophie, date(2026, 11, 17), complete=False))
    (fiche,) = [n for n in news(team, Role.MEDECIN).lignes if n.genre is G.FICHE]
    assert "psychologique" in fiche.titre.lower()


def test_that_decisions_of_a_meeting_one_missed_are_counted(team, sophie, was_there, on):
    def hold(*present):
        decided = Situation(sophie.id, Motif.AJOUT, vue=True, decisions=(DECISION, DECISION))
        write(
            team,
            "syntheses",
            a_synthese(
                etat=Etat.CLOSE, close_le=team.clock(), presents=present, situations=(decided,)
            ),
            Role.MEDECIN,
        )

    on(16, 13, lambda: hold(team.medecin.membre.id))
    (found,) = [n for n in news(team).lignes if n.genre is G.DECISIONS]
    assert (found.patient, found.nombre) == (sophie, 2)
    on(17, 13, lambda: hold(team.medecin.membre.id, team.psychologue.membre.id))
    assert len([n for n in news(team).lignes if n.genre is G.DECISIONS]) == 1
    assert G.DECISIONS not in [n.genre for n in news(team, Role.PSYCHIATRE).lignes]


def test_that_about_somebody_awaited_it_goes_back_to_the_last_session_with_them(
    team, sophie, was_there, on
):
    luc = on(2, 9, lambda: team.patient("Bernard", "Luc"))
    team.seance(sophie.id, date(2026, 11, 13), Role.MEDECIN)
    team.seance(luc.id, date(2026, 11, 18))  # the last presence
    assert told(team) == []
    planned(team, sophie, TODAY)
    (found,) = news(team).lignes
    assert (found.patient, found.attendu) == (sophie, True)


def test_that_the_last_session_with_one_person_says_nothing_of_the_others(
    team, sophie, was_there, on
):
    luc = on(2, 9, lambda: team.patient("Bernard", "Luc"))
    team.seance(luc.id, date(2026, 11, 13), Role.MEDECIN)
    team.seance(luc.id, date(2026, 11, 18))  # the last presence; Sophie was seen on the 12th
    planned(team, sophie, TODAY)
    assert told(team) == []


def test_that_old_news_about_people_not_awaited_are_left_out(team, sophie):
    team.seance(sophie.id, date(2026, 9, 1))
    team.seance(sophie.id, date(2026, 10, 12), Role.MEDECIN)
    assert G.SEANCE not in [n.genre for n in news(team).lignes]
    planned(team, sophie, TODAY)
    assert G.SEANCE in [n.genre for n in news(team).lignes]


def test_that_what_the_person_objects_to_share_is_not_told(team, sophie, was_there):
    team.seance(sophie.id, date(2026, 11, 16), Role.MEDECIN)
    assert G.SEANCE in [n.genre for n in news(team).lignes]
    before = Cible(Objet.PARTAGE, role=Role.PSYCHOLOGUE)
    droits_personne.declarer(team.medecin, sophie.id, before, oppose=True, jour=TODAY)
    assert G.SEANCE not in [n.genre for n in news(team).lignes]


def test_that_nothing_of_what_was_said_is_carried():
    assert {f.name for f in fields(Nouvelle)} == {
        "genre", "patient", "auteur", "at", "titre", "nombre", "attendu",
    }  # fmt: skip


def test_that_who_reads_no_care_has_no_news(team, sophie):
    team.seance(sophie.id, date(2026, 11, 16), Role.MEDECIN)
    assert news(team, Role.SECRETARIAT).lignes == ()
    assert news(team, Role.SECRETARIAT).depuis is None


def test_that_a_merge_is_no_news_and_hides_none(team, sophie, was_there, on):
    gone = on(1, 10, lambda: team.patient("Legende", debut=date(2026, 6, 1)))
    with team.medecin.store.read() as work:
        (episode,) = work.inclusions.of(gone.id)
    on(2, 9, lambda: patients.close(team.medecin, episode.id, fin=date(2026, 11, 2), motif="PDV"))
    on(2, 10, lambda: filled(team, gone, date(2026, 11, 2)))
    late = on(2, 11, lambda: filled(team, gone, date(2026, 10, 2), complete=False))
    team.seance(sophie.id, date(2026, 11, 10), Role.TRAVAILLEUR_SOCIAL)
    on(16, 9, lambda: completed(team, late))
    joined(team, sophie, gone)
    assert [
        (n.genre, n.auteur.role, n.at.date())
        for n in news(team, Role.TRAVAILLEUR_SOCIAL).lignes
        if n.genre is not G.SEANCE
    ] == [(G.FICHE, Role.PSYCHOLOGUE, date(2026, 11, 16))]


def completed(team, fiche):
    opened = fiches.open_fiche(team.psychologue, fiche.id)
    fiches.save(
        team.psychologue, opened, jour=fiche.jour, answers=dict(opened.answers), complete=True
    )
