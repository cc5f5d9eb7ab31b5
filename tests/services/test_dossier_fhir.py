"""The record as data: read by somebody else's reader, whole, and without what was struck."""

import base64
import json

import pytest
from fhir.resources.R4B.bundle import Bundle

from microstructure_desktop.services import dossier_complet, dossier_fhir
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.relecture import RETIRE, Relecture
from tests.reports import received

from .whole import AUTRE, RESERVEE, SCELLEE, TYPED, everything


@pytest.fixture
def scene(team):
    return everything(team)


def read(document):
    """Every text of it, those inside files too, and the resources by kind."""
    Bundle.model_validate_json(document.pdf)
    found = json.loads(document.pdf)
    kinds = {}
    for entry in found["entry"]:
        kinds.setdefault(entry["resource"]["resourceType"], []).append(entry["resource"])
    inside = [
        base64.b64decode(one["data"]).decode(errors="replace")
        for reference in kinds["DocumentReference"]
        for one in (content["attachment"] for content in reference["content"])
    ]
    return " ".join([document.pdf.decode(), *inside]), kinds, found


def test_that_everything_is_there_and_each_thing_once(team, scene):
    sophie, _, asked = scene
    told, kinds, found = read(dossier_fhir.fichier(team.medecin, asked.id, Relecture()))
    for mark in TYPED.values():
        assert mark in told, mark
    assert {kind: len(all_) for kind, all_ in kinds.items()} == {
        "Composition": 1,
        "Patient": 1,
        "EpisodeOfCare": 1,
        "Encounter": 2,
        "QuestionnaireResponse": 3,
        "DocumentReference": 2,
    }
    (person,) = kinds["Patient"]
    assert [i["value"] for i in person["identifier"]] == ["0001", "0003"]
    assert (person["name"][0]["family"], person["birthDate"]) == ("Légende", "1992-05-14")
    assert len({entry["fullUrl"] for entry in found["entry"]}) == len(found["entry"]) == 10
    assert person["id"].replace("-", "") == sophie.id


def test_that_every_address_leads_to_something_of_the_file(team, scene):
    _, _, asked = scene
    told, _, found = read(dossier_fhir.fichier(team.medecin, asked.id, Relecture()))
    here = {entry["fullUrl"] for entry in found["entry"]}
    named = [part.split('"')[0] for part in told.split('"reference": "')[1:]]
    assert len(named) == 9  # one subject for each, the person set aside
    assert set(named) <= here


def test_that_the_scores_and_the_files_are_as_they_were(team, scene):
    _, _, asked = scene
    _, kinds, _ = read(dossier_fhir.fichier(team.medecin, asked.id, Relecture()))
    (scale,) = (r for r in kinds["QuestionnaireResponse"] if "phq_9" in r["questionnaire"])
    assert '"text": "Total"' in json.dumps(scale)
    paper = next(
        d["content"][0]["attachment"]
        for d in kinds["DocumentReference"]
        if d["content"][0]["attachment"]["contentType"] == "application/pdf"
    )
    assert base64.b64decode(paper["data"]) == received.pdf()


def test_that_nothing_of_anybody_else_and_nothing_struck_is_there(team, scene):
    _, _, asked = scene
    paper = dossier_complet.ouvrir(team.medecin, asked.id).documents[0].id
    chosen = Relecture(
        passages=("sa mère", "lac", "convenu"),
        textes={TYPED["mienne"]: "hypothèse", TYPED["titre"]: "tiers"},
        documents={paper: "écrit par un tiers"},
    )
    told, kinds, _ = read(dossier_fhir.fichier(team.medecin, asked.id, chosen))
    struck = "sa mère", "au lac", "convenu", TYPED["mienne"], TYPED["titre"]
    for gone in (*AUTRE, SCELLEE, RESERVEE, *struck):
        assert gone not in told, gone
    assert f"Nous vous attendons comme {RETIRE}." in told
    assert len(kinds["DocumentReference"]) == 1


def test_that_only_the_doctor_makes_it(team, scene):
    _, _, asked = scene
    with pytest.raises(AccessDenied):
        dossier_fhir.fichier(team.psychologue, asked.id, Relecture())
