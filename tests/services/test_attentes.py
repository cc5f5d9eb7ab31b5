"""What waits for one role in particular."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.permanence import TempsTenu
from microstructure_desktop.domain.synthese import Etat, Motif, Situation
from microstructure_desktop.services import accueil
from microstructure_desktop.services.attentes import GenreAttente
from microstructure_desktop.services.permanence_psychiatre import permanence
from tests.cabinet import TODAY
from tests.factories import a_synthese

from .cases import as_role, asked, planned, write
from .merges import discussed, joined
from .permanences_psy import a_month


def waits(team, role):
    return [(a.genre, a.patient.nom) for a in accueil.accueil(team[role]).attentes]


def recalls(team, role=Role.SECRETARIAT):
    return [(r.patient.nom, r.rendez_vous.jour.day) for r in accueil.accueil(team[role]).rappels]


# --- the doctor ----------------------------------------------------------------------------


def test_that_the_doctor_sees_who_is_not_included_then_long_consultations(team):
    team.patient("Tard", debut=date(2026, 6, 1))
    team.patient("Tôt", debut=date(2026, 2, 1))
    team.patient("Nouveau", programme=None, debut=None)
    held = team.patient("Faite", debut=date(2026, 3, 1))
    team.seance(held.id, date(2026, 4, 7), Role.MEDECIN)
    team.patient("Hors", programme="MSMA_HORS_FORFAIT")
    foreseen = team.patient("Prévue", debut=date(2026, 3, 1))
    planned(team, foreseen, date(2026, 12, 1), Role.MEDECIN)
    assert waits(team, Role.MEDECIN) == [
        (GenreAttente.INCLUSION, "Nouveau"),
        (GenreAttente.CONSULTATION_LONGUE, "Tôt"),
        (GenreAttente.CONSULTATION_LONGUE, "Tard"),
    ]
    first = accueil.accueil(team.medecin).attentes[1]
    assert first.jour == date(2027, 1, 31)
    assert waits(team, Role.PSYCHOLOGUE) == []


# --- the psychiatrist ----------------------------------------------------------------------


def test_that_the_psychiatrist_sees_the_questions_of_the_others_oldest_first(team):
    sophie, luc = team.patient(), team.patient("Bernard", "Luc")
    team.clock.set(date(2026, 11, 10), time(9))
    asked(team, luc, "Traitement ?", Role.MEDECIN)
    team.clock.set(TODAY, time(14))
    asked(team, sophie, "Bilan ?")
    asked(team, sophie, "la mienne", Role.PSYCHIATRE)
    shown = accueil.accueil(team[Role.PSYCHIATRE]).attentes
    assert [(a.patient.nom, a.auteur.role, a.jour) for a in shown] == [
        ("Bernard", Role.MEDECIN, date(2026, 11, 10)),
        ("Légende", Role.PSYCHOLOGUE, TODAY),
    ]


def test_that_an_answered_question_waits_no_more(team):
    sophie = team.patient()
    asked(team, sophie, "Bilan ?")
    write(
        team,
        "syntheses",
        a_synthese(
            etat=Etat.CLOSE,
            close_le=team.clock(),
            situations=(Situation(sophie.id, Motif.AJOUT, vue=True),),
        ),
    )
    assert waits(team, Role.PSYCHIATRE) == []


def test_that_a_question_answered_before_a_merge_does_not_come_back(team):
    kept, gone = team.patient(), team.patient("Legende", programme=None, debut=None)
    asked(team, gone, "Bilan ?")
    discussed(team, gone, jour=TODAY)
    joined(team, kept, gone)
    assert waits(team, Role.PSYCHIATRE) == []
    assert accueil.accueil(team.psychologue).fin.questions == 0


def test_that_her_month_is_the_one_of_her_page(team):
    # 30 + 20 + 15 minutes of acts and 45 of meeting, of the two hours that the programme expects.
    a_month(team, team.patient(), team.patient("Autre", "Jean"))
    month = accueil.accueil(team[Role.PSYCHIATRE]).temps_du_mois
    assert month == TempsTenu(actes=65, reunions=45, du=120)
    assert month == permanence(team[Role.PSYCHIATRE]).bilan.temps
    assert accueil.accueil(team.psychologue).temps_du_mois is None


# --- the reception -------------------------------------------------------------------------


@pytest.fixture
def missed(team):
    """Somebody who did not come on Tuesday, without a word."""
    sophie = team.patient()
    planned(team, sophie, date(2026, 11, 17))
    team.seance(sophie.id, date(2026, 11, 17), issue=Issue.ABSENT_NON_EXCUSE)
    return sophie


def test_that_the_reception_calls_back_who_missed_without_a_word(team, missed):
    luc = team.patient("Bernard", "Luc")
    planned(team, luc, date(2026, 11, 16))
    team.seance(luc.id, date(2026, 11, 16), issue=Issue.ABSENT_NON_EXCUSE)
    excused = team.patient("Excusé")
    planned(team, excused, date(2026, 11, 17))
    team.seance(excused.id, date(2026, 11, 17), issue=Issue.ABSENT_EXCUSE)
    assert recalls(team) == [("Légende", 17), ("Bernard", 16)]
    assert recalls(team, Role.PSYCHOLOGUE) == []
    assert accueil.accueil(as_role(team[Role.SECRETARIAT], Role.COORDINATION)).rappels == ()


def test_that_somebody_awaited_again_is_not_called(team, missed):
    planned(team, missed, date(2026, 11, 26), Role.MEDECIN)
    assert recalls(team) == [("Légende", 17)]
    planned(team, missed, date(2026, 11, 26))
    assert recalls(team) == []


def test_that_somebody_seen_since_is_not_called(team, missed):
    team.seance(missed.id, date(2026, 11, 18))
    assert recalls(team) == []


def test_that_after_two_weeks_it_is_the_team_s_concern(team, missed):
    team.clock.set(date(2026, 12, 1), time(9))
    assert recalls(team) == [("Légende", 17)]
    team.clock.set(date(2026, 12, 2), time(9))
    assert recalls(team) == []
