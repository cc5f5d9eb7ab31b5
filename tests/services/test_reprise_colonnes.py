"""Columns are known by their heading, else by what is written under it."""

from datetime import date

import pytest

from microstructure_desktop.services import reference, reprise_csv, reprise_mots
from microstructure_desktop.services.reprise_colonnes import Colonnes, deviner, lettre
from microstructure_desktop.services.reprise_mots import Champ

TODAY = date(2026, 11, 19)
PERSON = "Légende;Sophie;14/05/1992"


@pytest.fixture(scope="module")
def mots():
    return reprise_mots.mots(reference.load())


def guessed(mots, text):
    return deviner(reprise_csv.lire(text.encode()), mots, TODAY)


def test_that_headings_lead_to_their_fields_and_the_rest_is_left_aside(mots):
    heads = "N°;NOM;Prénom;Né(e) le;Sexe (F/H);Tél.;Date d’inclusion;Dispositif;Remarques"
    rows = "7;Légende;Sophie;14/05/1992;F;0612345678;03/03/2026;Covid;à rappeler"
    columns = guessed(mots, f"{heads}\n{rows}\n")
    assert columns == Colonnes(
        1,
        (
            None, Champ.NOM, Champ.PRENOM, Champ.NAISSANCE, Champ.SEXE, Champ.TELEPHONE,
            Champ.DEBUT, Champ.PROGRAMME, None,
        ),
    )  # fmt: skip
    assert columns.manquants() == ()


def test_that_headings_may_stand_under_a_title(mots):
    columns = guessed(mots, f"File active;;\nau 12/03/2026;;\nNom;Prénom;DDN\n{PERSON}\n")
    assert columns.entete == 3
    assert columns.champs == (Champ.NOM, Champ.PRENOM, Champ.NAISSANCE)


def test_that_the_longer_heading_wins_over_the_word_inside_it(mots):
    heads = "Lieu de naissance;Nom de naissance;Nom;Prénom;Date de naissance du patient"
    row = "Lille;Martin;Légende;Sophie;14/05/1992"
    assert guessed(mots, f"{heads}\n{row}\n").champs == (
        None, Champ.NOM_NAISSANCE, Champ.NOM, Champ.PRENOM, Champ.NAISSANCE
    )  # fmt: skip


def test_that_a_short_word_inside_a_heading_says_nothing(mots):
    columns = guessed(mots, f"Nom;Prénom;DDN;Nom du médecin\n{PERSON};Dr Exemple\n")
    assert columns.champs[3] is None


def test_that_contents_tell_what_no_heading_says(mots):
    rows = "\n".join(f"Légende;Sophie;{n:02}/05/1992;Mme;06 12 34 56 {n:02}" for n in range(1, 10))
    columns = guessed(mots, f"a;b;c;d;e\n{rows}\n")
    assert columns.entete == 0
    assert columns.champs == (None, None, Champ.NAISSANCE, Champ.SEXE, Champ.TELEPHONE)
    assert columns.manquants() == (Champ.NOM, Champ.PRENOM)


def test_that_a_recent_date_is_not_taken_for_a_birth(mots):
    assert guessed(mots, "Nom;Vu le\nA;03/11/2026\nB;04/11/2026\n").champs == (Champ.NOM, None)


def test_that_one_column_of_full_names_is_enough(mots):
    columns = guessed(mots, "Nom et prénom;Date de naissance\nLÉGENDE Sophie;14/05/1992\n")
    assert columns.champs == (Champ.NOM_COMPLET, Champ.NAISSANCE)
    assert columns.manquants() == ()


def test_that_a_field_given_to_a_column_leaves_the_other():
    columns = Colonnes(1, (Champ.NOM, None)).avec(1, Champ.NOM)
    assert columns.champs == (None, Champ.NOM)
    assert columns.avec(1, None).champs == (None, None)
    assert (columns.de(Champ.NOM), columns.de(Champ.FIN)) == (1, None)


def test_that_a_column_without_a_heading_is_called_by_its_letter():
    table = reprise_csv.lire(b"Nom;;x\nA;B;C\n")
    columns = Colonnes(1, (None, None, None))
    assert [columns.titre(table, at) for at in range(3)] == ["Nom", "Colonne B", "x"]
    assert Colonnes(0, (None,) * 3).titre(table, 0) == "Colonne A"
    assert [lettre(at) for at in (0, 25, 26, 99)] == ["A", "Z", "AA", "CV"]
