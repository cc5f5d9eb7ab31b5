"""The printed table is the one that is applied, and names nobody."""

from io import BytesIO

from pypdf import PdfReader

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import documents, droits_imprimes, journal
from microstructure_desktop.services.journal import Demande


def test_that_it_says_each_line_and_its_limits(team):
    made = droits_imprimes.document(team[Role.SECRETARIAT])
    pages = PdfReader(BytesIO(made.pdf)).pages
    shown = " ".join(" ".join(page.extract_text() for page in pages).split())
    for part in ("Fiches médicales", "résumé partagé", "scellées", "L1110-4", "Médecin"):
        assert part in shown
    assert len(pages) == 1
    assert not made.nominatif
    assert made.fichier == "droits-2026-11-19.pdf"
    assert "Exemple" not in shown


def test_that_printing_it_is_noted(team):
    documents.printed(team.medecin, droits_imprimes.document(team.medecin))
    (ligne, *_) = journal.read(team.medecin, Demande(action=Action.IMPRESSION)).lignes
    assert ligne.quoi == "Impression\u00a0: qui peut quoi"
