"""Requests are noted, answered and refused; each act is taken back by its key."""

from pathlib import Path

from microstructure_desktop.domain.demande import NatureDemande
from microstructure_desktop.services import demandes
from microstructure_desktop.services.demandes import DemandeSaisie
from microstructure_desktop.services.relecture import Relecture
from tests.cabinet import TODAY


def test_that_a_request_is_noted_and_taken_back(opened, team):
    sophie = team.patient()
    desk, page = opened(patient_id=sophie.id)
    page.acts.register(sophie.id, DemandeSaisie(NatureDemande.ACCES, TODAY))
    desk.settle()
    assert desk.notices[-1].text == "Demande enregistrée"
    assert len(demandes.a_repondre(desk.office)) == 1
    desk.context.undo.undo()
    desk.settle()
    assert demandes.a_repondre(desk.office) == ()


def test_that_another_request_is_answered_and_one_refused_with_words(opened, team):
    sophie = team.patient()
    for nature in (NatureDemande.RECTIFICATION, NatureDemande.ACCES):
        demandes.enregistrer(team.medecin, sophie.id, DemandeSaisie(nature, TODAY))
    desk, page = opened(patient_id=sophie.id)
    by_kind = {one.demande.nature: one for one in demandes.demandes(desk.office, sophie.id)}
    page.acts.answer(by_kind[NatureDemande.RECTIFICATION])
    page.acts.dialog.edit.setText("Nom corrigé")
    page.acts.dialog.accept()
    page.acts.refuse(by_kind[NatureDemande.ACCES])
    page.acts.dialog.edit.setText("Identité non établie")
    page.acts.dialog.accept()
    told = {
        one.demande.motif: one.demande.refusee for one in demandes.demandes(desk.office, sophie.id)
    }
    assert told == {"Nom corrigé": False, "Identité non établie": True}


def test_that_each_file_is_asked_for_under_its_own_name(opened, scene):
    asked = scene[2]
    desk, page = opened(demande_id=asked.id)
    page.acts.save_data(asked.id, Relecture())
    desk.settle()
    names = [Path(page.acts.saver.dialog.selectedFiles()[0]).name]
    page.acts.close()
    page.acts.save_sealed(asked.id, Relecture(), "cinq mots pour la clé bleue")
    desk.settle()
    names.append(Path(page.acts.saver.dialog.selectedFiles()[0]).name)
    page.acts.close()
    assert names == ["dossier-2026-11-19.json", "dossier-2026-11-19.pdf.age"]
    page.acts.show(asked.id, Relecture())
    desk.settle()
    assert page.acts.preview.isVisible()
    page.acts.preview.reject()


def test_that_a_phrase_too_short_is_said_on_the_page(opened, scene):
    desk, page = opened(demande_id=scene[2].id)
    page.acts.save_sealed(scene[2].id, Relecture(), "courte")
    desk.settle()
    assert page.banner.isVisible()
