"""Sessions: prefilled, kept while typed, recorded once, amended by their author only."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import consultations
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.consultations import Attendus, attendus
from microstructure_desktop.services.motif import ReasonMissing
from microstructure_desktop.store.failures import NoteSealed, RecordMissing, StaleRevision
from tests.cabinet import TODAY
from tests.factories import a_rendez_vous, a_synthese


@pytest.fixture
def sophie(team):
    return team.patient()


def plan(team, patient, jour, role=Role.PSYCHOLOGUE, **changes):
    membre = team[role].membre.id
    rdv = a_rendez_vous(patient=patient.id, membre=membre, jour=jour, **changes)
    with team[role].store.begin(membre, team.clock()) as work:
        work.rendez_vous.save(rdv)
    return rdv


def recorded(office, opened, **changes):
    motif = "Oubli" if opened.based_on else ""
    saisie = replace(opened.saisie, **{"motif_modification": motif, **changes})
    return consultations.record(office, opened.id, opened.patient.id, saisie, opened.based_on)


# --- what a new session opens with ---------------------------------------------------------


def test_that_a_new_session_opens_now_at_the_cabinet_for_the_usual_time(team, sophie):
    opened = consultations.open_seance(team.psychologue, sophie.id)
    saisie = opened.saisie
    assert (saisie.jour, saisie.heure) == (TODAY, time(14))  # 14:05, down to the quarter
    assert (saisie.duree, saisie.lieu, saisie.issue) == (45, "CABINET", Issue.HONORE)
    assert saisie.type is TypeActe.CONS_PSY
    assert (saisie.themes, saisie.evolution, saisie.note_partagee) == ((), None, "")
    assert (saisie.question, saisie.prochain_jour, saisie.prochaine_heure) == (None, None, None)
    assert (opened.based_on, opened.brouillon, opened.enregistre_le) == (None, None, None)
    assert (opened.age, opened.nombre, opened.derniere) == (34, 0, None)


@pytest.mark.parametrize(
    ("role", "first", "minutes"),
    [
        (Role.MEDECIN, TypeActe.CONS_MG_LONGUE, 45),
        (Role.TRAVAILLEUR_SOCIAL, TypeActe.ENTRETIEN_TS, 30),
        (Role.PSYCHIATRE, TypeActe.CONS_PSYCHIATRE, 30),
    ],
)
def test_that_each_profession_opens_its_own_kind_of_session(team, sophie, role, first, minutes):
    opened = consultations.open_seance(team[role], sophie.id)
    assert (opened.types[0], opened.saisie.type, opened.saisie.duree) == (first, first, minutes)
    assert TypeActe.ENTRETIEN_ENTOURAGE in opened.types


def test_that_todays_own_appointment_gives_the_hour_and_the_length(team, sophie):
    plan(team, sophie, TODAY, heure=time(10, 20), duree=60)
    plan(team, sophie, TODAY, Role.TRAVAILLEUR_SOCIAL, heure=time(9))
    opened = consultations.open_seance(team.psychologue, sophie.id)
    assert (opened.saisie.heure, opened.saisie.duree) == (time(10, 20), 60)


def test_that_the_next_own_appointment_and_question_are_already_there(team, sophie):
    first = consultations.open_seance(team.psychologue, sophie.id)
    recorded(
        team.psychologue,
        first,
        jour=date(2026, 11, 12),
        question="Relais tabac",
        prochain_jour=date(2026, 12, 3),
        prochaine_heure=time(11),
    )
    saisie = consultations.open_seance(team.psychologue, sophie.id).saisie
    assert saisie.question == "Relais tabac"
    assert (saisie.prochain_jour, saisie.prochaine_heure) == (date(2026, 12, 3), time(11))
    other = consultations.open_seance(team.travailleur_social, sophie.id).saisie
    assert (other.question, other.prochain_jour) == (None, None)


def test_that_the_forfait_the_last_note_and_the_meeting_are_at_hand(team, sophie):
    for jour in (date(2026, 9, 3), date(2026, 10, 1), date(2026, 11, 5)):
        team.seance(sophie.id, jour, note_partagee=f"Note du {jour:%d/%m}")
    team.seance(sophie.id, date(2026, 11, 12), issue=Issue.ABSENT_EXCUSE)
    team.seance(sophie.id, date(2026, 11, 13), Role.MEDECIN, note_partagee="Autre métier")
    for jour in (date(2026, 12, 10), date(2026, 11, 26)):
        with team.medecin.store.begin(team.medecin.membre.id, team.clock()) as work:
            work.syntheses.save(a_synthese(jour=jour))
    opened = consultations.open_seance(team.psychologue, sophie.id)
    compteur = opened.forfait.compteur(Role.PSYCHOLOGUE)
    assert (compteur.faits, compteur.inclus, compteur.reste) == (3, 6, 3)
    assert opened.forfait.fin == date(2027, 3, 2)
    assert (opened.nombre, opened.derniere.note_partagee) == (3, "Note du 05/11")
    assert opened.prochaine_synthese == date(2026, 11, 26)


def test_that_the_themes_one_notes_most_lately_come_first(team, sophie):
    team.seance(sophie.id, date(2026, 11, 5), themes=("SOMMEIL", "FAMILLE"))
    team.seance(sophie.id, date(2026, 11, 12), themes=("SOMMEIL",))
    team.seance(sophie.id, date(2026, 11, 6), Role.TRAVAILLEUR_SOCIAL, themes=("LOGEMENT",))
    team.seance(sophie.id, date(2026, 5, 6), themes=("TRAUMA",))  # too long ago
    themes = consultations.open_seance(team.psychologue, sophie.id).themes
    assert themes[:3] == ("SOMMEIL", "FAMILLE", "CONSOMMATIONS")
    assert len(themes) == len(set(themes)) == 10


def test_that_the_readers_of_a_shared_note_are_those_who_open_clinical_records(team, sophie):
    opened = consultations.open_seance(team.psychologue, sophie.id)
    assert set(opened.lecteurs) == {"Dr Exemple", "N. Témoin", "Dr Gabarit"}


def test_that_the_secretary_opens_and_records_no_session(team, sophie):
    secretary = team[Role.SECRETARIAT]
    opened = consultations.open_seance(team.psychologue, sophie.id)
    with pytest.raises(AccessDenied):
        consultations.open_seance(secretary, sophie.id)
    with pytest.raises(AccessDenied):
        consultations.record(secretary, opened.id, sophie.id, opened.saisie)


# --- drafts --------------------------------------------------------------------------------


def test_that_an_unfinished_session_is_taken_up_again_as_it_was_typed(team, sophie):
    opened = consultations.open_seance(team.psychologue, sophie.id)
    typed = {"jour": "19/1x", "note_partagee": "Dort mie", "note_personnelle": "canari"}
    at = consultations.save_draft(team.psychologue, opened.id, sophie.id, typed)
    again = consultations.open_seance(team.psychologue, sophie.id)
    assert again.id == opened.id
    assert {key: again.brouillon[key] for key in typed} == typed
    assert again.enregistre_le == at == team.clock()
    assert again.based_on is None


def test_that_a_draft_belongs_to_its_author_and_to_its_patient(team, sophie):
    opened = consultations.open_seance(team.psychologue, sophie.id)
    consultations.save_draft(team.psychologue, opened.id, sophie.id, {"note_partagee": "x"})
    others = (
        consultations.open_seance(team.psychologue, team.patient("Ébauche").id),
        consultations.open_seance(team.travailleur_social, sophie.id),
    )
    assert [(o.id == opened.id, o.brouillon) for o in others] == [(False, None)] * 2


def test_that_a_correction_under_way_is_not_taken_for_a_new_session(team, sophie):
    done = team.seance(sophie.id, date(2026, 11, 12))
    consultations.save_draft(team.psychologue, done.id, sophie.id, {"note_partagee": "corrigée"})
    assert consultations.open_seance(team.psychologue, sophie.id).id != done.id
    assert consultations.open_seance(team.psychologue, sophie.id, done.id).brouillon is not None


def test_that_recording_drops_the_draft_and_giving_it_up_too(team, sophie):
    for end in (recorded, lambda office, opened: consultations.drop_draft(office, opened.id)):
        opened = consultations.open_seance(team.psychologue, sophie.id)
        consultations.save_draft(team.psychologue, opened.id, sophie.id, {"note_partagee": "x"})
        end(team.psychologue, opened)
        again = consultations.open_seance(team.psychologue, sophie.id)
        assert (again.id != opened.id, again.brouillon) == (True, None)


def test_that_the_personal_note_is_sealed_in_the_draft_and_in_the_record(team, sophie):
    opened = consultations.open_seance(team.psychologue, sophie.id)
    consultations.save_draft(team.psychologue, opened.id, sophie.id, {"note_personnelle": "canari"})
    with team.psychologue.store.read() as work:
        draft = work.drafts.get(f"seance:{opened.id}", team.psychologue.membre.id)
    assert "canari" not in str(draft.payload)
    made = recorded(team.psychologue, opened, note_personnelle=" canari ")
    with team.psychologue.store.read() as work:
        stored = work.revisions.at(work.revisions.head(made.id))
    assert stored["note_personnelle"]
    assert "canari" not in str(stored)
    assert team.psychologue.personal.open(made.note_personnelle) == "canari"
    with pytest.raises(NoteSealed):
        team.medecin.personal.open(made.note_personnelle)


# --- recording -----------------------------------------------------------------------------


def test_that_a_session_keeps_what_was_said(team, sophie):
    opened = consultations.open_seance(team.psychologue, sophie.id)
    made = recorded(
        team.psychologue,
        opened,
        themes=("SOMMEIL", "TRAVAIL"),
        evolution=0,
        lieu="VISIO",
        note_partagee="  Trois semaines sans alcool.\n",
    )
    with team.medecin.store.read() as work:
        kept = work.consultations.get(opened.id)
        history = work.revisions.history(opened.id)
    assert kept == made
    assert (kept.themes, kept.evolution, kept.lieu) == (("SOMMEIL", "TRAVAIL"), 0, "VISIO")
    assert (kept.membre, kept.role) == (team.psychologue.membre.id, Role.PSYCHOLOGUE)
    assert kept.note_partagee == "Trois semaines sans alcool."
    assert [(r.number, r.author) for r in history] == [(1, team.psychologue.membre.id)]


@pytest.mark.parametrize("issue", [i for i in Issue if i is not Issue.HONORE])
def test_that_a_session_not_held_says_neither_theme_nor_evolution(team, sophie, issue):
    opened = consultations.open_seance(team.psychologue, sophie.id)
    made = recorded(
        team.psychologue, opened, issue=issue, themes=("SOMMEIL",), evolution=6, note_partagee="A"
    )
    assert (made.themes, made.evolution, made.note_partagee) == ((), None, "A")


def test_that_felt_evolution_is_asked_by_two_professions_of_the_person_themselves():
    psy, held = Role.PSYCHOLOGUE, Issue.HONORE
    assert attendus(psy, TypeActe.CONS_PSY, held) == Attendus(themes=True, evolution=True)
    assert attendus(Role.TRAVAILLEUR_SOCIAL, TypeActe.ENTRETIEN_TS, held).evolution
    assert not attendus(psy, TypeActe.ENTRETIEN_ENTOURAGE, held).evolution
    assert attendus(Role.MEDECIN, TypeActe.CONS_MG_LONGUE, held) == Attendus(
        themes=True, evolution=False
    )
    assert not attendus(Role.PSYCHIATRE, TypeActe.CONS_PSYCHIATRE, held).evolution
    absent = attendus(psy, TypeActe.CONS_PSY, Issue.ABSENT_EXCUSE)
    assert absent == Attendus(themes=False, evolution=False)


def test_that_nobody_is_present_or_absent_where_nobody_was_to_come(team, sophie):
    errand = attendus(Role.TRAVAILLEUR_SOCIAL, TypeActe.DEMARCHE_SANS_PATIENT, Issue.ABSENT_EXCUSE)
    assert errand == Attendus(themes=True, evolution=False, presence=False)
    opened = consultations.open_seance(team.travailleur_social, sophie.id)
    made = recorded(
        team.travailleur_social,
        opened,
        type=TypeActe.DEMARCHE_SANS_PATIENT,
        issue=Issue.REPORTE,
        themes=("LOGEMENT",),
    )
    assert (made.issue, made.themes) == (Issue.HONORE, ("LOGEMENT",))


def test_that_a_session_its_question_and_its_appointment_are_one_transaction(team, sophie):
    opened = consultations.open_seance(team.psychologue, sophie.id)
    made = recorded(team.psychologue, opened)
    again = consultations.open_seance(team.psychologue, sophie.id, made.id)
    consultations.save_draft(team.psychologue, made.id, sophie.id, {"note_partagee": "brouillon"})
    stale = replace(again, based_on="0" * 32)
    with pytest.raises(StaleRevision):
        recorded(team.psychologue, stale, question="Q", prochain_jour=date(2026, 12, 3), duree=50)
    with team.psychologue.store.read() as work:
        assert work.consultations.get(made.id) == made
        assert (work.questions.of(sophie.id), work.rendez_vous.of(sophie.id)) == ([], [])
    kept = consultations.open_seance(team.psychologue, sophie.id, made.id).brouillon
    assert kept["note_partagee"] == "brouillon"


def test_that_an_appointment_without_hour_takes_that_of_the_session(team, sophie):
    opened = consultations.open_seance(team.psychologue, sophie.id)
    recorded(team.psychologue, opened, heure=time(9, 30), prochain_jour=date(2026, 12, 3))
    with team.psychologue.store.read() as work:
        (rdv,) = work.rendez_vous.of(sophie.id)
    assert (rdv.jour, rdv.heure, rdv.duree) == (date(2026, 12, 3), time(9, 30), 45)


# --- amending ------------------------------------------------------------------------------


def test_that_a_finished_session_opens_as_recorded_without_counting_itself(team, sophie):
    team.seance(sophie.id, date(2026, 9, 3), note_partagee="avant")
    done = team.seance(
        sophie.id, date(2026, 10, 1), note_personnelle="pour moi", evolution=4, themes=("PROJET",)
    )
    team.seance(sophie.id, date(2026, 11, 5), note_partagee="après")
    opened = consultations.open_seance(team.psychologue, sophie.id, done.id)
    saisie = opened.saisie
    assert (opened.id, saisie.jour, saisie.evolution) == (done.id, date(2026, 10, 1), 4)
    assert (saisie.themes, saisie.note_personnelle) == (("PROJET",), "pour moi")
    assert opened.forfait.compteur(Role.PSYCHOLOGUE).faits == 2
    assert (opened.derniere.note_partagee, opened.nombre) == ("avant", 1)
    assert opened.based_on is not None
    assert opened.enregistre_le.date() == date(2026, 10, 1)


def test_that_an_amendment_keeps_what_was_recorded_before(team, sophie):
    done = team.seance(sophie.id, date(2026, 11, 12), note_partagee="Première version")
    opened = consultations.open_seance(team.psychologue, sophie.id, done.id)
    recorded(team.psychologue, opened, note_partagee="Seconde version", duree=30)
    with team.psychologue.store.read() as work:
        now = work.consultations.get(done.id)
        old, new = work.revisions.history(done.id)
        first = work.consultations.at(old.id)
    assert (now.note_partagee, now.duree) == ("Seconde version", 30)
    assert (first.note_partagee, first.duree) == ("Première version", 45)
    assert new.author == team.psychologue.membre.id


def test_that_only_its_author_amends_a_session(team, sophie):
    done = team.seance(sophie.id, date(2026, 11, 12))
    opened = consultations.open_seance(team.psychologue, sophie.id, done.id)
    with pytest.raises(AccessDenied, match="autre professionnel"):
        consultations.open_seance(team.medecin, sophie.id, done.id)
    with pytest.raises(AccessDenied, match="autre professionnel"):
        recorded(team.medecin, opened, note_partagee="à la place d’une autre")


def test_that_an_amendment_built_on_an_old_revision_is_refused(team, sophie):
    done = team.seance(sophie.id, date(2026, 11, 12))
    opened = consultations.open_seance(team.psychologue, sophie.id, done.id)
    recorded(team.psychologue, opened, note_partagee="d’abord")
    with pytest.raises(StaleRevision):
        recorded(team.psychologue, opened, note_partagee="ensuite")
    with team.psychologue.store.read() as work:
        assert work.consultations.get(done.id).note_partagee == "d’abord"


def test_that_recording_the_same_new_session_twice_makes_one(team, sophie):
    opened = consultations.open_seance(team.psychologue, sophie.id)
    recorded(team.psychologue, opened)
    with pytest.raises(StaleRevision):
        recorded(team.psychologue, opened)
    with team.psychologue.store.read() as work:
        assert len(work.consultations.of(sophie.id)) == 1
        assert len(work.revisions.history(opened.id)) == 1


def test_that_amending_an_old_session_leaves_the_coming_appointment_alone(team, sophie):
    old = team.seance(sophie.id, date(2026, 10, 1), prochain_jour=date(2026, 10, 15))
    plan(team, sophie, date(2026, 12, 3), heure=time(11))
    opened = consultations.open_seance(team.psychologue, sophie.id, old.id)
    assert opened.saisie.prochain_jour == date(2026, 12, 3)
    recorded(team.psychologue, opened, note_partagee="relue")
    with team.psychologue.store.read() as work:
        assert [r.jour for r in work.rendez_vous.of(sophie.id)] == [
            date(2026, 10, 15),
            date(2026, 12, 3),
        ]


def test_that_a_correction_says_why_and_the_old_text_stays(team, sophie):
    done = recorded(
        team.psychologue,
        consultations.open_seance(team.psychologue, sophie.id),
        note_partagee="Dort mal",
    )
    again = consultations.open_seance(team.psychologue, sophie.id, done.id)
    with pytest.raises(ReasonMissing):
        recorded(team.psychologue, again, motif_modification="  ")
    made = recorded(
        team.psychologue, again, note_partagee="Dort mieux", motif_modification=" Erreur "
    )
    assert (made.note_partagee, made.motif_modification) == ("Dort mieux", "Erreur")
    with team.psychologue.store.read() as work:
        first, _ = work.revisions.history(done.id)
        assert work.consultations.at(first.id).note_partagee == "Dort mal"


def test_that_a_cancelled_session_is_not_opened_as_a_new_one(team, sophie):
    office = team.psychologue
    done = recorded(office, consultations.open_seance(office, sophie.id))
    again = consultations.open_seance(office, sophie.id, done.id)
    consultations.save_draft(office, done.id, sophie.id, {"note_partagee": "en cours"})
    with office.store.begin(office.membre.id, team.clock()) as work:
        work.undoing.void(done.id, "erreur")
    with pytest.raises(RecordMissing):
        consultations.open_seance(office, sophie.id, done.id)
    assert consultations.open_seance(office, sophie.id).id != done.id
    with pytest.raises(StaleRevision):
        recorded(office, again)
