"""One of everything is handed over, nothing of anybody else; what is struck is nowhere."""

from datetime import date
from io import BytesIO

import pyrage
import pytest
from pypdf import PdfReader

from microstructure_desktop.domain.acces import Action, Filtre
from microstructure_desktop.domain.demande import NatureDemande, Remise
from microstructure_desktop.exchange import seal
from microstructure_desktop.services import (
    demandes,
    dossier_complet,
    dossiers,
    drafts,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.cercle import PartageLimite
from microstructure_desktop.services.demandes import DemandeSaisie
from microstructure_desktop.services.dossier_complet import PasUneDemandeDAcces, PhraseTropCourte
from microstructure_desktop.services.relecture import RETIRE, Relecture
from tests.cabinet import TODAY

from .cases import oppose
from .whole import AUTRE, RESERVEE, SCELLEE, TYPED, everything


@pytest.fixture
def scene(team):
    return everything(team)


def text(document):
    reader = PdfReader(BytesIO(document.pdf))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_that_everything_known_of_the_person_is_handed_over(team, scene):
    _, _, asked = scene
    made = dossier_complet.document(team.medecin, asked.id, Relecture())
    told = text(made)
    for mark in TYPED.values():
        assert mark in told, mark
    for fact in (
        "LÉGENDE Sophie", "06 01 02 03 04", "Identité du dossier n° 0001", "dossier n° 0003",
        "Covid/Santé mentale", "l’usage dans les statistiques", "Consultation psychologique",
        "04/12/2026", "Pharmacie du Port", "1 sur 6", "829,00 €", "psychologue", "12 min",
        "octobre 2026", "PHQ-9, ligne par ligne Intérêt 1", "La personne et sa tutrice",
        "Dr Paul Exemple", "Dossiers réunis",
    ):  # fmt: skip
        assert fact in told, fact


def test_that_nothing_of_anybody_else_is_there(team, scene):
    _, other, asked = scene
    told = text(dossier_complet.document(team.medecin, asked.id, Relecture())).casefold()
    for mark in (*AUTRE, other.dossier, SCELLEE, RESERVEE):
        assert mark.casefold() not in told
    opened = dossier_complet.ouvrir(team.medecin, asked.id)
    assert not any(mark in t.texte for t in opened.textes for mark in AUTRE)


def test_that_every_text_is_read_over_those_that_may_be_about_others_first(team, scene):
    _, _, asked = scene
    opened = dossier_complet.ouvrir(team.medecin, asked.id)
    listed = [t.texte for t in opened.textes]
    assert set(TYPED.values()) <= set(listed)
    assert len(listed) == len(set(listed))
    assert {t.texte: t.signe for t in opened.textes[: opened.signales]} == {
        TYPED["note"]: "mère",
        TYPED["psychologique"]: "frère",
        "La personne et sa tutrice": "tutrice",
    }
    (place,) = (t.ou for t in opened.textes if t.texte == TYPED["mienne"])
    assert place[0].endswith("08/10/2026 à 14:00 · Note personnelle")


def test_that_what_is_struck_is_nowhere_and_its_number_is_said(team, scene):
    sophie, _, asked = scene
    chosen = Relecture(
        passages=("sa mère", "frère"), textes={TYPED["mienne"]: "hypothèse de travail"}
    )
    told = text(dossier_complet.document(team.medecin, asked.id, chosen))
    for gone in ("mère", "frère", TYPED["mienne"]):
        assert gone not in told
    assert f"Dort mal depuis que {RETIRE} est partie." in told
    assert told.count(RETIRE) == 2
    assert "2 passages retirés, parce qu’une autre personne que vous y est concernée." in told
    assert "Un texte entier retiré : hypothèse de travail" in told
    kept = dossiers.dossier(team.medecin, sophie.id)
    assert any(s.consultation.note_partagee == TYPED["note"] for s in kept.seances)


def test_that_a_document_is_followed_by_the_pages_received_unless_it_is_taken_out(team, scene):
    _, _, asked = scene
    opened = dossier_complet.ouvrir(team.medecin, asked.id)
    (paper,) = opened.documents
    whole = dossier_complet.document(team.medecin, asked.id, Relecture())
    without = dossier_complet.document(
        team.medecin, asked.id, Relecture(documents={paper.id: "écrit par un tiers"})
    )
    assert PdfReader(BytesIO(whole.pdf)).pages[-1].extract_text().strip() == "Page 0"
    assert "Page 0" not in text(without)
    assert "Un document reçu, du 19/11/2026, retiré : écrit par un tiers" in text(without)
    reader = PdfReader(BytesIO(whole.pdf))
    assert "/StructTreeRoot" in reader.trailer["/Root"]
    assert reader.trailer["/Root"]["/Lang"] == "fr-FR"


def test_that_what_others_keep_is_named_and_not_told(team, scene):
    _, _, asked = scene
    opened = dossier_complet.ouvrir(team.medecin, asked.id)
    assert {(n.auteur, n.ou) for n in opened.notes_scellees} == {
        ("Claire Modèle", "séance du 05/10/2026"),
        ("Claire Modèle", "fiche du 19/11/2026"),
    }
    told = text(dossier_complet.document(team.medecin, asked.id, Relecture()))
    for place in ("séance du 05/10/2026", "fiche du 19/11/2026"):
        assert f"Note personnelle scellée de Claire Modèle, {place} : à demander" in told
    assert "1 réponse réservée à la profession de Claire Modèle" in told
    assert "Elles peuvent être communicables" in told


def test_that_choices_are_kept_as_a_draft_until_the_answer(team, scene):
    _, _, asked = scene
    chosen = Relecture(("sa mère",), {TYPED["titre"]: "motif"}, {"d": "autre"}, frozenset({"a"}))
    dossier_complet.garder(team.medecin, asked.id, chosen)
    assert dossier_complet.ouvrir(team.medecin, asked.id).relecture == chosen
    demandes.repondre(team.medecin, asked.id, Remise.SUR_PLACE)
    assert drafts.load(team.medecin, drafts.DEMANDE, asked.id) is None


def test_that_only_a_doctor_who_may_read_the_record_gathers_it(team, scene):
    sophie, _, asked = scene
    for office in (team.psychologue, team.travailleur_social):
        with pytest.raises(AccessDenied):
            dossier_complet.ouvrir(office, asked.id)
    oppose(team, sophie)
    with pytest.raises(PartageLimite):
        dossier_complet.ouvrir(team.medecin, asked.id)
    with pytest.raises(PartageLimite):
        dossier_complet.document(team.medecin, asked.id, Relecture())


def test_that_another_request_gathers_nothing(team, scene):
    sophie, _, _ = scene
    saisie = DemandeSaisie(NatureDemande.RECTIFICATION, TODAY)
    asked = demandes.enregistrer(team.medecin, sophie.id, saisie)
    with pytest.raises(PasUneDemandeDAcces):
        dossier_complet.ouvrir(team.medecin, asked.id)


def test_that_a_record_with_nothing_says_so_and_that_gathering_it_is_logged(team):
    alone = team.patient("Seule", "Ana", naissance=date(1980, 1, 2), programme=None, debut=None)
    saisie = DemandeSaisie(NatureDemande.ACCES, TODAY)
    asked = demandes.enregistrer(team.medecin, alone.id, saisie)
    told = text(dossier_complet.document(team.medecin, asked.id, Relecture()))
    assert "Rien d’autre n’a été laissé de côté." in told
    assert "Rien n’est noté ici." in told
    with team.medecin.store.read() as work:
        (line,) = work.acces.page(Filtre(action=Action.OUVERTURE_DOSSIER), None, 5)
    assert line.patient == alone.id


def test_that_what_goes_on_a_stick_opens_with_its_phrase_alone(team, scene):
    _, _, asked = scene
    clair = dossier_complet.document(team.medecin, asked.id, Relecture())
    with pytest.raises(PhraseTropCourte):
        dossier_complet.chiffre(team.medecin, clair, "courte")
    sealed = dossier_complet.chiffre(team.medecin, clair, "cinq mots pour la clé bleue")
    assert sealed.fichier == "dossier-2026-11-19.pdf.age"
    assert sealed.pdf.startswith(seal.SEALED)
    assert pyrage.passphrase.decrypt(sealed.pdf, "cinq mots pour la clé bleue") == clair.pdf
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(sealed.pdf, "cinq mots pour la clé verte")
