"""What is left before the day is over, counted by hand."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import accueil, consultations, drafts
from microstructure_desktop.services.fin_de_journee import GenreReste
from microstructure_desktop.services.suivi import FICHE_DE_SUIVI
from tests.cabinet import TODAY

from .cases import asked, filled, planned


@pytest.fixture
def sophie(team):
    return team.patient()


def end(team, role=Role.PSYCHOLOGUE):
    return accueil.accueil(team[role]).fin


def left(team):
    return [(r.genre, r.patient.nom if r.patient else None) for r in end(team).restes]


def test_that_an_empty_day_is_in_order_and_not_over(team):
    found = end(team)
    assert (found.en_ordre, found.passee, found.questions) == (True, False, 0)


def test_that_presences_come_first_then_drafts_then_fiches(team, sophie):
    planned(team, sophie, TODAY, heure=time(14))
    luc = team.patient("Bernard", "Luc")
    planned(team, luc, TODAY, heure=time(15))
    opened = consultations.open_seance(team.psychologue, luc.id)
    consultations.save_draft(team.psychologue, opened.id, luc.id, {"note_partagee": "x"})
    filled(team, sophie, complete=False)
    assert left(team) == [
        (GenreReste.PRESENCE, "Légende"),
        (GenreReste.SEANCE, "Bernard"),
        (GenreReste.FICHE, "Légende"),
    ]
    presence, seance, fiche = end(team).restes
    assert (presence.heure, seance.cible) == (time(14), opened.id)
    assert fiche.cible == FICHE_DE_SUIVI
    assert fiche.titre


def test_that_a_fiche_being_typed_is_told_once(team, sophie):
    filled(team, sophie, complete=False)
    drafts.save(team.psychologue, drafts.FICHE, "f", {"form": FICHE_DE_SUIVI}, sophie.id)
    assert left(team) == [(GenreReste.FICHE, "Légende")]


def test_that_a_meeting_being_written_is_about_nobody(team):
    drafts.save(team.psychologue, drafts.SYNTHESE, "m", {"x": 1})
    assert left(team) == [(GenreReste.REUNION, None)]


def test_that_what_is_of_another_day_or_of_a_colleague_is_not_asked(team, sophie):
    filled(team, sophie)
    planned(team, sophie, TODAY, Role.MEDECIN)
    planned(team, sophie, date(2026, 11, 18), Role.MEDECIN)
    planned(team, sophie, date(2026, 11, 4))
    planned(team, sophie, date(2026, 11, 20))
    drafts.save(team.medecin, drafts.ADDITIF, "m", {"texte": "x"})
    drafts.save(team.psychologue, "retour", "x", {"page": "accueil"})
    assert end(team).en_ordre


def test_that_what_was_left_on_the_days_before_is_still_asked(team, sophie):
    filled(team, sophie, date(2026, 11, 12), complete=False)
    kept = planned(team, sophie, date(2026, 11, 16), heure=time(9))
    planned(team, sophie, date(2026, 11, 5), heure=time(10))
    team.seance(sophie.id, kept.jour)
    planned(team, sophie, TODAY, heure=time(15))
    found = end(team).restes
    assert [(r.genre, r.jour) for r in found] == [
        (GenreReste.PRESENCE, date(2026, 11, 5)),
        (GenreReste.PRESENCE, None),
        (GenreReste.FICHE, None),
    ]


def test_that_every_text_begun_is_asked(team, sophie):
    office = team.psychologue
    drafts.save(office, drafts.PATIENT, f"{sophie.id}/lettre", {"corps": "x"}, sophie.id)
    drafts.save(office, drafts.PATIENT, drafts.NEW, {"nom": "x"})
    drafts.save(office, drafts.ADDITIF, "m", {"texte": "x"})
    drafts.save(office, drafts.REUNION, "r", {"texte": "x"})
    assert {(r.genre, r.cible) for r in end(team).restes} == {
        (GenreReste.DOSSIER, f"{sophie.id}/lettre"),
        (GenreReste.INSCRIPTION, drafts.NEW),
        (GenreReste.ADDITIF, "m"),
        (GenreReste.AUTRE_REUNION, "r"),
    }


def test_that_whatever_was_recorded_is_in_order(team, sophie):
    planned(team, sophie, TODAY, heure=time(14))
    team.seance(sophie.id, TODAY, issue=Issue.ABSENT_NON_EXCUSE)
    found = end(team)
    assert found.en_ordre
    assert found.passee


def test_that_the_day_is_over_after_the_last_appointment(team, sophie):
    planned(team, sophie, TODAY, heure=time(14), duree=45)
    team.clock.set(TODAY, time(14, 44))
    assert not end(team).passee
    team.clock.set(TODAY, time(14, 45))
    assert end(team).passee


def test_that_a_cancelled_last_appointment_ends_nothing(team, sophie):
    planned(team, sophie, TODAY, heure=time(9))
    team.seance(sophie.id, TODAY, issue=Issue.ANNULE_PRO)
    assert not end(team).passee


def test_that_one_s_own_open_questions_are_counted(team, sophie):
    asked(team, sophie, "Reprise ?")
    asked(team, sophie, "Autre ?", Role.MEDECIN)
    assert end(team).questions == 1
    assert end(team, Role.SECRETARIAT) is None
