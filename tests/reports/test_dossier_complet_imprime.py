"""What is handed over is made of words and pages: no record of the store has a place in it."""

from dataclasses import fields

from microstructure_desktop.reports.dossier_complet_imprime import DossierRemis, Ligne


def test_that_only_words_and_pages_have_a_place():
    assert {f.name for f in fields(DossierRemis)} == {
        "cabinet", "patient", "demande", "remis_par", "chapitres", "edite_le", "pieces",
    }  # fmt: skip
    assert Ligne("Note", "texte").libres == ()
