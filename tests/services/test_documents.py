"""PDFs made in memory from what is saved, and written only where the person says."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import DecisionId
from microstructure_desktop.domain.synthese import Decision, Motif, Situation
from microstructure_desktop.services import documents, fiches, syntheses
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.documents import Document, DocumentNotWritten
from microstructure_desktop.services.fiche_forms import UnknownForm
from microstructure_desktop.services.suivi import FICHE_DE_SUIVI
from tests.cabinet import TODAY
from tests.services.cases import filled
from tests.services.merges import joined


def text(document):
    reader = PdfReader(BytesIO(document.pdf))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.fixture
def meeting(team):
    """A meeting under way about one patient, with one decision."""
    sophie = team.patient()
    team.seance(sophie.id, date(2026, 11, 5), note_personnelle="Pour moi seule.")
    prepared = syntheses.prepare(team.medecin)
    situation = Situation(
        sophie.id,
        Motif.AJOUT,
        social="Logement demandé.",
        decisions=(Decision(DecisionId("d"), "Appeler la mairie", team.medecin.membre.id),),
        minutes=7,
        vue=True,
    )
    synthese = replace(prepared.synthese, situations=(situation,))
    return syntheses.begin(team.medecin, synthese, prepared.based_on)


def test_that_minutes_are_provisional_until_the_meeting_is_closed(team, meeting):
    open_ = documents.minutes(team.medecin, meeting.synthese.id)
    assert "Document provisoire" in text(open_)
    syntheses.close(team.medecin, meeting.synthese, meeting.based_on)
    closed = documents.minutes(team.medecin, meeting.synthese.id)
    assert "Document provisoire" not in text(closed)


def test_that_minutes_say_what_was_discussed_and_decided(team, meeting):
    shown = text(documents.minutes(team.psychologue, meeting.synthese.id))
    for part in ("LÉGENDE Sophie", "Logement demandé.", "Appeler la mairie", "Dr Exemple", "7 min"):
        assert part in shown
    assert "psychologue 1/6" in shown.lower()  # the forfait of that day
    assert "Pour moi" not in shown


def test_that_no_patient_is_named_by_the_file(team, meeting):
    document = documents.minutes(team.medecin, meeting.synthese.id)
    assert document.titre == "Compte rendu de réunion de synthèse"
    assert document.fichier == "synthese-2026-11.pdf"


def test_that_the_same_minutes_have_the_same_bytes(team, meeting):
    once = documents.minutes(team.medecin, meeting.synthese.id)
    assert once == documents.minutes(team.medecin, meeting.synthese.id)


def test_that_a_fiche_is_printed_without_what_its_reader_may_not_read(team):
    sophie = team.patient()
    opened = fiches.start(team.psychologue, sophie.id, FICHE_DE_SUIVI)
    sealed = next(i for i in opened.form.questions if i.partage.value == "personnel")
    answers = {**opened.answers, sealed.id: "Pour moi seule."}
    saved = fiches.save(team.psychologue, opened, jour=TODAY, answers=answers, complete=False)
    own = documents.fiche(team.psychologue, saved.id)
    other = documents.fiche(team.medecin, saved.id)
    assert own.fichier == "fiche-psychologique_suivi-2026-11-19.pdf"
    assert "LÉGENDE Sophie" in text(other)
    assert "Pour moi seule" not in text(other)


def test_that_a_person_takes_home_a_page_that_the_file_does_not_name(team):
    sophie = team.patient()
    team.seance(sophie.id, date(2026, 11, 5), note_partagee="Note de séance.")
    document = documents.parcours(team.psychologue, sophie.id)
    assert (document.titre, document.fichier) == ("Mon parcours", "parcours-2026-11-19.pdf")
    assert "Claire Modèle, psychologue : 1 fois" in text(document)
    assert "Légende" not in text(document)
    assert "Note de séance" not in text(document)


def test_that_the_reception_prints_nothing_of_care(team, meeting):
    with pytest.raises(AccessDenied):
        documents.minutes(team[Role.SECRETARIAT], meeting.synthese.id)


def test_that_each_page_becomes_one_picture(team, meeting):
    pdf = documents.minutes(team.medecin, meeting.synthese.id).pdf
    pictures = list(documents.pages(pdf, 72))
    assert len(pictures) == documents.page_count(pdf)
    assert {(p.width, p.height) for p in pictures} == {(596, 842)}


def test_that_saving_writes_the_whole_document_and_nothing_beside(tmp_path):
    target = tmp_path / "compte-rendu.pdf"
    target.write_bytes(b"old")
    documents.save(Document("Titre", "x.pdf", b"%PDF-whole"), target)
    assert target.read_bytes() == b"%PDF-whole"
    assert [p.name for p in tmp_path.iterdir()] == ["compte-rendu.pdf"]


def test_that_a_place_that_refuses_is_said_and_left_clean(tmp_path):
    (tmp_path / "dossier").mkdir()
    for target in (tmp_path / "absent" / "x.pdf", tmp_path / "dossier"):
        with pytest.raises(DocumentNotWritten, match="pas pu être enregistré"):
            documents.save(Document("Titre", "x.pdf", b"%PDF"), target)
    assert [p.name for p in tmp_path.iterdir()] == ["dossier"]


def test_that_a_reader_of_another_profession_is_told_that_answers_are_missing(team):
    saved = filled(team, team.patient())
    told = "Seulement les réponses partagées avec toute l’équipe"
    assert told in text(documents.fiche(team.medecin, saved.id))
    assert told not in text(documents.fiche(team.psychologue, saved.id))


def test_that_a_blank_fiche_of_somebody_recalls_their_last_answers(team):
    sophie = team.patient()
    filled(team, sophie, date(2026, 6, 2), craving=6)
    document = documents.fiche_vierge(team.psychologue, FICHE_DE_SUIVI, sophie.id)
    assert document.nominatif
    assert document.fichier == "fiche-vierge-psychologique_suivi.pdf"
    shown = text(document)
    assert "LÉGENDE Sophie" in shown
    assert "Le 02/06/2026 : 6 sur 10" in shown
    colleague = text(documents.fiche_vierge(team.medecin, FICHE_DE_SUIVI, sophie.id))
    assert "6 sur 10" not in colleague


def test_that_a_blank_fiche_of_nobody_names_nobody(team):
    sophie = team.patient()
    filled(team, sophie)
    blank = documents.fiche_vierge(team.psychologue, FICHE_DE_SUIVI)
    assert not blank.nominatif
    shown = text(blank)
    assert "LÉGENDE" not in shown
    assert "Nom et prénom" in shown
    assert "Cabinet des Lilas" in shown


def test_that_an_age_asked_of_somebody_goes_up_to_theirs(team):
    sophie = team.patient()
    form = next(
        f for f in team.medecin.reference.forms.latest() if any(i.up_to_age for i in f.items)
    )
    assert "de 0 à 34" in text(documents.fiche_vierge(team.medecin, form.id, sophie.id))


def test_that_what_is_printed_under_an_old_number_is_of_the_record_kept(team):
    sophie = team.patient()
    twin = team.patient("Légende", "Sofie", programme=None, debut=None)
    joined(team, sophie, twin)
    for made in (
        documents.parcours(team.psychologue, twin.id),
        documents.fiche_vierge(team.psychologue, FICHE_DE_SUIVI, twin.id),
    ):
        assert made.patient == sophie.id
        assert twin.dossier not in text(made)


def test_that_a_blank_fiche_wants_a_form_and_a_carer(team):
    with pytest.raises(UnknownForm):
        documents.fiche_vierge(team.medecin, "inconnue")
    with pytest.raises(AccessDenied):
        documents.fiche_vierge(team[Role.SECRETARIAT], FICHE_DE_SUIVI)
