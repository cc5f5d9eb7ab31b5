"""Words of old lists lead to one field and one code, however they are spelled."""

import pytest

from microstructure_desktop.services import reference, reprise_mots
from microstructure_desktop.services.reprise_mots import CODES, Champ, cle, cle_entete


@pytest.fixture(scope="module")
def mots():
    return reprise_mots.mots(reference.load())


@pytest.mark.parametrize(
    ("heading", "champ"),
    [
        ("NOM", Champ.NOM),
        ("Prénom(s)", Champ.PRENOM),
        ("Nom de naissance", Champ.NOM_NAISSANCE),
        ("DDN", Champ.NAISSANCE),
        ("Né(e) le", Champ.NAISSANCE),
        ("Né le (jj/mm/aaaa)", Champ.NAISSANCE),
        ("Sexe (F/H)", Champ.SEXE),
        ("N° de téléphone", Champ.TELEPHONE),
        ("Date d'inclusion", Champ.DEBUT),
        ("DATE  D’ENTREE", Champ.DEBUT),
        ("Date de sortie", Champ.FIN),
        ("Motif de sortie", Champ.MOTIF),
        ("Adressé(e) par", Champ.ORIENTEUR),
        ("NOM & Prénom", Champ.NOM_COMPLET),
    ],
)
def test_that_usual_headings_are_known(mots, heading, champ):
    assert mots.entetes.get(cle_entete(heading)) is champ


@pytest.mark.parametrize(
    ("champ", "word", "code"),
    [
        (Champ.SEXE, "Mme", "F"),
        (Champ.SEXE, "Femme", "F"),
        (Champ.SEXE, "M.", "H"),
        (Champ.SEXE, "1", "H"),
        (Champ.SEXE, "2", "F"),
        (Champ.PROGRAMME, "Covid / Santé mentale", "COVID_SM"),
        (Champ.PROGRAMME, "Équip’Addict", "EQUIPADDICT"),
        (Champ.PROGRAMME, "msma_hors_forfait", "MSMA_HORS_FORFAIT"),
        (Champ.MOTIF, "PDV", "PERDU_DE_VUE"),
        (Champ.MOTIF, "Déménagement", "DEMENAGEMENT"),
        (Champ.ORIENTEUR, "Lui-même", "INITIATIVE_PATIENT"),
        (Champ.ORIENTEUR, "CSAPA", "CSAPA"),
    ],
)
def test_that_usual_words_lead_to_the_codes_of_the_lists(mots, champ, word, code):
    assert mots.valeurs[champ][cle(word)] == code


def test_that_every_code_written_in_the_file_is_one_that_the_lists_offer(mots):
    known = reference.load()
    offered = {
        champ: {option.code for option in known.listes[liste].offered}
        for champ, liste in (("sexe", "CL07"), ("motif", "CL29"), ("orienteur", "CL06"))
    } | {"programme": set(known.programmes)}
    for champ in CODES:
        assert set(mots.valeurs[champ].values()) == offered[champ]


def test_that_signs_and_accents_do_not_count():
    assert cle("  Équip’Addict_(2019) ") == "equip addict 2019"
    assert cle_entete("(à compléter)") == "a completer"
