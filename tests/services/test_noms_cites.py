"""A text that names somebody followed is doubted, whatever the case or the accents."""

from dataclasses import replace

import pytest

from microstructure_desktop import assets
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.patient import Identite
from microstructure_desktop.forms.toml_table import FormError
from microstructure_desktop.services import noms_cites
from microstructure_desktop.services.access import AccessDenied
from tests.services.cases import as_role, write


@pytest.fixture
def cited(team):
    """What the psychologist is told of one text."""

    def told(texte, office=None):
        return noms_cites.cites(office or team.psychologue, {"t": texte}).get("t")

    return told


def test_that_a_surname_alone_is_enough(team, cited):
    team.patient("Légende", "Sophie")
    assert cited("Point sur la situation de LEGENDE depuis juin.") == "LEGENDE"
    assert cited("légende") == "légende"
    assert cited("Les légendes du quartier, une délégende.") is None
    assert cited("Rien à signaler.") is None


@pytest.mark.parametrize(
    "texte",
    ["Sophie Li a appelé", "li SOPHIE", "(Sophie  LI)", "Li, Sophie", "Sophie\nLi"],
)
def test_that_a_name_too_short_alone_is_seen_with_its_first_name(team, cited, texte):
    team.patient("Li", "Sophie")
    assert cited(texte)
    assert cited("Il a dit li et Sophie a ri") is None
    assert cited("Sophie est venue") is None


@pytest.mark.parametrize(
    ("texte", "words"),
    [
        ("Un petit groupe", None),
        ("Point avec M. Petit", "Petit"),
        ("PETIT : rendez-vous", "PETIT"),
        ("luc petit", "luc petit"),
        ("le blanc et le petit", None),
        ("Mme Blanc", "Blanc"),
    ],
)
def test_that_an_everyday_word_needs_its_capital(team, cited, texte, words):
    team.patient("Petit", "Luc")
    team.patient("Blanc", "Ana")
    assert cited(texte) == words


@pytest.mark.parametrize(
    "texte",
    ["O’Brien", "o'brien", "Madame N’Diaye-Sow", "n diaye sow", "LE GOFF"],
)
def test_that_a_surname_of_several_words_is_one(team, cited, texte):
    for nom in ("O'Brien", "N’Diaye-Sow", "Le Goff"):
        team.patient(nom, "Maëlle")
    assert cited(texte)
    assert cited("Brien, Diaye, Sow") is None


@pytest.mark.parametrize(
    ("texte", "words"),
    [
        ("Mme Dupont a appelé", "Dupont"),
        ("Puis Martin.", "Martin"),
        ("martin-dupont", "martin-dupont"),
        ("un martin-pêcheur sous le dupont", None),
        ("M. Goff", "Goff"),
        ("Hôpital Saint Louis", None),
    ],
)
def test_that_half_of_a_double_name_is_seen_by_its_capital(team, cited, texte, words):
    for nom in ("Martin-Dupont", "Le Goff", "Saint-Exemple"):
        team.patient(nom, "Ana")
    assert cited(texte) == words


@pytest.mark.parametrize(
    ("texte", "words"),
    [
        ("Mme Roy a appelé", "Mme Roy"),
        ("J. Roy", "J. Roy"),
        ("le roy", None),
        ("K. Roy", None),
        ("un mot à Mme roy", None),
    ],
)
def test_that_a_short_name_is_seen_after_a_title_or_an_initial(team, cited, texte, words):
    team.patient("Roy", "Jeanne")
    assert cited(texte) == words


@pytest.mark.parametrize(
    ("texte", "words"),
    [
        ("Mme Lefe\u0300vre", "Lefèvre"),
        ("Benali", "Benali"),
        ("Ndiaye", "Ndiaye"),
        ("Mme La Mine", "La Mine"),
        ("à la mine", None),
    ],
)
def test_that_accents_apart_and_gaps_do_not_hide_a_name(team, cited, texte, words):
    for nom in ("Lefèvre", "Ben Ali", "N’Diaye", "Lamine"):
        team.patient(nom, "Ana")
    assert cited(texte) == words


def test_that_the_name_of_birth_is_known_too(team, cited):
    sophie = team.patient("Légende", "Sophie")
    birth = Identite("Chantrel", "Anne Marie-Sophie")
    write(team, "patients", replace(sophie, identite=birth))
    assert cited("Mme Chantrel") == "Chantrel"
    assert cited("marie-sophie legende") == "marie-sophie legende"
    assert cited("Anne Légende") == "Anne Légende"


def test_that_a_colleague_is_not_a_patient_of_the_same_name(team, cited):
    team.patient("Exemple", "Sophie")
    assert cited("Le Dr Exemple présente les chiffres.") is None
    assert cited("Sophie Exemple") == "Sophie Exemple"


def test_that_each_text_is_doubted_by_itself_at_its_first_name(team):
    team.patient("Légende", "Sophie")
    team.patient("Bernard", "Luc")
    textes = {"a": "Rien.", "b": "Puis Bernard, et Légende", "c": "Légende"}
    assert noms_cites.cites(team.medecin, textes) == {"b": "Bernard", "c": "Légende"}


@pytest.mark.parametrize(
    ("texte", "words"),
    [
        ("Appeler Mme Inconnue", "Mme Inconnue"),
        ("M. Légende", "M. Légende"),
        ("vu avec J. Roy", "J. Roy"),
        ("Sophie Légende", None),
        ("Légende", None),
        ("Mme Modèle et M. le maire, plan B. Puis 2 h", "B. Puis"),
        ("Mme Modèle, C. Modèle, M. le maire", None),
    ],
)
def test_that_who_sees_no_patient_is_told_of_shapes_alone(team, cited, texte, words):
    outside = as_role(team.psychologue, Role.COORDINATION)
    before = cited(texte, outside)
    team.patient("Légende", "Sophie")
    assert before == cited(texte, outside) == words


def test_that_the_reception_asks_nothing(team):
    with pytest.raises(AccessDenied):
        noms_cites.cites(team[Role.SECRETARIAT], {"a": "Légende"})


def test_that_an_alias_is_a_name_and_nothing_typed_is_nothing(team, cited):
    team.patient("Tournesol", "", anonyme=True, programme="MSMA_HORS_FORFAIT")
    team.patient("Zoé", "", anonyme=True, programme="MSMA_HORS_FORFAIT")
    assert cited("Tournesol") == "Tournesol"
    assert (cited("Vu Zoé."), cited("zoé")) == ("Zoé", None)
    assert cited("") is None


def test_that_everyday_words_are_folded_and_read_strictly():
    assert {"petit", "blanc", "boeuf", "eveque", "foret"} <= noms_cites.communs()
    with pytest.raises(FormError):
        noms_cites.load(assets.text("noms_communs.toml") + "autre = 1\n")


def test_that_somebody_else_is_named_in_a_record_and_the_person_is_not(team):
    sophie = team.patient("Légende", "Sophie")
    team.patient("Corbeau", "Irma")
    told = noms_cites.autrui(
        team.medecin,
        {sophie.id},
        ["Mme Légende est venue.", "Irma Corbeau aussi.", "Puis J. Vasseur.", "Dr Exemple."],
    )
    assert told == {"Irma Corbeau aussi.": "Irma Corbeau", "Puis J. Vasseur.": "J. Vasseur"}
