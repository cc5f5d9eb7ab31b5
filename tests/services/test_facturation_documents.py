"""A billing list on paper and as a workbook, noted in the access log."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import documents, facturation, journal
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.facturation_documents import bordereau, liste, tableur
from microstructure_desktop.services.journal import Demande
from tests.reports.reading import plain, whole

from .billing import WHOLE, followed, prepared
from .cases import oppose


@pytest.fixture
def lot(team):
    followed(team, "Albe", "Zoé", done=WHOLE)
    followed(team, "Brun", "Léo", done=(1, 6, 8))
    return prepared(team)


def noted(team):
    lines = journal.read(team.medecin, Demande()).lignes
    return [
        (x.acces.action, x.quoi) for x in lines if "facturation" in x.quoi or "orfait" in x.quoi
    ]


def test_that_the_list_names_people_their_acts_and_the_total(team, lot):
    made = bordereau(team.psychologue, lot.id)
    said = plain(whole(made.pdf))
    for part in (
        "ALBE Zoé",
        "BRUN Léo",
        "Médecin généraliste 1, psychologue 6, travailleur social 7",
        "1 658,00 €",
        "Préparé le jeudi 19 novembre 2026 par C. Modèle. Pas encore transmis.",
    ):
        assert part in said
    assert made.nominatif
    assert made.fichier == "facturation-2026-11-19.pdf"


def test_that_the_workbook_has_a_line_for_each_act(team, lot):
    made = tableur(team.psychologue, lot.id)
    book = load_workbook(BytesIO(made.pdf))
    assert (book["Forfaits"].max_row, book["Actes"].max_row) == (3, 30)
    assert made.fichier == "facturation-2026-11-19.xlsx"


def test_that_a_list_taken_back_says_so_and_why(team, lot):
    facturation.annuler(team.psychologue, lot.id, "Montant corrigé")
    said = plain(whole(bordereau(team.psychologue, lot.id).pdf))
    assert "Repris : il ne compte plus. Motif : Montant corrigé." in said


def test_that_a_name_closed_to_the_reader_is_not_printed(team, lot):
    oppose(team, lot.lignes[0].patient)
    said = plain(whole(bordereau(team.medecin, lot.id).pdf))
    assert "ALBE" not in said
    assert "1 autre forfait de cette préparation (829,00 €)" in said
    assert "1 658,00 €" in said


def test_that_opening_and_writing_are_noted_without_a_name(team, lot, tmp_path):
    office = team.psychologue
    made = bordereau(office, lot.id)
    documents.deliver(office, made, tmp_path / made.fichier)
    book = tableur(office, lot.id)
    documents.deliver(office, book, tmp_path / book.fichier)
    assert noted(team) == [
        (Action.ENREGISTREMENT_PDF, "Tableau enregistré\u00a0: bordereau de facturation"),
        (Action.ENREGISTREMENT_PDF, "PDF enregistré\u00a0: bordereau de facturation"),
        (Action.OUVERTURE_DOCUMENT, "Document ou lettre lu\u00a0: bordereau de facturation"),
    ]


def test_that_the_table_of_forfaits_names_nobody(team, lot):
    made = liste(team.psychologue)
    book = load_workbook(BytesIO(made.pdf))
    every = [str(c.value) for sheet in book for row in sheet.iter_rows() for c in row]
    assert not made.nominatif
    assert not [text for text in every if "albe" in text.casefold() or "Zoé" in text]
    assert book["Forfaits"].max_row == 3


def test_that_who_may_not_bill_prints_nothing(team, lot):
    office = team[Role.PSYCHIATRE]
    for asked in (
        lambda: bordereau(office, lot.id),
        lambda: tableur(office, lot.id),
        lambda: liste(office),
    ):
        with pytest.raises(AccessDenied):
            asked()
