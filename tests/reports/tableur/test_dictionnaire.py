"""Each column of each sheet is explained, under the names that the tabs have in the end."""

from dataclasses import replace

from microstructure_desktop.reports.tableur.dictionnaire import expliquees

from .cas import ACTES, CLASSEUR, classeur, remarques


def test_that_the_dictionary_has_a_row_for_each_column():
    actes, dictionnaire, codes = expliquees(CLASSEUR)
    assert actes == ACTES
    assert dictionnaire.nom == "Dictionnaire"
    assert [c.libelle for c in dictionnaire.colonnes] == [
        "Feuille",
        "Colonne",
        "Nom court",
        "Définition",
        "Type",
        "Liste",
    ]
    assert [(ligne[2], ligne[4]) for ligne in dictionnaire.lignes] == [
        ("dossier", "nombre entier"),
        ("jour", "date"),
        ("debut", "heure"),
        ("venu", "oui ou non"),
        ("lieu", "choix dans une liste"),
        ("score", "nombre décimal (2 après la virgule)"),
        ("part", "pour cent (1 après la virgule)"),
        ("montant", "montant en euros"),
        ("remarque", "texte"),
    ]
    assert dictionnaire.lignes[4] == (
        "Actes",
        "Lieu",
        "lieu",
        "Où.",
        "choix dans une liste",
        "CL13",
    )
    assert codes.lignes == (
        ("Actes", "Lieu", "CL13", "CABINET", "Au cabinet"),
        ("Actes", "Lieu", "CL13", "VAD", "À domicile"),
    )


def test_that_codes_have_a_sheet_only_when_there_are():
    assert [f.nom for f in expliquees(classeur(remarques("a")))] == ["Remarques", "Dictionnaire"]


def test_that_the_names_are_those_of_the_tabs():
    noms = ("Codes", "Actes: 2026", "actes 2026", "Dictionnaire")
    made = expliquees(classeur(*(replace(remarques(), nom=nom) for nom in noms)))
    assert [f.nom for f in made] == [
        "Codes (2)",
        "Actes 2026",
        "actes 2026 (2)",
        "Dictionnaire (2)",
        "Dictionnaire",
    ]
    assert [ligne[0] for ligne in made[-1].lignes] == [f.nom for f in made[:-1]]
