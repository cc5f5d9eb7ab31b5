"""A fiche does not ask what the registry says."""

from datetime import date

from microstructure_desktop.services import fiches, patients
from microstructure_desktop.services.suivi import courante

FIN = date(2026, 11, 18)


def ended(team, patient):
    with team.medecin.store.read() as work:
        inclusion = courante(work.inclusions.of(patient.id), FIN)
    patients.close(team.medecin, inclusion.id, fin=FIN, motif="DEMENAGEMENT")


def test_that_a_final_fiche_begins_with_the_exit_noted_in_the_registry(team):
    patient = team.patient()
    assert "date_sortie" not in fiches.start(team.medecin, patient.id, "medicale_fin").answers
    ended(team, patient)
    doctor = fiches.start(team.medecin, patient.id, "medicale_fin").answers
    assert doctor["date_sortie"] == "2026-11-18"
    assert doctor["motif_sortie"] == "DEMENAGEMENT"
    psychologist = fiches.start(team.psychologue, patient.id, "psychologique_fin").answers
    assert psychologist["motif_fin"] == "DEMENAGEMENT"
    assert "date_sortie" not in psychologist


def test_that_a_form_that_does_not_ask_is_not_told(team):
    patient = team.patient()
    ended(team, patient)
    answers = fiches.start(team.psychologue, patient.id, "psychologique_suivi").answers
    assert not {"date_sortie", "motif_sortie", "motif_fin"} & answers.keys()


def test_that_an_alias_is_known_already(team):
    alias = team.patient("Le Breton", "", anonyme=True, programme=None, debut=None)
    answers = fiches.start(team.travailleur_social, alias.id, "inclusion").answers
    assert answers["anonymat_demande"] is True
    named = fiches.start(team.travailleur_social, team.patient().id, "inclusion").answers
    assert "anonymat_demande" not in named
