"""An act of one's own is taken back and done again, unless somebody changed it since."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.revision import Change
from microstructure_desktop.services import (
    accueil,
    consultations,
    corbeille,
    dossiers,
    droits_personne,
    envois,
    patients,
    pieces,
    syntheses,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.annulation import (
    ChangedSince,
    EpisodeOpen,
    EpisodesOverlap,
    NotUndoable,
    RecordUsed,
    RecordWithdrawn,
    noted,
    undo,
)
from microstructure_desktop.services.anonymat import FollowUpFunded
from microstructure_desktop.services.oppositions import Cible
from microstructure_desktop.services.pieces import PieceSaisie
from microstructure_desktop.services.syntheses import MeetingClosed
from tests.cabinet import TODAY
from tests.factories import a_question
from tests.reports import received

from .cases import as_role, asked, planned, write
from .mois import agreed


@pytest.fixture
def sophie(team):
    return team.patient()


def held(team, patient, **changes):
    """Record a session, its question and the next appointment."""
    office = team.psychologue
    opened = consultations.open_seance(office, patient.id)
    saisie = replace(opened.saisie, question="Et après ?", prochain_jour=date(2026, 12, 3))
    saisie = replace(saisie, **changes)
    record = partial(
        consultations.record, seance_id=opened.id, patient_id=patient.id, saisie=saisie
    )
    return noted(office, record)


def test_that_a_session_is_taken_back_with_its_question_and_its_appointment(team, sophie):
    fait = held(team, sophie)
    assert fait.result.patient == sophie.id
    back = undo(team.psychologue, fait.changes)
    shown = dossiers.dossier(team.psychologue, sophie.id)
    assert (shown.seances, shown.questions, shown.rendez_vous) == ((), (), ())
    undo(team.psychologue, back)
    shown = dossiers.dossier(team.psychologue, sophie.id)
    counts = [len(x) for x in (shown.seances, shown.questions, shown.rendez_vous)]
    assert counts == [1, 1, 1]
    assert team.medecin.store.verify() == []


def test_that_two_acts_on_one_record_are_undone_one_after_the_other(team, sophie):
    first = held(team, sophie, note_partagee="Une")
    again = consultations.open_seance(team.psychologue, sophie.id, first.result.id)
    saisie = replace(again.saisie, note_partagee="Deux", motif_modification="Oubli")
    amend = partial(
        consultations.record,
        seance_id=again.id,
        patient_id=sophie.id,
        saisie=saisie,
        based_on=again.based_on,
    )
    second = noted(team.psychologue, amend)

    def notes():
        seances = dossiers.dossier(team.psychologue, sophie.id).seances
        return [s.consultation.note_partagee for s in seances]

    redo_second = undo(team.psychologue, second.changes)
    assert notes() == ["Une"]
    redo_first = undo(team.psychologue, first.changes)
    assert notes() == []
    undo(team.psychologue, redo_first)
    assert notes() == ["Une"]
    undo(team.psychologue, redo_second)
    assert notes() == ["Deux"]


def test_that_an_absence_and_an_end_of_follow_up_are_taken_back(team, sophie):
    rdv = planned(team, sophie, TODAY)
    absent = noted(
        team.psychologue,
        partial(accueil.note_absence, rendez_vous_id=rdv.id, issue=Issue.ABSENT_EXCUSE),
    )
    undo(team.psychologue, absent.changes)
    assert dossiers.dossier(team.psychologue, sophie.id).seances == ()
    episode = dossiers.dossier(team.psychologue, sophie.id).inclusion
    left = noted(
        team.medecin, partial(patients.close, inclusion_id=episode.id, fin=TODAY, motif="FIN")
    )
    undo(team.medecin, left.changes)
    assert dossiers.dossier(team.psychologue, sophie.id).inclusion == episode


def test_that_nothing_is_taken_back_when_a_colleague_saved_since(team, sophie):
    fait = noted(
        team.psychologue, lambda office: patients.edit(office, sophie.id, named("Légendes"), None)
    )
    patients.edit(team.medecin, sophie.id, named("Légendaire"), None)
    with pytest.raises(ChangedSince) as refused:
        undo(team.psychologue, fait.changes)
    assert "Dr Exemple" in refused.value.sentence
    assert patients.identity(team.medecin, sophie.id).patient.nom == "Légendaire"


def named(nom):
    return patients.PatientSaisie(nom, "Sophie", date(1992, 5, 14))


def test_that_one_change_that_does_not_stand_keeps_all_the_others(team, sophie):
    fait = held(team, sophie)
    with team.medecin.store.begin(team.medecin.membre.id, team.clock()) as work:
        (question,) = work.questions.all()
        work.questions.save(replace(question, texte="Autre chose"))
    with pytest.raises(ChangedSince):
        undo(team.psychologue, fait.changes)
    assert len(dossiers.dossier(team.psychologue, sophie.id).seances) == 1


def test_that_an_act_is_taken_back_by_who_did_it(team, sophie):
    fait = held(team, sophie)
    with pytest.raises(AccessDenied):
        undo(team.medecin, fait.changes)


def test_that_an_episode_does_not_come_back_beside_another(team, sophie):
    episode = dossiers.dossier(team.medecin, sophie.id).inclusion
    left = noted(
        team.medecin, partial(patients.close, inclusion_id=episode.id, fin=TODAY, motif="FIN")
    )
    patients.include(team.medecin, sophie.id, programme="COVID_SM", debut=TODAY)
    with pytest.raises(EpisodeOpen):
        undo(team.medecin, left.changes)
    assert len(dossiers.dossier(team.medecin, sophie.id).inclusions) == 2


def test_that_an_episode_does_not_come_back_over_another(team, sophie):
    episode = dossiers.dossier(team.medecin, sophie.id).inclusion
    with team.medecin.store.begin(team.medecin.membre.id, team.clock()) as work:
        work.inclusions.save(replace(episode, fin=TODAY, motif_sortie="FIN"))
        work.undoing.void(episode.id, "double")
    earlier = date(2026, 3, 10)
    included = partial(patients.include, patient_id=sophie.id, programme="COVID_SM", debut=earlier)
    fait = noted(team.medecin, included)
    with pytest.raises(EpisodesOverlap):
        corbeille.restore(team.medecin, episode.id)
    undo(team.medecin, fait.changes)
    corbeille.restore(team.medecin, episode.id)


def test_that_an_alias_does_not_come_back_to_a_funded_follow_up(team):
    office = team.medecin
    alias = patients.PatientSaisie("Mistral", "", date(1992, 1, 1), anonyme=True)
    somebody = patients.create(office, alias)
    named_now = partial(patients.edit, patient_id=somebody.id, saisie=named("Vrai"), based_on=None)
    fait = noted(office, named_now)
    patients.include(office, somebody.id, programme="COVID_SM", debut=TODAY)
    with pytest.raises(FollowUpFunded):
        undo(office, fait.changes)
    assert not patients.identity(office, somebody.id).patient.anonyme


def test_that_a_funded_follow_up_does_not_come_back_to_an_alias(team, sophie):
    office = team.medecin
    episode = dossiers.dossier(office, sophie.id).inclusion
    corbeille.cancel(office, episode.id, "Saisie en double")
    alias = patients.PatientSaisie("Mistral", "", date(1992, 1, 1), anonyme=True)
    patients.edit(office, sophie.id, alias, None)
    with pytest.raises(FollowUpFunded):
        corbeille.restore(office, episode.id)


def test_that_nothing_comes_back_about_somebody_whose_record_was_withdrawn(team, sophie):
    fait = held(team, sophie)
    back = undo(team.psychologue, fait.changes)
    with team.medecin.store.begin(team.medecin.membre.id, team.clock()) as work:
        work.undoing.void(sophie.id, "reprise annulée")
    with pytest.raises(RecordWithdrawn):
        undo(team.psychologue, back)


def test_that_a_record_just_created_is_taken_back_while_nothing_is_in_it(team):
    office = team.psychologue
    saisie = named("Figurant")
    empty = noted(office, partial(patients.create, saisie=saisie))
    undo(office, empty.changes)
    assert patients.list_patients(office).lignes == ()
    used = noted(office, partial(patients.create, saisie=saisie))
    team.seance(used.result.id, TODAY)
    with pytest.raises(RecordUsed):
        undo(office, used.changes)
    discussed = noted(office, partial(patients.create, saisie=saisie))
    meeting = syntheses.prepare(office).synthese
    situation = syntheses.add_patient(office, discussed.result.id)
    syntheses.save(office, meeting.avec_situation(situation), None)
    with pytest.raises(RecordUsed):
        undo(office, discussed.changes)


def test_that_a_record_with_a_paper_or_an_objection_is_used(team):
    office = team.psychologue
    filed = noted(office, partial(patients.create, saisie=named("Figurant")))
    pieces.ajouter(office, filed.result.id, PieceSaisie("Bilan", "AUTRE", TODAY), received.pdf())
    objects = noted(office, partial(patients.create, saisie=named("Comparse")))
    cible = Cible(Objet.STATISTIQUE)
    droits_personne.declarer(office, objects.result.id, cible, oppose=True, jour=TODAY)
    for fait in (filed, objects):
        with pytest.raises(RecordUsed):
            undo(office, fait.changes)


def test_that_what_lasts_is_not_offered(team):
    team.seance(team.patient().id, date(2026, 10, 5))
    agreed(team)
    seal = partial(envois.sceller, mois=Mois(2026, 10))
    assert noted(team.medecin, seal).changes == ()


def test_that_minutes_and_what_was_handed_over_are_not_taken_back(team, sophie):
    asked(team, sophie, "Sevrage ?")
    office = team.medecin
    opened = syntheses.prepare(office)
    opened = syntheses.save(office, opened.synthese, None)
    situation = replace(syntheses.add_patient(office, sophie.id), vue=True)
    meeting = opened.synthese.avec_situation(situation)
    close = partial(syntheses.close, synthese=meeting, based_on=opened.based_on)
    fait = noted(office, close)
    with pytest.raises(MeetingClosed):
        undo(office, fait.changes)
    with pytest.raises(NotUndoable):
        undo(office, (Change("x", "envoi", None, "r"),))


def test_that_a_refused_act_leaves_nothing_to_take_back(team):
    with pytest.raises(AccessDenied):
        noted(team[Role.SECRETARIAT], lambda o: patients.close(o, "x", fin=TODAY, motif=""))
    write(team, "questions", a_question())
    assert noted(team.psychologue, patients.list_patients).changes == ()


def test_that_who_lost_the_right_takes_nothing_back(team, sophie):
    fait = held(team, sophie)
    with pytest.raises(AccessDenied):
        undo(as_role(team.psychologue, Role.SECRETARIAT), fait.changes)
    assert len(dossiers.dossier(team.psychologue, sophie.id).seances) == 1
