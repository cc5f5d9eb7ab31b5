"""What the access log says is stored under codes that never change."""

from datetime import timedelta

from microstructure_desktop.domain.acces import CONSERVATION, Action
from microstructure_desktop.store.migrations.m0004_acces import KEPT


def test_that_the_codes_of_what_was_done_stay_what_was_stored():
    assert {action.value for action in Action} == {
        "bris_de_glace",
        "cle_changee",
        "connexion",
        "echanges",
        "echec_connexion",
        "effacement",
        "enregistrement_pdf",
        "exercice",
        "export",
        "export_fiches",
        "feuille_secours",
        "fusion",
        "impression",
        "lecture_archive",
        "lecture_compte_rendu",
        "mise_a_jour",
        "ouverture_document",
        "ouverture_dossier",
        "ouverture_fiche",
        "remise_dossier",
        "reprise",
        "restauration",
        "sauvegarde",
        "verrouillage",
    }


def test_that_the_store_refuses_to_lose_a_line_before_its_time():
    assert timedelta(milliseconds=KEPT) == CONSERVATION == timedelta(days=365)
