"""A row becomes a person; what is missing, wrong or guessed is said at its field."""

from datetime import date

import pytest

from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.services import reference, reprise_mots
from microstructure_desktop.services.reprise_colonnes import Colonnes
from microstructure_desktop.services.reprise_lignes import Ligne
from microstructure_desktop.services.reprise_mots import Champ
from microstructure_desktop.services.reprise_personnes import Lecteur

TODAY = date(2026, 11, 19)
FIELDS = (
    Champ.NOM, Champ.PRENOM, Champ.NAISSANCE, Champ.SEXE, Champ.TELEPHONE, Champ.PROGRAMME,
    Champ.DEBUT, Champ.FIN, Champ.MOTIF, Champ.ORIENTEUR, None,
)  # fmt: skip
GOOD = {
    Champ.NOM: "Légende",
    Champ.PRENOM: "SOPHIE",
    Champ.NAISSANCE: "14/05/1992",
    Champ.SEXE: "Mme",
    Champ.TELEPHONE: "612345678",
    Champ.PROGRAMME: "covid",
    Champ.DEBUT: "03/03/2026",
    Champ.FIN: "",
    Champ.MOTIF: "",
    Champ.ORIENTEUR: "csapa",
    None: "=2+2",
}


@pytest.fixture(scope="module")
def known():
    return reference.load()


@pytest.fixture
def read(known):
    def one(changes=None, fields=FIELDS, programme=None):
        columns = Colonnes(1, fields)
        reader = Lecteur(columns, reprise_mots.mots(known), known, TODAY, programme)
        cells = GOOD | (changes or {})
        return reader.lire(Ligne(7, tuple(cells[field] for field in fields)))

    return one


def test_that_a_whole_row_is_read_without_a_word(read):
    lue = read()
    assert (lue.numero, lue.nom, lue.prenom) == (7, "Légende", "Sophie")
    assert (lue.naissance, lue.sexe, lue.telephone) == (date(1992, 5, 14), Sexe.F, "0612345678")
    assert (lue.programme, lue.debut) == ("COVID_SM", date(2026, 3, 3))
    assert (lue.orienteur, lue.fin, lue.motif) == ("CSAPA", None, "")
    assert (lue.fautes, lue.remarques) == ({}, {})


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({Champ.NOM: " "}, Champ.NOM, "Entrez le nom"),
        ({Champ.PRENOM: ""}, Champ.PRENOM, "Entrez le prénom"),
        ({Champ.NOM: "x" * 101}, Champ.NOM, "100"),
        ({Champ.NAISSANCE: ""}, Champ.NAISSANCE, "Entrez la date"),
        ({Champ.NAISSANCE: "31/02/1980"}, Champ.NAISSANCE, "31/02/1980"),
        ({Champ.NAISSANCE: "14/05/2992"}, Champ.NAISSANCE, "passée"),
        ({Champ.NAISSANCE: "14/05/1892"}, Champ.NAISSANCE, "120"),
        ({Champ.DEBUT: "bientôt"}, Champ.DEBUT, "bientôt"),
        ({Champ.DEBUT: "20/11/2026"}, Champ.DEBUT, "aujourd’hui"),
        ({Champ.DEBUT: "01/01/1980"}, Champ.DEBUT, "naissance"),
        ({Champ.NAISSANCE: "04/03/2008"}, Champ.PROGRAMME, "18 ans"),
        ({Champ.PROGRAMME: "Autre"}, Champ.PROGRAMME, "Autre"),
        ({Champ.FIN: "02/03/2026"}, Champ.FIN, "suivre"),
        ({Champ.FIN: "20/11/2026"}, Champ.FIN, "aujourd’hui"),
        ({Champ.FIN: "hier"}, Champ.FIN, "hier"),
    ],
)
def test_that_each_fault_is_said_at_its_field(read, changes, field, words):
    lue = read(changes)
    assert list(lue.fautes) == [field]
    assert words in lue.fautes[field]


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({Champ.NAISSANCE: "14/05/92"}, Champ.NAISSANCE, "1992"),
        ({Champ.SEXE: "zz"}, Champ.SEXE, "zz"),
        ({Champ.TELEPHONE: "chez sa mère"}, Champ.TELEPHONE, "tel quel"),
        ({Champ.ORIENTEUR: "voisin"}, Champ.ORIENTEUR, "voisin"),
        ({Champ.DEBUT: ""}, Champ.DEBUT, "sans inclusion"),
        ({Champ.PROGRAMME: ""}, Champ.PROGRAMME, "sans inclusion"),
        ({Champ.FIN: "01/06/2026"}, Champ.MOTIF, "Sans motif"),
        ({Champ.FIN: "01/06/2026", Champ.MOTIF: "lassitude"}, Champ.MOTIF, "lassitude"),
    ],
)
def test_that_what_was_guessed_or_is_missing_is_remarked(read, changes, field, words):
    lue = read(changes)
    assert lue.fautes == {}
    assert list(lue.remarques) == [field]
    assert words in lue.remarques[field]


def test_that_an_exit_is_read_with_its_reason(read):
    lue = read({Champ.FIN: "01/06/2026", Champ.MOTIF: "PDV"})
    assert (lue.fin, lue.motif) == (date(2026, 6, 1), "PERDU_DE_VUE")
    assert (lue.fautes, lue.remarques) == ({}, {})


def test_that_no_date_leaves_the_person_outside_any_programme(read):
    lue = read({Champ.DEBUT: "", Champ.FIN: "01/06/2026"})
    assert (lue.programme, lue.debut, lue.fin) == (None, None, None)
    assert set(lue.remarques) == {Champ.DEBUT, Champ.FIN}


def test_that_one_programme_may_be_given_to_all_who_name_none(read):
    fields = (Champ.NOM, Champ.PRENOM, Champ.NAISSANCE, Champ.DEBUT)
    assert read(fields=fields).programme is None
    assert read(fields=fields, programme="EQUIPADDICT").programme == "EQUIPADDICT"
    assert read({Champ.PROGRAMME: ""}, programme="EQUIPADDICT").programme == "EQUIPADDICT"
    assert read(programme="EQUIPADDICT").programme == "COVID_SM"


def test_that_full_names_are_split(read):
    lue = read(
        {Champ.NOM_COMPLET: "DE LA FABLE Sophie"}, fields=(Champ.NOM_COMPLET, Champ.NAISSANCE)
    )
    assert (lue.nom, lue.prenom, lue.fautes) == ("DE LA FABLE", "Sophie", {})


def test_that_a_row_about_nobody_is_left_alone(read):
    nobody = {Champ.NOM: "", Champ.PRENOM: "", Champ.NAISSANCE: ""}
    lue = read(nobody)
    assert lue.vide
    assert lue.fautes == {}
    assert not read(nobody | {Champ.NAISSANCE: "?"}).vide
    assert not read().vide
