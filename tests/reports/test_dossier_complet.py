"""The document is tagged, numbered, the same for the same content, and its letters are large."""

from io import BytesIO

from pypdf import PdfReader

from microstructure_desktop.reports.dossier_complet import dossier_complet
from microstructure_desktop.reports.dossier_complet_imprime import Chapitre, Entree, Ligne, Partie
from microstructure_desktop.reports.dossier_complet_story import _LARGE
from tests.reports.reading import plain, whole

from .test_dossier_complet_story import made

LINES = tuple(Ligne(f"Note {rank}", "Dort mieux.") for rank in range(60))
CONTENU = made(Chapitre("Soins", (Entree("Séance", (Partie("", LINES),)),)), Chapitre("Fin", ()))


def test_that_it_is_tagged_numbered_and_has_its_contents():
    pdf = dossier_complet(CONTENU)
    reader = PdfReader(BytesIO(pdf))
    root = reader.trailer["/Root"]
    assert (root["/Lang"], "/StructTreeRoot" in root) == ("fr-FR", True)
    told = plain(whole(pdf))
    assert f"Page {len(reader.pages)}/{len(reader.pages)}" in told
    assert [entry["/Title"] for entry in reader.outline] == ["Soins", "Fin"]
    assert f"2 Fin {len(reader.pages)}" in told


def test_that_the_same_content_gives_the_same_bytes():
    assert dossier_complet(CONTENU) == dossier_complet(CONTENU)


def test_that_it_is_large_enough_to_be_read():
    assert _LARGE.size >= 11
