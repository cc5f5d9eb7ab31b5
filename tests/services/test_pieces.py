"""Documents received: nothing is kept that cannot be shown again as it came."""

import tempfile
from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption

from microstructure_desktop.domain.document import CABINET
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import (
    annulation,
    corbeille,
    documents,
    drafts,
    journal,
    pieces,
)
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.cercle import PartageLimite
from microstructure_desktop.services.patients import Formulaire
from microstructure_desktop.services.pieces import PieceSaisie
from microstructure_desktop.store.failures import RecordMissing
from tests.cabinet import TODAY
from tests.reports import received
from tests.services.cases import oppose

SAISIE = PieceSaisie("Bilan sanguin", "ANALYSE", date(2026, 11, 12))


@pytest.fixture
def office(team):
    return team.psychologue


@pytest.fixture
def sophie(team):
    return team.patient()


@pytest.fixture
def given_file(tmp_path):
    def made(name, contenu):
        path = tmp_path / name
        path.write_bytes(contenu)
        return path

    return made


@pytest.mark.parametrize(
    ("name", "contenu", "copy"),
    [
        ("a.pdf", received.pdf(), ".pdf"),
        ("A.PDF", received.pdf(), ".pdf"),
        ("a.png", received.png(), ".png"),
        ("a.jpg", received.jpeg(), ".jpg"),
        ("a.jpeg", received.jpeg(), ".jpg"),
        ("sans_suffixe", received.png(), ".png"),
    ],
)
def test_that_a_document_comes_back_byte_for_byte(office, sophie, given_file, name, contenu, copy):
    path = given_file(name, contenu)
    piece = pieces.lire(office, path)
    made = pieces.ajouter(office, sophie.id, SAISIE, piece.contenu)
    assert (made.taille, made.empreinte) == (len(contenu), sha256(contenu).hexdigest())
    lue = pieces.ouvrir(office, made.id)
    assert lue.contenu == path.read_bytes() == contenu
    assert lue.copie.pdf == contenu
    assert lue.apercu.pdf.startswith(b"%PDF-")
    assert lue.copie.fichier == f"document-2026-11-12{copy}"


def test_that_nothing_of_a_document_is_written_in_clear_anywhere(
    office, sophie, given_file, tmp_path, monkeypatch
):
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(aside))
    marked = received.pdf(pageCompression=0).replace(b"Page 0", b"SECRET")
    piece = pieces.lire(office, given_file("a.pdf", marked))
    picture = pieces.ajouter(office, sophie.id, SAISIE, received.jpeg())
    made = pieces.ajouter(office, sophie.id, SAISIE, piece.contenu)
    assert b"SECRET" in pieces.ouvrir(office, made.id).contenu
    assert pieces.ouvrir(office, picture.id).apercu.pdf
    assert list(aside.iterdir()) == []
    kept = [path for path in office.home.root.rglob("*") if path.is_file()]
    assert kept
    assert not any(b"SECRET" in path.read_bytes() for path in kept)


def test_that_no_name_of_file_or_of_person_is_in_the_copy(office, sophie, given_file):
    piece = pieces.lire(office, given_file("Sophie Légende.pdf", received.pdf()))
    made = pieces.ajouter(office, sophie.id, replace(SAISIE, titre="Sophie"), piece.contenu)
    lue = pieces.ouvrir(office, made.id)
    assert (lue.apercu.titre, lue.apercu.fichier) == (
        "Résultat d’analyse",
        "document-2026-11-12.pdf",
    )


@pytest.mark.parametrize(
    ("name", "contenu", "refusal"),
    [
        ("a.pdf", b"", pieces.PieceEmpty),
        ("a.pdf", b"MZ" + bytes(100), pieces.PieceRefused),
        ("a.pdf", received.pdf()[:80], pieces.PieceDamaged),
        ("a.png", received.png()[:50], pieces.PieceDamaged),
        ("a.pdf", received.png(), pieces.PieceMisnamed),
        ("a.jpg", received.pdf(), pieces.PieceMisnamed),
        ("a.exe", received.pdf(), pieces.PieceMisnamed),
        ("a.png", received.bomb(60_000), pieces.PieceTooLarge),
        ("a.pdf", received.pdf(pages=301), pieces.PieceTooLong),
        ("a.pdf", received.pdf(encrypt=StandardEncryption("x")), pieces.PieceLocked),
        ("a.pdf", b"%PDF-" + bytes(pieces.MAX_BYTES), pieces.PieceTooBig),
    ],
)
def test_that_what_would_harm_is_refused_in_a_sentence(office, given_file, name, contenu, refusal):
    with pytest.raises(refusal) as found:
        pieces.lire(office, given_file(name, contenu))
    assert type(found.value) is refusal
    assert found.value.sentence.endswith(".")


def test_that_ten_megabytes_are_the_limit():
    with pytest.raises(pieces.PieceRefused) as found:
        pieces.examiner(bytes(pieces.MAX_BYTES))
    assert type(found.value) is pieces.PieceRefused  # its size was accepted


def test_that_a_folder_or_a_key_gone_is_said(office, tmp_path):
    for path in (tmp_path, tmp_path / "partie.pdf"):
        with pytest.raises(pieces.PieceUnreadable):
            pieces.lire(office, path)


def test_that_nothing_is_kept_of_what_is_refused(office, sophie):
    with pytest.raises(pieces.PieceDamaged):
        pieces.ajouter(office, sophie.id, SAISIE, received.pdf()[:80])
    assert pieces.documents(office, sophie.id) == ()


def test_that_the_same_content_is_not_kept_twice(office, sophie, team):
    pieces.ajouter(office, sophie.id, SAISIE, received.pdf())
    with pytest.raises(pieces.PieceKnown) as found:
        pieces.ajouter(office, sophie.id, replace(SAISIE, titre="Autre"), received.pdf())
    assert "12/11/2026" in found.value.sentence
    other = team.patient("Autre", "Alix")
    assert pieces.ajouter(office, other.id, SAISIE, received.pdf())


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from([received.pdf(), received.png(), received.jpeg()]),
    st.lists(st.tuples(st.floats(0.02, 0.999), st.binary(max_size=6)), max_size=4),
)
def test_that_whatever_was_changed_in_a_file_it_is_shown_or_refused(contenu, changes):
    for where, put in changes:
        at = int(where * len(contenu))
        contenu = contenu[:at] + put + contenu[at + len(put) :]
    try:
        piece = pieces.examiner(contenu)
    except pieces.PieceRefused:
        return
    assert piece.nature.value in ("application/pdf", "image/png", "image/jpeg")


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("titre", " ", "Donnez-lui un titre"),
        ("titre", "x" * 121, "120 caractères"),
        ("categorie", "", "Choisissez"),
        ("jour", None, "Entrez la date"),
        ("jour", date(2026, 11, 20), "aujourd’hui ou avant"),
    ],
)
def test_that_a_bad_field_is_said(office, field, typed, said):
    saisie = replace(SAISIE, **{field: typed})
    assert said in pieces.problems(saisie, office.reference, TODAY)[field]


def test_that_words_are_corrected_and_the_content_stays(office, sophie):
    made = pieces.ajouter(office, sophie.id, SAISIE, received.pdf())
    again = pieces.corriger(office, made.id, PieceSaisie("Scanner", "IMAGERIE", TODAY))
    assert again == replace(made, titre="Scanner", categorie="IMAGERIE", jour=TODAY)
    assert pieces.ouvrir(office, made.id).contenu == received.pdf()


def test_that_the_latest_is_first_and_the_draft_is_over(office, sophie):
    sujet = Formulaire.DOCUMENT.sujet(sophie.id)
    drafts.save(office, drafts.PATIENT, sujet, {"titre": "Bil"}, sophie.id)
    pieces.ajouter(office, sophie.id, SAISIE, received.pdf())
    pieces.ajouter(office, sophie.id, replace(SAISIE, jour=TODAY), received.png())
    assert [d.jour.day for d in pieces.documents(office, sophie.id)] == [19, 12]
    assert drafts.load(office, drafts.PATIENT, sujet) is None


def test_that_one_cancelled_with_a_reason_comes_back_with_its_content(office, sophie):
    made = pieces.ajouter(office, sophie.id, SAISIE, received.pdf())
    fait = annulation.noted(office, partial(corbeille.cancel, entity=made.id, motif="Doublon"))
    assert pieces.documents(office, sophie.id) == ()
    with pytest.raises(RecordMissing):
        pieces.ouvrir(office, made.id)
    assert [x.titre for x in corbeille.corbeille(office)] == ["Résultat d’analyse du 12/11/2026"]
    annulation.undo(office, fait.changes)
    assert pieces.ouvrir(office, made.id).contenu == received.pdf()


def test_that_opening_one_is_noted(office, sophie, team):
    made = pieces.ajouter(office, sophie.id, SAISIE, received.pdf())
    copy = pieces.ouvrir(office, made.id).copie
    documents.saved(office, copy)
    lignes = journal.read(team.medecin, journal.Demande(patient=sophie.id)).lignes
    assert [x.quoi for x in lignes] == [
        "PDF enregistré\u00a0: document reçu",
        "Document ou lettre lu",
    ]
    assert {x.acces.objet for x in lignes} == {made.id}


def test_that_a_content_that_is_not_what_was_added_is_not_shown(office, sophie, team):
    made = pieces.ajouter(office, sophie.id, SAISIE, received.pdf())
    with office.store.begin(office.membre.id, team.clock()) as work:
        work.documents.save(replace(made, empreinte="00" * 32))
    with pytest.raises(pieces.PieceAltered):
        pieces.ouvrir(office, made.id)


def test_that_who_reads_no_document_neither_adds_nor_opens_one(team, office, sophie):
    made = pieces.ajouter(office, sophie.id, SAISIE, received.pdf())
    secretariat = team[Role.SECRETARIAT]
    for act in (
        lambda: pieces.documents(secretariat, sophie.id),
        lambda: pieces.lu(secretariat, made.id),
        lambda: pieces.ouvrir(secretariat, made.id),
        lambda: pieces.corriger(secretariat, made.id, SAISIE),
        lambda: pieces.ajouter(secretariat, sophie.id, SAISIE, received.png()),
        lambda: pieces.coller(secretariat, received.png()),
    ):
        with pytest.raises(AccessDenied):
            act()


def test_that_a_paper_of_the_cabinet_is_the_doctors_and_read_by_all(team, office):
    with pytest.raises(AccessDenied):
        pieces.ajouter(office, CABINET, SAISIE, received.pdf())
    made = pieces.ajouter(
        team.medecin, CABINET, replace(SAISIE, categorie="CONVENTION"), received.pdf()
    )
    assert pieces.documents(team[Role.SECRETARIAT]) == (made,)
    assert pieces.ouvrir(office, made.id).apercu.titre == "Convention du cabinet"


def test_that_an_objection_closes_what_others_added(team, office, sophie):
    made = pieces.ajouter(office, sophie.id, SAISIE, received.pdf())
    own = pieces.ajouter(team.medecin, sophie.id, SAISIE, received.png())
    oppose(team, sophie)
    assert pieces.documents(team.medecin, sophie.id) == (own,)
    for act in (
        lambda: pieces.lu(team.medecin, made.id),
        lambda: pieces.ouvrir(team.medecin, made.id),
        lambda: pieces.corriger(team.medecin, made.id, SAISIE),
    ):
        with pytest.raises(PartageLimite):
            act()


def test_that_who_is_objected_to_learns_nothing_by_adding_what_is_there(team, office, sophie):
    pieces.ajouter(office, sophie.id, SAISIE, received.pdf())
    oppose(team, sophie)
    again = pieces.ajouter(team.medecin, sophie.id, replace(SAISIE, jour=TODAY), received.pdf())
    assert pieces.documents(team.medecin, sophie.id) == (again,)
    with pytest.raises(pieces.PieceKnown):
        pieces.ajouter(team.medecin, sophie.id, SAISIE, received.pdf())
