"""Every version of a record is read again by who may read it, and by nobody else."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.declaration import Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.reunion import TypeReunion
from microstructure_desktop.domain.revision import Operation
from microstructure_desktop.services import (
    autres_reunions,
    consultations,
    corbeille,
    droits_personne,
    fiches,
    journal,
    patients,
    syntheses,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.cercle import PartageLimite
from microstructure_desktop.services.historique import historique
from microstructure_desktop.services.oppositions import Cible
from microstructure_desktop.store.failures import RecordMissing
from tests.cabinet import TODAY

from .cases import as_role, asked, filled, oppose, planned
from .merges import joined


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def amended(team, sophie):
    """A session corrected once, with a personal note."""
    office = team.psychologue
    done = team.seance(
        sophie.id,
        date(2026, 11, 12),
        note_partagee="Dort mal",
        note_personnelle="Contre-transfert",
    )
    again = consultations.open_seance(office, sophie.id, done.id)
    saisie = replace(again.saisie, note_partagee="Dort mieux", motif_modification="Oubli")
    return consultations.record(office, done.id, sophie.id, saisie, again.based_on)


def test_that_a_meeting_of_the_network_is_read_again_version_after_version(team):
    office = team.psychologue
    made = autres_reunions.creer(office, TypeReunion.CRISE)
    opened = autres_reunions.ouvrir(office, made.id)
    autres_reunions.save(office, replace(made, lieu="Mairie"), opened.based_on)
    autres_reunions.annuler(office, made.id)
    found = historique(as_role(team[Role.SECRETARIAT], Role.COORDINATION), made.id)
    assert found.titre == "Réunion de crise du 19/11/2026"
    assert [v.op for v in found.versions] == [Operation.CREATE, Operation.EDIT, Operation.VOID]
    assert [said(v).get("Lieu") for v in found.versions] == [None, "Mairie", None]
    assert found.versions[-1].motif == "réunion annulée"
    with pytest.raises(AccessDenied):
        historique(team[Role.SECRETARIAT], made.id)


def said(version):
    return {c.label: c.texte for r in version.rubriques or () for c in r.champs}


def test_that_each_version_of_a_session_is_there_with_its_reason(team, amended):
    found = historique(team.medecin, amended.id)
    assert found.titre == "Consultation psychologique du 12/11/2026 à 14:00"
    first, second = found.versions
    assert (first.number, first.op, first.motif) == (1, Operation.CREATE, "")
    assert (second.number, second.op, second.motif) == (2, Operation.EDIT, "Oubli")
    assert first.auteur.nom_affiche == second.auteur.nom_affiche == "C. Modèle"
    assert said(first)["Note partagée"] == "Dort mal"
    assert said(second)["Note partagée"] == "Dort mieux"


def test_that_a_personal_note_is_read_by_its_author_alone(team, amended):
    for office in (team.medecin, team.travailleur_social):
        for version in historique(office, amended.id).versions:
            assert "Contre-transfert" not in str(version)
            assert "Note personnelle" not in said(version)
    mine = historique(team.psychologue, amended.id).versions
    assert {said(v)["Note personnelle"] for v in mine} == {"Contre-transfert"}


def test_that_answers_are_read_as_in_the_fiche(team, sophie):
    made = filled(team, sophie, alliance="BONNE", note_privee="à moi", craving=7)
    mine = historique(team.psychologue, made.id).versions[0]
    assert "à moi" in said(mine).values()
    theirs = historique(team.medecin, made.id).versions[0]
    assert "à moi" not in str(theirs)
    assert "Bonne" in said(mine).values()
    assert "Bonne" not in said(theirs).values()  # of the profession


def test_that_a_cancellation_and_a_return_are_versions(team, sophie):
    made = filled(team, sophie)
    corbeille.cancel(team.psychologue, made.id, "Mauvais dossier")
    _, void = historique(team.medecin, made.id).versions
    assert (void.op, void.motif, void.rubriques) == (Operation.VOID, "Mauvais dossier", ())
    corbeille.restore(team.psychologue, made.id)
    first, _, back = historique(team.medecin, made.id).versions
    assert back.op is Operation.RESTORE
    assert said(back) == said(first)
    assert fiches.open_fiche(team.psychologue, made.id).revision == 3


def test_that_identity_is_told_to_the_reception_and_care_is_not(team, sophie, amended):
    saisie = patients.PatientSaisie("Légende", "Sofia", date(1992, 5, 14), telephone="0611223344")
    patients.edit(team.medecin, sophie.id, saisie, None)
    first, second = historique(team[Role.SECRETARIAT], sophie.id).versions
    assert (said(first)["Prénom"], said(second)["Prénom"]) == ("Sophie", "Sofia")
    telling = {c.label for c in second.rubriques[0].champs if c.identifie}
    assert telling == {"Nom", "Prénom", "Date de naissance", "Téléphone"}
    with pytest.raises(AccessDenied):
        historique(team[Role.SECRETARIAT], amended.id)


def test_that_the_other_records_are_told_too(team, sophie):
    rdv = planned(team, sophie, date(2026, 12, 3))
    question = asked(team, sophie, "Sevrage ?")
    with team.medecin.store.read() as work:
        (episode,) = work.inclusions.of(sophie.id)
    told = [
        said(historique(team.medecin, e).versions[0]) for e in (rdv.id, question.id, episode.id)
    ]
    assert told[0]["Date"] == "03/12/2026 à 09:15"
    assert told[1] == {"Question": "Sevrage ?", "Posée par": "C. Modèle"}
    assert told[2]["Date d’inclusion"] == "03/03/2026"


def test_that_a_meeting_is_told_situation_after_situation(team, sophie):
    office = team.medecin
    opened = syntheses.save(office, syntheses.prepare(office).synthese, None)
    situation = replace(syntheses.add_patient(office, sophie.id), question="Sevrage ?")
    syntheses.save(office, opened.synthese.avec_situation(situation), opened.based_on)
    first, second = historique(team.psychologue, opened.synthese.id).versions
    assert [r.titre for r in first.rubriques] == ["Réunion"]
    assert [r.patient.id for r in second.rubriques[1:]] == [sophie.id]
    assert said(second)["Question"] == "Sevrage ?"
    with pytest.raises(AccessDenied):
        historique(team[Role.SECRETARIAT], opened.synthese.id)


def test_that_who_is_objected_to_reads_no_version(team, sophie, amended):
    office = team.medecin
    opened = syntheses.save(office, syntheses.prepare(office).synthese, None)
    situation = replace(syntheses.add_patient(office, sophie.id), question="Sevrage ?")
    syntheses.save(office, opened.synthese.avec_situation(situation), opened.based_on)
    cible = Cible(Objet.PARTAGE, membre=office.membre.id)
    droits_personne.declarer(team.psychologue, sophie.id, cible, oppose=True, jour=TODAY)
    with pytest.raises(PartageLimite):
        historique(office, amended.id)
    assert "Sevrage" not in str(historique(office, opened.synthese.id))
    assert "Sevrage" in str(historique(team.psychologue, opened.synthese.id))


def test_that_a_meeting_is_told_to_who_was_there(team):
    office, psychiatrist = team.medecin, team[Role.PSYCHIATRE]
    prepared = replace(syntheses.prepare(office).synthese, presents=(office.membre.id,))
    opened = syntheses.save(office, prepared, None)
    with pytest.raises(AccessDenied):
        historique(psychiatrist, opened.synthese.id)


def test_that_what_was_cancelled_before_a_merge_is_closed_with_the_record_kept(team, sophie):
    twin = team.patient("Légende", "Sofie", programme=None, debut=None)
    seance = team.seance(twin.id, date(2026, 11, 12), note_partagee="Dort mal")
    corbeille.cancel(team.psychologue, seance.id, "Saisie en double")
    joined(team, sophie, twin)
    assert historique(team.medecin, seance.id).versions
    oppose(team, sophie)
    with pytest.raises(PartageLimite):
        historique(team.medecin, seance.id)
    assert historique(team.psychologue, seance.id).versions


def test_that_reading_a_history_is_noted(team, sophie, amended):
    office = team.medecin
    fiche = filled(team, sophie)
    meeting = syntheses.save(office, syntheses.prepare(office).synthese, None).synthese
    reader = team.travailleur_social
    for entity in (sophie.id, amended.id, fiche.id, meeting.id):
        historique(reader, entity)
    asked_for = journal.Demande(membre=reader.membre.id)
    told = [
        (x.acces.action, x.acces.patient, x.acces.objet)
        for x in journal.read(reader, asked_for).lignes
        if x.acces.detail == "historique"
    ]
    assert told[::-1] == [
        (Action.OUVERTURE_DOSSIER, sophie.id, sophie.id),
        (Action.OUVERTURE_DOSSIER, sophie.id, amended.id),
        (Action.OUVERTURE_FICHE, sophie.id, fiche.id),
        (Action.LECTURE_COMPTE_RENDU, None, meeting.id),
    ]


def test_that_what_was_erased_is_said_to_be(team, sophie, amended):
    store = team.medecin.store
    store._raw.execute(
        "insert into erasure values (?, 0, ?, 'demande')", (sophie.id, team.medecin.membre.id)
    )
    store._raw.execute(
        "update revision set payload = null, salt = null where patient = ?", (sophie.id,)
    )
    found = historique(team.medecin, amended.id)
    assert [v.rubriques for v in found.versions] == [None, None]
    assert found.titre == ""


def test_that_what_is_no_record_of_a_person_has_no_history(team):
    for entity in ("inconnu", team.medecin.membre.id):
        with pytest.raises(RecordMissing):
            historique(team.medecin, entity)
