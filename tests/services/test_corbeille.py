"""What was entered by mistake leaves every list at once, and comes back for thirty days."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.document import CABINET
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import SyntheseId, new_id
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.reunion import Point, TypeReunion
from microstructure_desktop.services import (
    accueil,
    autres_reunions,
    consultations,
    corbeille,
    documents,
    dossiers,
    droits_personne,
    echange_fiches,
    envois,
    fiches,
    formations,
    parcours,
    patients,
    separations,
    syntheses,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.annulation import EpisodeOpen
from microstructure_desktop.services.autres_reunions import OtherMeetingClosed
from microstructure_desktop.services.cercle import PartageLimite
from microstructure_desktop.services.formations import FormationSaisie
from microstructure_desktop.services.motif import ReasonMissing
from microstructure_desktop.services.oppositions import Cible
from microstructure_desktop.services.rendez_vous import AppointmentOver
from microstructure_desktop.services.suivi import FICHE_DE_SUIVI
from microstructure_desktop.services.syntheses import MeetingClosed
from microstructure_desktop.services.trajectoire import trajectoire
from microstructure_desktop.store.failures import NotVoided, RecordMissing
from tests.cabinet import TODAY
from tests.reports import received

from .cases import as_role, asked, filled, planned
from .merges import joined

DOUBLON = "Saisie en double"


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def seance(team, sophie):
    return team.seance(sophie.id, date(2026, 11, 12), evolution=6, note_partagee="Dort mieux")


def lines(team, role=Role.MEDECIN, patient=None):
    return corbeille.corbeille(team[role], patient)


def test_that_a_cancelled_session_is_counted_nowhere_at_once(team, sophie, seance):
    office = team.psychologue
    before = dossiers.dossier(office, sophie.id).forfait.compteur(Role.PSYCHOLOGUE).faits
    corbeille.cancel(office, seance.id, DOUBLON)
    shown = dossiers.dossier(office, sophie.id)
    assert shown.seances == ()
    assert shown.forfait.compteur(Role.PSYCHOLOGUE).faits == before - 1
    assert shown.suivi.dernier_acte is None
    assert trajectoire(office, sophie.id).series == ()
    assert patients.list_patients(office).lignes[0].dernier is None
    assert accueil.accueil(office).chiffres.file_active == 0
    assert envois.depart(team.medecin, Mois(2026, 11)).contenu.activite == ()


def test_that_a_cancelled_session_reaches_no_minutes(team, sophie, seance):
    office = team.medecin
    assert "Dort mieux" in syntheses.add_patient(office, sophie.id).psychologique
    corbeille.cancel(team.psychologue, seance.id, DOUBLON)
    assert syntheses.add_patient(office, sophie.id).psychologique == ""
    opened = consultations.open_seance(team.psychologue, sophie.id)
    assert (opened.derniere, opened.nombre) == (None, 0)


def test_that_a_cancelled_fiche_is_read_nowhere(team, sophie):
    office = team.psychologue
    made = filled(team, sophie, date(2026, 6, 2))
    assert trajectoire(office, sophie.id).series
    assert fiches.start(office, sophie.id, FICHE_DE_SUIVI).precedentes
    corbeille.cancel(office, made.id, DOUBLON)
    assert dossiers.dossier(office, sophie.id).fiches == ()
    assert trajectoire(office, sophie.id).series == ()
    assert not fiches.start(office, sophie.id, FICHE_DE_SUIVI).precedentes
    assert syntheses.add_patient(team.medecin, sophie.id).psychologique == ""
    for read in (dossiers.read_fiche, fiches.open_fiche):
        with pytest.raises(RecordMissing):
            read(office, made.id)


def test_that_an_appointment_a_question_and_an_inclusion_are_cancelled(team, sophie):
    rdv = planned(team, sophie, TODAY, heure=time(15))
    question = asked(team, sophie, "Sevrage ?")
    episode = dossiers.dossier(team.medecin, sophie.id).inclusion
    for entity in (rdv.id, question.id):
        corbeille.cancel(team.psychologue, entity, DOUBLON)
    corbeille.cancel(team.medecin, episode.id, "Mauvais dossier")
    shown = dossiers.dossier(team.medecin, sophie.id)
    assert (shown.rendez_vous, shown.questions, shown.inclusion) == ((), (), None)
    assert accueil.accueil(team.psychologue).rendez_vous == ()
    assert [x.genre.mot for x in lines(team)] == ["Inclusion", "Question", "Rendez-vous"]


def test_that_a_meeting_is_cancelled_until_it_is_closed(team, sophie):
    office = team.medecin
    prepared = syntheses.save(office, syntheses.prepare(office).synthese, None)
    corbeille.cancel(office, prepared.synthese.id, "Réunion reportée")
    assert syntheses.reunions(office).lignes == ()
    corbeille.restore(office, prepared.synthese.id)
    situation = replace(syntheses.add_patient(office, sophie.id), vue=True)
    again = syntheses.prepare(office, prepared.synthese.id)
    closed = syntheses.close(office, again.synthese.avec_situation(situation), again.based_on)
    with pytest.raises(MeetingClosed):
        corbeille.cancel(office, closed.synthese.id, DOUBLON)


def test_that_its_author_or_a_doctor_cancels(team, seance):
    with pytest.raises(AccessDenied) as refused:
        corbeille.cancel(team.travailleur_social, seance.id, DOUBLON)
    assert "médecin" in refused.value.way_out
    with pytest.raises(AccessDenied):
        corbeille.cancel(team[Role.SECRETARIAT], seance.id, DOUBLON)
    corbeille.cancel(team.medecin, seance.id, DOUBLON)
    with pytest.raises(AccessDenied):
        corbeille.restore(team.travailleur_social, seance.id)
    corbeille.restore(team.psychologue, seance.id)


def test_that_nothing_is_cancelled_without_a_reason(team, seance):
    for motif in ("", "   ", "x" * 201):
        with pytest.raises(ReasonMissing):
            corbeille.cancel(team.psychologue, seance.id, motif)


def test_that_only_what_a_person_entered_is_cancelled(team, sophie):
    with pytest.raises(RecordMissing):
        corbeille.cancel(team.medecin, sophie.id, DOUBLON)
    with pytest.raises(RecordMissing):
        corbeille.cancel(team.medecin, "inconnu", DOUBLON)


def test_that_the_trash_says_what_who_when_and_why(team, sophie, seance):
    corbeille.cancel(team.psychologue, seance.id, f" {DOUBLON} ")
    (line,) = lines(team, Role.TRAVAILLEUR_SOCIAL)
    assert line.titre == "Consultation psychologique du 12/11/2026 à 14:00"
    assert (line.patient.id, line.auteur.nom_affiche) == (sophie.id, "C. Modèle")
    assert (line.motif, line.at) == (DOUBLON, team.clock())
    assert not line.retablissable
    assert lines(team, Role.PSYCHOLOGUE)[0].retablissable
    other = team.patient("Figurant", "Paul")
    assert lines(team, patient=other.id) == ()
    assert len(lines(team, patient=sophie.id)) == 1


def test_that_it_comes_back_as_it_was_and_leaves_the_trash(team, sophie, seance):
    corbeille.cancel(team.psychologue, seance.id, DOUBLON)
    corbeille.restore(team.psychologue, seance.id)
    (shown,) = dossiers.dossier(team.psychologue, sophie.id).seances
    assert shown.consultation == seance
    assert lines(team) == ()
    with pytest.raises(NotVoided):
        corbeille.restore(team.psychologue, seance.id)


def test_that_after_thirty_days_only_the_history_has_it(team, seance):
    corbeille.cancel(team.psychologue, seance.id, DOUBLON)
    team.clock.set(TODAY + timedelta(days=29), time(12))
    assert len(lines(team)) == 1
    team.clock.set(TODAY + timedelta(days=31), time(12))
    assert lines(team) == ()
    with pytest.raises(corbeille.TooLate):
        corbeille.restore(team.psychologue, seance.id)


def test_that_an_episode_does_not_come_back_beside_another(team, sophie):
    episode = dossiers.dossier(team.medecin, sophie.id).inclusion
    corbeille.cancel(team.medecin, episode.id, "Date erronée")
    patients.include(team.medecin, sophie.id, programme="COVID_SM", debut=TODAY)
    with pytest.raises(EpisodeOpen):
        corbeille.restore(team.medecin, episode.id)


def test_that_what_is_about_somebody_erased_is_not_listed(team, seance):
    store = team.medecin.store
    corbeille.cancel(team.psychologue, seance.id, DOUBLON)
    erasure = "insert into erasure values (?, 0, ?, 'demande')"
    store._raw.execute(erasure, (seance.patient, team.medecin.membre.id))
    store._raw.execute(
        "update revision set payload = null, salt = null where patient = ?", (seance.patient,)
    )
    assert lines(team) == ()


def test_that_the_reception_finds_appointments_and_no_care(team, sophie, seance):
    rdv = planned(team, sophie, TODAY)
    for entity in (seance.id, rdv.id):
        corbeille.cancel(team.psychologue, entity, DOUBLON)
    assert [x.entity for x in lines(team, Role.SECRETARIAT)] == [rdv.id]


def test_that_who_is_objected_to_finds_nothing_of_the_others(team, sophie, seance):
    question = asked(team, sophie, "Parle de son frère")
    cible = Cible(Objet.PARTAGE, membre=team.medecin.membre.id)
    droits_personne.declarer(team.psychologue, sophie.id, cible, oppose=True, jour=TODAY)
    for entity in (seance.id, question.id):
        with pytest.raises(PartageLimite):
            corbeille.cancel(team.medecin, entity, DOUBLON)
        corbeille.cancel(team.psychologue, entity, DOUBLON)
    assert lines(team) == ()
    assert len(lines(team, Role.PSYCHOLOGUE)) == 2


def test_that_a_cancelled_meeting_is_found_by_who_was_to_be_there(team):
    office, psychiatrist = team.medecin, team[Role.PSYCHIATRE]
    prepared = replace(syntheses.prepare(office).synthese, presents=(office.membre.id,))
    with_her = replace(
        prepared,
        id=SyntheseId(new_id()),
        jour=date(2026, 12, 10),
        presents=(psychiatrist.membre.id,),
    )
    for meeting in (prepared, with_her):
        saved = syntheses.save(office, meeting, None).synthese
        corbeille.cancel(office, saved.id, "Réunion reportée")
    assert [x.entity for x in lines(team, Role.PSYCHIATRE)] == [with_her.id]
    assert {x.entity for x in lines(team)} == {prepared.id, with_her.id}


def test_that_an_appointment_is_cancelled_by_the_rules_of_the_agenda(team, sophie):
    rdv = planned(team, sophie, date(2026, 12, 3))
    with pytest.raises(AccessDenied):
        corbeille.cancel(team.medecin, rdv.id, DOUBLON)
    corbeille.cancel(team[Role.SECRETARIAT], rdv.id, DOUBLON)
    assert [x.motif for x in lines(team, Role.SECRETARIAT)] == [DOUBLON]
    over = planned(team, sophie, TODAY, heure=time(14))
    team.seance(sophie.id, TODAY, issue=Issue.ABSENT_EXCUSE)
    with pytest.raises(AppointmentOver):
        corbeille.cancel(team.psychologue, over.id, DOUBLON)


def test_that_what_was_cancelled_before_a_merge_comes_back_in_the_record_kept(team, sophie):
    gone = team.patient("Legende", programme=None, debut=None)
    before = team.seance(gone.id, date(2026, 11, 12))
    corbeille.cancel(team.psychologue, before.id, DOUBLON)
    fusion = joined(team, sophie, gone)
    (line,) = lines(team, patient=sophie.id)
    assert line.patient.id == sophie.id
    assert len(lines(team, patient=gone.id)) == 1
    corbeille.restore(team.psychologue, before.id)
    (shown,) = dossiers.dossier(team.psychologue, sophie.id).seances
    assert shown.consultation == replace(before, patient=sophie.id)
    separations.separer(team.medecin, fusion.id)
    assert len(dossiers.dossier(team.psychologue, gone.id).seances) == 1


def test_that_an_objection_closes_what_was_cancelled_before_a_merge(team, sophie):
    gone = team.patient("Legende", programme=None, debut=None)
    before = team.seance(gone.id, date(2026, 11, 12))
    corbeille.cancel(team.psychologue, before.id, DOUBLON)
    joined(team, sophie, gone)
    cible = Cible(Objet.PARTAGE, membre=team.medecin.membre.id)
    droits_personne.declarer(team.psychologue, sophie.id, cible, oppose=True, jour=TODAY)
    assert lines(team) == ()
    with pytest.raises(PartageLimite):
        corbeille.restore(team.medecin, before.id)


def test_that_nothing_cancelled_is_printed_or_exported(team, sophie, seance):
    office = team.psychologue
    made = filled(team, sophie, date(2026, 6, 2))
    assert len(echange_fiches.reponses(office, sophie.numero)) > 0
    assert parcours.contenu(office, sophie.id).rencontres
    for entity in (seance.id, made.id):
        corbeille.cancel(office, entity, DOUBLON)
    assert echange_fiches.reponses(office, sophie.numero) == ()
    taken_home = parcours.contenu(office, sophie.id)
    assert (taken_home.rencontres, taken_home.changements) == ((), ())
    with pytest.raises(RecordMissing):
        documents.fiche(office, made.id)


# --- what names nobody followed -------------------------------------------------------------


def test_that_a_meeting_of_the_network_taken_back_is_found_by_who_coordinates(team):
    made = autres_reunions.creer(team.psychologue, TypeReunion.CRISE)
    autres_reunions.annuler(team.psychologue, made.id)
    colin = as_role(team[Role.SECRETARIAT], Role.COORDINATION)
    (line,) = corbeille.corbeille(colin)
    assert (line.titre, line.patient) == ("Réunion de crise du 19/11/2026", None)
    assert line.motif == "réunion annulée"
    assert not line.retablissable
    assert lines(team, Role.SECRETARIAT) == ()
    corbeille.restore(team.psychologue, made.id)
    assert autres_reunions.ouvrir(team.psychologue, made.id).reunion == made
    closed = replace(made, points=(Point("Divers", "Dit."),))
    based_on = autres_reunions.ouvrir(team.psychologue, made.id).based_on
    autres_reunions.close(team.psychologue, closed, based_on)
    with pytest.raises(OtherMeetingClosed) as refused:
        corbeille.cancel(team.psychologue, made.id, DOUBLON)
    assert "additif" not in refused.value.way_out


def test_that_a_training_comes_back_with_its_certificate(team):
    office = team.psychologue
    saisie = FormationSaisie(office.membre.id, "CONCEPT", "Premiers pas", TODAY)
    made = formations.enregistrer(office, saisie, received.pdf())
    for take in (
        lambda: formations.retirer(office, made.id),
        lambda: corbeille.cancel(office, made.id, DOUBLON),
    ):
        take()
        with office.store.read() as work:
            assert work.documents.of(CABINET) == []
        assert "Formation du 19/11/2026" in [x.titre for x in lines(team)]
        corbeille.restore(office, made.id)
        (follow_up,) = [s for s in formations.registre(office).suivis if s.lignes]
        assert follow_up.lignes[0].attestation.id == made.attestation
    assert lines(team) == ()
