"""Requests are noted, the first due first, answered once; what is handed over is logged."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.acces import Action, Filtre
from microstructure_desktop.domain.demande import NatureDemande, Remise
from microstructure_desktop.services import annulation, demandes, drafts
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.demandes import (
    DemandeInutilisable,
    DemandeRepondue,
    DemandeSaisie,
    problems,
)
from microstructure_desktop.services.motif import ReasonMissing
from tests.cabinet import TODAY
from tests.services.merges import joined

ACCES = DemandeSaisie(NatureDemande.ACCES, TODAY)


@pytest.fixture
def sophie(team):
    return team.patient()


def logged(office, action):
    with office.store.read() as work:
        return work.acces.page(Filtre(action=action), None, 10)


def test_that_a_request_waits_until_it_is_answered(team, sophie):
    office = team.medecin
    made = demandes.enregistrer(office, sophie.id, replace(ACCES, demandeur="  Sa tutrice "))
    (ligne,) = demandes.a_repondre(office)
    assert (ligne.demande, ligne.patient.id) == (made, sophie.id)
    assert (made.demandeur, made.ouverte, ligne.retard) == ("Sa tutrice", True, False)
    assert ligne.echeance.le == date(2026, 11, 27)
    drafts.save(office, drafts.DEMANDE, made.id, {"passages": ["x"]}, sophie.id)
    demandes.repondre(office, made.id, Remise.SUR_PLACE, "Deux passages retirés.")
    assert demandes.a_repondre(office) == ()
    (told,) = demandes.demandes(office, sophie.id)
    assert (told.demande.repondue_le, told.repondue_par) == (TODAY, "Dr Exemple")
    assert told.demande.motif == "Deux passages retirés."
    assert drafts.load(office, drafts.DEMANDE, made.id) is None
    (line,) = logged(office, Action.REMISE_DOSSIER)
    assert (line.patient, line.objet, line.detail) == (sophie.id, made.id, "sur_place")


def test_that_the_first_due_comes_first_and_a_late_one_is_said(team, sophie):
    office = team.medecin
    month = DemandeSaisie(NatureDemande.EFFACEMENT, date(2026, 11, 1))
    later = demandes.enregistrer(office, sophie.id, month)
    late = demandes.enregistrer(office, sophie.id, replace(ACCES, jour=date(2026, 11, 10)))
    found = demandes.a_repondre(office)
    assert [x.demande.id for x in found] == [late.id, later.id]
    assert [x.retard for x in found] == [True, False]
    assert demandes.lire(office, late.id).retard


def test_that_a_refusal_says_why_and_hands_nothing_over(team, sophie):
    office = team.medecin
    made = demandes.enregistrer(office, sophie.id, ACCES)
    with pytest.raises(ReasonMissing):
        demandes.refuser(office, made.id, " ")
    told = demandes.refuser(office, made.id, "Identité non établie")
    assert (told.refusee, told.remise, told.motif) == (True, None, "Identité non établie")
    assert logged(office, Action.REMISE_DOSSIER) == []
    with pytest.raises(DemandeRepondue):
        demandes.repondre(office, made.id, Remise.COURRIER)


def test_that_a_request_follows_the_record_it_was_joined_to(team, sophie):
    office = team.medecin
    twin = team.patient("Legende", "Sofie", programme=None, debut=None)
    made = demandes.enregistrer(office, twin.id, ACCES)
    joined(team, sophie, twin)
    (ligne,) = demandes.demandes(office, twin.id)
    assert demandes.personne(office, twin.id).id == sophie.id
    assert (ligne.demande.id, ligne.patient.id) == (made.id, sophie.id)


def test_that_a_request_is_taken_back_at_once(team, sophie):
    office = team.medecin
    fait = annulation.noted(office, lambda o: demandes.enregistrer(o, sophie.id, ACCES))
    annulation.undo(office, fait.changes)
    assert demandes.a_repondre(office) == ()


def test_that_only_the_doctor_sees_them(team, sophie):
    made = demandes.enregistrer(team.medecin, sophie.id, ACCES)
    for office in (team.psychologue, team.travailleur_social):
        with pytest.raises(AccessDenied):
            demandes.lire(office, made.id)
        with office.store.read() as work:
            assert demandes.ouvertes(work, office) == ()


def test_that_a_bad_input_is_said_at_its_field(team, sophie):
    wrong = DemandeSaisie(None, date(2026, 11, 20), "x" * 201)
    assert set(problems(wrong, TODAY)) == {"nature", "jour", "demandeur"}
    assert set(problems(replace(ACCES, jour=None), TODAY)) == {"jour"}
    assert problems(ACCES, TODAY) == {}
    with pytest.raises(DemandeInutilisable):
        demandes.enregistrer(team.medecin, sophie.id, wrong)
    made = demandes.enregistrer(team.medecin, sophie.id, ACCES)
    with pytest.raises(ReasonMissing):
        demandes.repondre(team.medecin, made.id, Remise.COURRIER, "x" * 201)
