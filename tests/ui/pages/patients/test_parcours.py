"""The story of a follow-up as dated events."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import DecisionId, MembreId
from microstructure_desktop.domain.synthese import Decision, Etat, Motif, Situation
from microstructure_desktop.services import dossiers
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients import parcours
from microstructure_desktop.ui.texts import NBSP
from tests.cabinet import TODAY
from tests.factories import a_synthese
from tests.services.cases import filled, planned, write


@pytest.fixture
def story(team):
    """What the psychologist, or another role, sees of somebody."""

    def told(patient, role=Role.PSYCHOLOGUE):
        office = team[role]
        dossier = dossiers.dossier(office, patient.id)
        return parcours.events_of(dossier, office.reference, office.membre)

    return told


def meeting(team, patient, **changes):
    situation = Situation(patient.id, Motif.QUESTION, **changes.pop("situation", {}))
    synthese = a_synthese(jour=TODAY, debut=time(12, 30), situations=(situation,))
    return write(team, "syntheses", replace(synthese, **changes))


def test_that_a_session_says_who_how_long_where_and_its_rank(story, team, followed):
    event = story(followed)[0]
    assert (event.titre, event.role, event.heure) == (
        "Consultation psychologique", "psychologue", time(14),
    )  # fmt: skip
    assert event.legende == f"C. Modèle · 45{NBSP}min · au cabinet · 4ᵉ du forfait"
    assert (event.texte, event.tags) == ("Note du 12", ())


def test_that_a_session_tells_its_note_then_the_answers_shared(story, team, sophie):
    said = {"seance_psychologue": {"rud_change": False, "craving": 7}}
    team.seance(sophie.id, date(2026, 11, 5), note_partagee="Va mieux.", reponses=said)
    safe = f"Le risque suicidaire est à réévaluer aujourd’hui{NBSP}: Non"
    (mine,), (theirs,) = story(sophie), story(sophie, Role.MEDECIN)
    craving = f"Envie de consommer ou de recommencer{NBSP}: 7{NBSP}sur{NBSP}10"
    assert mine.texte == f"Va mieux.\n{safe}\n{craving}"
    assert theirs.texte == f"Va mieux.\n{safe}"


def test_that_only_ones_own_session_is_corrected_from_here(story, followed):
    mine, theirs = story(followed)[:2]
    assert mine.route.name == "seance"
    assert mine.route["consultation_id"]
    assert (theirs.role, theirs.route, theirs.action) == ("travailleur_social", None, "")


def test_that_an_absence_has_a_tag_and_no_length(story, team, sophie):
    team.seance(sophie.id, date(2026, 11, 5), issue=Issue.ABSENT_EXCUSE)
    (event,) = story(sophie)
    assert (event.legende, event.tags) == ("C. Modèle", (("Absente excusée", "warn"),))


def test_that_an_act_beyond_what_is_included_says_so(story, team, sophie):
    for jour in range(1, 8):
        team.seance(sophie.id, date(2026, 11, jour))
    assert story(sophie)[0].legende.endswith("7ᵉ, hors forfait")
    assert story(sophie)[1].legende.endswith("6ᵉ du forfait")


def test_that_what_is_planned_comes_first_with_its_role(story, team, followed):
    planned(team, followed, date(2026, 12, 1), Role.MEDECIN, heure=time(9, 40), duree=40)
    event = story(followed)[0]
    assert (event.titre, event.role, event.tags) == ("Rendez-vous", "medecin", (parcours.PLANNED,))
    assert event.legende == f"Dr Exemple · 40{NBSP}min"


def test_that_a_fiche_opens_for_its_profession_and_is_read_by_the_others(story, team, sophie):
    fiche = filled(team, sophie)
    mine, theirs = story(sophie)[0], story(sophie, Role.MEDECIN)[0]
    assert mine.route == Route("fiche", patient_id=sophie.id, fiche_id=fiche.id)
    assert theirs.route == Route(
        "dossier", patient_id=sophie.id, onglet="fiches", fiche_id=fiche.id
    )
    assert (mine.heure, mine.genre, mine.tags) == (None, parcours.FICHES, (("Complète", "ok"),))


def test_that_a_closed_meeting_tells_decisions_and_time(story, team, sophie):
    decisions = (Decision(DecisionId("1"), "Bilan"), Decision(DecisionId("2"), "Avis"))
    synthese = meeting(
        team, sophie, etat=Etat.CLOSE, close_le=team.clock(),
        situation={"decisions": decisions, "minutes": 6, "vue": True},
    )  # fmt: skip
    (event,) = story(sophie)
    assert event.legende == f"1{NBSP}participant · 6{NBSP}min de concertation"
    assert event.texte == f"Décision{NBSP}: Bilan\nDécision{NBSP}: Avis"
    assert event.route == Route("synthese", synthese_id=synthese.id)


def test_that_a_meeting_that_ran_out_of_time_says_so(story, team, sophie):
    meeting(team, sophie, etat=Etat.CLOSE, close_le=team.clock())
    assert story(sophie)[0].legende == "À l’ordre du jour, non évoquée"


@pytest.mark.parametrize(
    ("etat", "tag", "page"),
    [(Etat.PREPAREE, "Prévue", "preparation"), (Etat.EN_COURS, "En cours", "synthese")],
)
def test_that_a_meeting_to_come_tells_its_question(story, team, sophie, etat, tag, page):
    meeting(team, sophie, etat=etat, situation={"question": "Relais ?"})
    (event,) = story(sophie)
    assert (event.tags[0][0], event.texte, event.route.name) == (tag, "Relais ?", page)


def test_that_other_events_take_their_place_among_them(team, followed):
    office = team.psychologue
    other = parcours.Evenement(date(2026, 9, 8), time(15), parcours.REPERES, "fiche", "Autre")
    dossier = dossiers.dossier(office, followed.id)
    told = parcours.events_of(dossier, office.reference, office.membre, (other,))
    assert [e.jour for e in told].index(date(2026, 9, 8)) == told.index(other) == 2


def test_that_an_author_who_is_not_known_is_left_out(team, sophie):
    dossier = dossiers.dossier(team.psychologue, sophie.id)
    assert parcours.author(dossier, MembreId("?")) == ""


def test_that_what_a_menu_is_about_says_who_may_cancel_it(story, team, sophie):
    seance = team.seance(sophie.id, date(2026, 11, 12))
    rdv = planned(team, sophie, date(2026, 12, 3), Role.TRAVAILLEUR_SOCIAL)
    fiche = filled(team, sophie)

    def told(role):
        return {e.cible.entity: e.cible.mine for e in story(sophie, role) if e.cible is not None}

    assert told(Role.PSYCHOLOGUE) == {seance.id: True, rdv.id: False, fiche.id: True}
    assert told(Role.MEDECIN) == {seance.id: True, rdv.id: False, fiche.id: True}
