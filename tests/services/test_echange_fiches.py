"""FHIR files: only what the person may read, never a name, never over another file."""

import json
from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms import loader
from microstructure_desktop.forms.fhir.errors import Refused
from microstructure_desktop.forms.fhir.json_text import MAX_BYTES
from microstructure_desktop.forms.model import ItemType, Partage
from microstructure_desktop.services import echange_fiches, fiches
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.echange_fiches import (
    DossierInconnu,
    Fichier,
    FichierDejaLa,
    FichierIllisible,
    FichierNonEcrit,
)
from microstructure_desktop.services.suivi import FICHE_DE_SUIVI
from tests.cabinet import TODAY


@pytest.fixture
def texts(team):
    """A free text of each circle, in the psychologist's follow-up."""
    form = team.psychologue.reference.forms.get(FICHE_DE_SUIVI)
    free = [i for i in form.questions if i.type is ItemType.TEXT and not i.when and not i.under]
    return {
        partage: next((i.id for i in free if i.partage is partage), None) for partage in Partage
    }


@pytest.fixture
def patient(team, texts):
    """One whose follow-up says a different thing to each circle."""
    patient = team.patient("Légende", "Sophie")
    opened = fiches.start(team.psychologue, patient.id, FICHE_DE_SUIVI)
    answers = {name: f"pour {circle}" for circle, name in texts.items() if name}
    fiches.save(team.psychologue, opened, jour=TODAY, answers=answers, complete=False)
    return patient


def responses(files):
    return [f for f in files if f.nom.startswith("reponse-")]


def test_that_a_profession_reads_its_answers_and_personal_ones_never_leave(team, patient, texts):
    [mine] = responses(echange_fiches.reponses(team.psychologue, patient.numero))
    [other] = responses(echange_fiches.reponses(team.medecin, patient.numero))
    assert texts[Partage.METIER]
    assert texts[Partage.PERSONNEL]
    assert "pour metier" in mine.texte
    assert "pour metier" not in other.texte
    assert "pour personnel" not in mine.texte + other.texte
    assert texts[Partage.PERSONNEL] not in mine.texte + other.texte


def test_that_no_file_says_who(team, patient):
    files = echange_fiches.reponses(team.psychologue, patient.numero)
    version = team.psychologue.reference.forms.get(FICHE_DE_SUIVI).version
    assert [f.nom for f in files] == [f"{FICHE_DE_SUIVI}-{version}.json", "reponse-1.json"]
    for secret in ("Légende", "Sophie", patient.id, team.psychologue.membre.id):
        assert secret not in files[1].texte
    again = echange_fiches.reponses(team.psychologue, patient.numero)
    subjects = {json.loads(f[1].texte)["subject"]["reference"] for f in (files, again)}
    assert len(subjects) == 2


def test_that_fiches_go_in_their_order(team, patient):
    opened = fiches.start(team.psychologue, patient.id, FICHE_DE_SUIVI)
    fiches.save(team.psychologue, opened, jour=date(2026, 5, 4), answers={}, complete=False)
    files = responses(echange_fiches.reponses(team.psychologue, patient.numero))
    assert [json.loads(f.texte)["authored"] for f in files] == ["2026-05-04", TODAY.isoformat()]


def test_that_only_carers_export(team, patient):
    with pytest.raises(AccessDenied):
        echange_fiches.reponses(team[Role.SECRETARIAT], patient.numero)
    with pytest.raises(DossierInconnu):
        echange_fiches.reponses(team.medecin, 4_321)


def test_that_files_are_written_all_or_none_and_never_over_another(tmp_path):
    place = tmp_path / "sous" / "dossier"
    files = [Fichier("a.json", "é\n"), Fichier("b.json", "2\n")]
    written = echange_fiches.ecrire(files, place)
    assert [p.read_text(encoding="utf-8") for p in written] == ["é\n", "2\n"]
    assert echange_fiches.ecrire(files, place) == written
    with pytest.raises(FichierDejaLa):
        echange_fiches.ecrire([Fichier("c.json", "3"), Fichier("b.json", "autre")], place)
    assert sorted(p.name for p in place.iterdir()) == ["a.json", "b.json"]
    with pytest.raises(FichierNonEcrit):
        echange_fiches.ecrire(files, place / "a.json")


def test_that_a_definition_read_from_fhir_is_a_file_that_loads(team, tmp_path):
    reference = team.medecin.reference
    for fichier in echange_fiches.definitions([reference.forms.get(FICHE_DE_SUIVI)]):
        path = tmp_path / fichier.nom
        path.write_text(fichier.texte, encoding="utf-8")
    form = echange_fiches.reprendre(path, reference, TODAY)
    target = tmp_path / "repris.toml"
    echange_fiches.ecrire_definition(form, target, remplacer=False)
    text = target.read_text(encoding="utf-8")
    assert loader.load(text, reference.listes, reference.instruments) == form
    with pytest.raises(FichierDejaLa):
        echange_fiches.ecrire_definition(form, target, remplacer=False)
    target.write_text("autre", encoding="utf-8")
    echange_fiches.ecrire_definition(form, target, remplacer=True)
    assert target.read_text(encoding="utf-8") == text


def test_that_a_file_that_cannot_be_read_is_refused(team, tmp_path):
    reference = team.medecin.reference
    with pytest.raises(FichierIllisible):
        echange_fiches.reprendre(tmp_path / "absent.json", reference, TODAY)
    long = tmp_path / "long.json"
    long.write_bytes(b" " * (MAX_BYTES + 1))
    with pytest.raises(Refused):
        echange_fiches.reprendre(long, reference, TODAY)
