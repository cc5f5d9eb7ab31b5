"""Problems stop a session from being recorded; doubts are only asked."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import patients
from microstructure_desktop.services.consultations import SeanceSaisie, open_seance
from microstructure_desktop.services.seance_checks import compte, doutes, problems
from tests.cabinet import TODAY

from .cases import planned

GOOD = SeanceSaisie(TypeActe.CONS_PSY, TODAY, time(14), 45)


@pytest.fixture
def sophie(team):
    return team.patient()


def asked(team, sophie, role=Role.PSYCHOLOGUE, **changes):
    opened = open_seance(team[role], sophie.id)
    saisie = replace(opened.saisie, **changes)
    return [(d.champ, d.question) for d in doutes(team[role], opened.id, sophie.id, saisie)]


# --- problems ------------------------------------------------------------------------------


def test_that_a_session_of_today_has_no_problem():
    assert problems(GOOD, TODAY) == {}


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"jour": None}, "jour", "Entrez la date de la séance"),
        ({"jour": date(2026, 11, 20)}, "jour", "aujourd’hui ou avant"),
        ({"heure": None}, "heure", "Entrez l’heure de début"),
        ({"duree": None}, "duree", "Entrez la durée en minutes"),
        ({"duree": 0}, "duree", "Entrez la durée en minutes"),
        ({"duree": 1441}, "duree", "Entrez la durée en minutes"),
        ({"prochaine_heure": time(9)}, "prochain", "Entrez aussi la date"),
        ({"prochain_jour": TODAY}, "prochain", "doit suivre la séance"),
        (
            {"jour": date(2026, 11, 2), "prochain_jour": date(2026, 11, 16)},
            "prochain",
            "aujourd’hui ou après",
        ),
    ],
)
def test_that_each_problem_is_said_at_its_field(changes, field, words):
    (found,) = problems(replace(GOOD, **changes), TODAY).items()
    assert found[0] == field
    assert words in found[1]


def test_that_several_problems_are_said_together():
    empty = replace(GOOD, jour=None, heure=None, duree=None, prochaine_heure=time(9))
    assert list(problems(empty, TODAY)) == ["jour", "heure", "duree", "prochain"]


def test_that_an_appointment_of_today_may_follow_a_session_of_yesterday():
    late = replace(GOOD, jour=date(2026, 11, 18), prochain_jour=TODAY)
    assert problems(late, TODAY) == {}


# --- doubts --------------------------------------------------------------------------------


def test_that_an_ordinary_session_raises_no_doubt(team, sophie):
    assert asked(team, sophie) == []


@pytest.mark.parametrize(("minutes", "count"), [(9, 1), (10, 0), (120, 0), (121, 1), (180, 1)])
def test_that_an_unusual_length_is_asked(team, sophie, minutes, count):
    found = asked(team, sophie, duree=minutes)
    assert [champ for champ, _ in found] == ["duree"] * count
    assert all(f"{minutes} min" in question for _, question in found)


@pytest.mark.parametrize(("jour", "count"), [(date(2026, 9, 20), 0), (date(2026, 9, 19), 1)])
def test_that_a_session_of_more_than_sixty_days_ago_is_asked(team, sophie, jour, count):
    assert len(asked(team, sophie, jour=jour)) == count


def test_that_a_second_session_of_the_day_is_asked_of_its_author_only(team, sophie):
    team.seance(sophie.id, TODAY)
    ((champ, question),) = asked(team, sophie)
    assert champ == "jour"
    assert "déjà notée" in question
    assert asked(team, sophie, Role.TRAVAILLEUR_SOCIAL) == []


def test_that_two_sessions_at_once_are_asked_without_naming_anybody(team, sophie):
    other = team.patient("Ébauche", "Paul")
    team.seance(other.id, TODAY)  # 14:00 to 14:45
    ((champ, question),) = asked(team, sophie, heure=time(14, 30))
    assert champ == "heure"
    assert "Ébauche" not in question
    assert asked(team, sophie, heure=time(14, 45)) == []
    assert asked(team, sophie, heure=time(13, 15)) == []
    assert asked(team, sophie, heure=time(14, 30), issue=Issue.REPORTE) == []


def test_that_an_errand_on_the_day_of_a_session_is_ordinary(team, sophie):
    social = Role.TRAVAILLEUR_SOCIAL
    team.seance(sophie.id, TODAY, social, type=TypeActe.DEMARCHE_SANS_PATIENT)
    assert asked(team, sophie, social, heure=time(16)) == []
    team.seance(sophie.id, TODAY, social)
    errand = TypeActe.DEMARCHE_SANS_PATIENT
    assert asked(team, sophie, social, type=errand, heure=time(16)) == []
    assert [champ for champ, _ in asked(team, sophie, social, heure=time(16))] == ["jour"]


def test_that_people_of_one_group_are_there_at_once(team, sophie):
    other = team.patient("Ébauche", "Paul")
    team.seance(other.id, TODAY, type=TypeActe.GROUPE)
    assert asked(team, sophie, type=TypeActe.GROUPE, heure=time(14)) == []
    assert [champ for champ, _ in asked(team, sophie, heure=time(14))] == ["heure"]


def six_sessions(team, sophie):
    return [team.seance(sophie.id, date(2026, month, 2)) for month in range(4, 10)]


def test_that_the_seventh_of_six_is_asked_and_a_missed_one_is_not(team, sophie):
    six_sessions(team, sophie)
    assert asked(team, sophie) == [("forfait", "Hors forfait\xa0: enregistrer ainsi\xa0?")]
    assert asked(team, sophie, issue=Issue.ABSENT_EXCUSE) == []
    assert asked(team, sophie, type=TypeActe.ENTRETIEN_ENTOURAGE) == []
    assert asked(team, sophie, Role.TRAVAILLEUR_SOCIAL) == []


def test_that_amending_the_sixth_of_six_is_not_beyond_the_forfait(team, sophie):
    sixth = six_sessions(team, sophie)[-1]
    opened = open_seance(team.psychologue, sophie.id, sixth.id)
    (only,) = doutes(team.psychologue, opened.id, sophie.id, opened.saisie)
    assert only.champ == "jour"  # more than two months ago


def test_that_a_session_of_the_year_before_is_not_beyond_this_years_forfait(team):
    paul = team.patient("Ébauche", "Paul", debut=date(2025, 10, 1))
    for day in range(1, 7):
        team.seance(paul.id, date(2026, 11, day))
    team.clock.set(TODAY, time(14, 5))
    fields = [champ for champ, _ in asked(team, paul, jour=date(2026, 9, 25), heure=time(9))]
    assert fields == []
    assert [champ for champ, _ in asked(team, paul)] == ["forfait"]


RISEN = {"rud_change": True, "rud_urgence": "ELEVE"}
ALARM = "Que faites-vous maintenant\xa0? Rien n’est écrit\xa0: enregistrer ainsi\xa0?"


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ({}, 1),
        ({"securite_suite": "ACTION", "securite_prevenus": ["MG"]}, 1),
        ({"securite_suite": "ACTION", "securite_conduite": "Appel au 15"}, 0),
        ({"securite_suite": "SANS_SUITE", "securite_motif": "Revue demain"}, 0),
        ({"securite_suite": "SANS_SUITE", "securite_conduite": "Appel au 15"}, 1),  # not kept
        ({"rud_change": False}, 0),
        ({"rud_urgence": "FAIBLE"}, 0),
    ],
)
def test_that_an_alarm_left_without_a_word_is_asked(team, sophie, said, count):
    reponses = {"seance_psychologue": {**RISEN, **said}}
    assert asked(team, sophie, reponses=reponses) == [("reponses", ALARM)] * count


def test_that_an_alarm_is_asked_of_any_carer_once_the_session_is_held(team, sophie):
    ideas = {"idees_suicidaires": True}
    social, call = Role.TRAVAILLEUR_SOCIAL, TypeActe.CONTACT_TEL
    said = {"type": call, "reponses": {"seance_distance": ideas}}
    assert asked(team, sophie, social, **said) == [("reponses", ALARM)]
    assert asked(team, sophie, social, **said, issue=Issue.ABSENT_EXCUSE) == []
    doctor = Role.MEDECIN
    found = asked(team, sophie, doctor, reponses={"seance_medicale": ideas})
    assert found == [("reponses", ALARM)]
    assert asked(team, sophie, doctor, reponses={"seance_distance": ideas}) == []


def test_that_an_amended_session_is_read_with_its_own_questions(team, sophie):
    done = team.seance(sophie.id, TODAY, reponses={"seance_psychologue": RISEN})
    opened = open_seance(team.psychologue, sophie.id, done.id)
    found = doutes(team.psychologue, opened.id, sophie.id, opened.saisie)
    assert [d.question for d in found] == [ALARM]


def test_that_what_takes_an_act_of_the_forfait_is_what_its_programme_funds(team, sophie):
    office = team.psychologue
    forfait = open_seance(office, sophie.id).forfait

    def takes(role=Role.PSYCHOLOGUE, **changes):
        return compte(office.reference, forfait, role, replace(GOOD, **changes))

    assert takes()
    assert takes(jour=None)
    assert not takes(issue=Issue.ABSENT_NON_EXCUSE)
    assert not takes(type=TypeActe.ENTRETIEN_ENTOURAGE)
    assert not takes(Role.PSYCHIATRE, type=TypeActe.CONS_PSYCHIATRE)
    assert not takes(jour=date(2026, 3, 2))  # the day before the first cycle


# --- the next appointment ------------------------------------------------------------------

CHRISTMAS = date(2026, 12, 25)


def test_that_the_next_appointment_is_asked_about_when_something_speaks_against_it(team, sophie):
    assert asked(team, sophie, prochain_jour=CHRISTMAS, prochaine_heure=time(14)) == [
        ("prochain", "Le 25\xa0décembre est férié (Noël). Garder ce rendez-vous\xa0?")
    ]
    assert asked(team, sophie, prochain_jour=date(2026, 12, 24)) == []


def test_that_it_clashes_with_somebody_else_s_but_not_with_itself(team, sophie):
    later = date(2026, 12, 3)
    planned(team, sophie, later, heure=time(14), duree=45)
    planned(team, team.patient("Autre"), later, heure=time(15), duree=45)
    assert asked(team, sophie, prochain_jour=later, prochaine_heure=time(14, 10)) == []
    ((field, words),) = asked(team, sophie, prochain_jour=later, prochaine_heure=time(14, 30))
    assert field == "prochain"
    assert words.startswith("C. Modèle reçoit déjà quelqu’un le 3\xa0décembre à 15:00.")


def test_that_what_was_kept_so_is_not_asked_again(team, sophie):
    planned(team, sophie, CHRISTMAS, heure=time(14))
    assert asked(team, sophie) == []
    assert asked(team, sophie, prochaine_heure=time(15)) != []


def test_that_a_follow_up_without_forfait_begun_that_day_leaves_the_doubt(team, sophie):
    for jour in range(1, 7):
        team.seance(sophie.id, date(2026, 9, jour))
    office = team.medecin
    with office.store.read() as work:
        (before,) = work.inclusions.of(sophie.id)
    patients.close(office, before.id, fin=GOOD.jour, motif="CHANGEMENT_PROGRAMME")
    patients.include(office, sophie.id, programme="MSMA_HORS_FORFAIT", debut=GOOD.jour)
    assert [champ for champ, _ in asked(team, sophie)] == ["forfait"]
