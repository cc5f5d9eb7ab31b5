"""A blank of the legal file is filled, changed, or emptied; the others stay."""

from microstructure_desktop.domain.dossier_legal import UNIQUE, DossierLegal


def test_that_one_answer_changes_and_the_others_stay():
    file = DossierLegal(UNIQUE, {"dpo": "Mme Exemple", "siege": "Toulouse"})
    assert file.avec_reponse("dpo", "M. Modèle").reponses == {
        "dpo": "M. Modèle",
        "siege": "Toulouse",
    }
    assert file.avec_reponse("dpo", "").reponses == {"siege": "Toulouse"}
    assert file.avec_reponse("inconnu", "").reponses == file.reponses
    assert file.reponses == {"dpo": "Mme Exemple", "siege": "Toulouse"}
