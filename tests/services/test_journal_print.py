"""The paper about one person holds what who prints it may read, and printing it is noted."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.services import documents, dossiers, journal, journal_print
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.journal import Demande
from microstructure_desktop.store.failures import RecordMissing


def text(document):
    pages = PdfReader(BytesIO(document.pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture
def sophie(team):
    made = team.patient()
    other = team.patient("Autre", "Jean")
    for role in (Role.MEDECIN, Role.PSYCHOLOGUE):
        dossiers.dossier(team[role], made.id)
    dossiers.dossier(team.travailleur_social, other.id)
    return made


def test_that_the_doctor_prints_everybodys_accesses_and_the_others_theirs(team, sophie):
    whole = text(journal_print.document(team.medecin, sophie.id))
    assert "Qui a ouvert ce dossier" in whole
    assert "Claire Modèle" in whole
    assert "Paul Exemple" in whole
    assert "Nadia Témoin" not in whole
    own = text(journal_print.document(team.psychologue, sophie.id))
    assert "Mes accès à ce dossier" in own
    assert "Paul Exemple" not in own


def test_that_printing_it_is_noted_and_its_name_names_nobody(team, sophie):
    made = journal_print.document(team.medecin, sophie.id)
    assert made.fichier == "journal-acces-2026-11-19.pdf"
    documents.printed(team.medecin, made)
    (ligne, *_) = journal.read(team.medecin, Demande(patient=sophie.id)).lignes
    assert (ligne.acces.action, ligne.quoi) == (
        Action.IMPRESSION,
        "Impression\u00a0: journal d’accès",
    )


def test_that_every_page_of_the_log_is_printed_up_to_a_limit(team, sophie, monkeypatch):
    monkeypatch.setattr(journal, "PAGE", 2)
    monkeypatch.setattr(journal_print, "MOST", 3)
    for _ in range(9):
        journal.note(team.medecin, Action.FUSION, patient=sophie.id)
    assert "6 accès" in text(journal_print.document(team.medecin, sophie.id))


def test_that_it_is_refused_to_who_reads_nothing_and_about_nobody(team, sophie):
    with pytest.raises(AccessDenied):
        journal_print.document(team[Role.SECRETARIAT], sophie.id)
    with pytest.raises(RecordMissing):
        journal_print.document(team.medecin, new_id())
