"""The levels are read strictly; those shipped hold every code of their list."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microstructure_desktop import assets
from microstructure_desktop.domain.diffusion import (
    Effectif,
    NonDiffuse,
    Population,
    Publie,
    Raison,
    publier,
)
from microstructure_desktop.forms.toml_table import FormError
from microstructure_desktop.services import regroupements, shipped

LISTES = shipped.shipped().listes
REGLES = regroupements.load(assets.text("regroupements.toml"), LISTES)
TOUS = list(REGLES.regroupements.values())

PETIT = """
version = 1
depuis = 2026-11-22
source = "Ici"
k = 11
part_max = 90

[[variable]]
code = "etude"
libelle = "Étude"
population = "entrants"
liste = "CL12"

[[variable.niveau]]
garde = ["CHOMAGE", "RETRAITE", "AUTRE_INACTIF", "NR"]

[[variable.niveau.groupes]]
code = "TRAVAIL"
libelle = "Au travail"
de = ["ACTIVITE_CONTINUE", "ACTIVITE_INTERMITTENTE", "ETUDIANT_FORMATION"]

[[variable.niveau]]
garde = ["TRAVAIL"]
groupes = [
  { code = "SANS", libelle = "Sans", de = ["CHOMAGE", "RETRAITE", "AUTRE_INACTIF", "NR"] },
]

[[variable]]
code = "duree"
libelle = "Durée"
population = "sortants"
codes = [{ code = "COURTE", label = "Courte" }, { code = "LONGUE", label = "Longue" }]
"""


def lu(text: str = PETIT) -> regroupements.Regles:
    return regroupements.load(text, LISTES)


def test_that_levels_are_made_of_the_former_in_the_order_of_the_list():
    regles = lu()
    assert (regles.version, regles.depuis, regles.k) == (1, date(2026, 11, 22), 11)
    etude = regles.regroupements["etude"]
    assert (etude.population, etude.part_max) == (Population.ENTRANTS, 90)
    assert [[g.code for g in niveau] for niveau in etude.niveaux[1:]] == [
        ["TRAVAIL", "CHOMAGE", "RETRAITE", "AUTRE_INACTIF", "NR"],
        ["TRAVAIL", "SANS"],
    ]
    assert etude.niveaux[2][1].codes == ("CHOMAGE", "RETRAITE", "AUTRE_INACTIF", "NR")
    assert etude.niveaux[0][2].libelle == "Au chômage"
    assert etude.niveaux[1][0].libelle == "Au travail"


def test_that_whoever_has_no_answer_is_counted():
    assert [g.libelle for g in lu().regroupements["duree"].niveaux[0]] == [
        "Courte",
        "Longue",
        "Non renseigné",
    ]
    connue = lu(PETIT.replace('"sortants"', '"sortants"\ntoujours_connue = true'))
    assert [g.code for g in connue.regroupements["duree"].niveaux[0]] == ["COURTE", "LONGUE"]


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("version = 1", "", "version"),
        ("depuis = 2026-11-22", "", "depuis"),
        ('source = "Ici"', "", "source"),
        ("k = 11", "", "k"),
        ("k = 11", "k = 4", "entre 5 et"),
        ("part_max = 90", "part_max = 91", "entre 50 et 90"),
        ("part_max = 90", "part_max = 90\nautre = 1", "autre"),
        ('code = "duree"', 'code = "etude"', "déjà utilisé"),
        ('libelle = "Durée"', 'libelle = "Durée"\nautre = 1', "autre"),
        ('libelle = "Durée"', "", "libelle"),
        ('"sortants"', '"presents"', "au choix"),
        ('liste = "CL12"', 'liste = "CL99"', "CL99"),
        ('liste = "CL12"', "", "soit « codes »"),
        ('"sortants"', '"sortants"\nliste = "CL12"', "soit « codes »"),
        ('liste = "CL12"', 'liste = "CL12"\ntoujours_connue = true', "toujours_connue"),
        ('code = "LONGUE"', 'code = "COURTE"', "déjà utilisé"),
        ('garde = ["TRAVAIL"]', 'garde = ["TRAVAIL"]\nautre = 1', "autre"),
        ('garde = ["TRAVAIL"]', "garde = []", "oublié"),
        ('garde = ["TRAVAIL"]', "garde = []", "niveau 3 : au moins deux groupes"),
        ('garde = ["TRAVAIL"]', 'garde = ["TRAVAIL", "NR"]', "« NR » : pris deux fois"),
        ('garde = ["TRAVAIL"]', 'garde = ["TRAVAIL", "TRAVAIL"]', "pris deux fois"),
        ('garde = ["TRAVAIL"]', 'garde = ["TRAVAIL", "ETUDIANT_FORMATION"]', "aucun groupe"),
        ('"AUTRE_INACTIF", "NR"] },', '"AUTRE_INACTIF"] },', "« NR » : oublié"),
        ('"AUTRE_INACTIF", "NR"] },', '"AUTRE_INACTIF", "NR", "RATE"] },', "« RATE » : aucun"),
        ('"AUTRE_INACTIF", "NR"] },', '"AUTRE_INACTIF", "NR", "NR"] },', "« NR » : pris deux fois"),
        ('de = ["CHOMAGE", "RETRAITE", "AUTRE_INACTIF", "NR"]', 'de = ["NR"]', "à réunir"),
        ('code = "SANS"', 'code = "RETRAITE"', "« RETRAITE » déjà utilisé"),
        ('code = "SANS"', 'code = "TRAVAIL"', "« TRAVAIL » déjà utilisé"),
        ('libelle = "Sans", ', "", "libelle"),
        ('libelle = "Sans"', 'libelle = "Sans", autre = 1', "autre"),
    ],
)
def test_that_a_mistake_is_said(was, becomes, said):
    assert was in PETIT
    with pytest.raises(FormError) as found:
        lu(PETIT.replace(was, becomes))
    assert said in " ".join(map(str, found.value.faults))


def test_that_a_variable_has_two_groups_at_least():
    un = PETIT.replace(', { code = "LONGUE", label = "Longue" }', "")
    assert len(lu(un).regroupements["duree"].niveaux[0]) == 2
    with pytest.raises(FormError) as found:
        lu(un.replace('"sortants"', '"sortants"\ntoujours_connue = true'))
    assert [f.where for f in found.value.faults] == ["duree"]


def test_that_a_level_unites_something():
    rien = '\n[[variable.niveau]]\ngarde = ["COURTE", "LONGUE", "NR"]\n'
    with pytest.raises(FormError) as found:
        lu(PETIT + rien)
    assert {f.where for f in found.value.faults} == {"duree"}
    assert "groupes" in " ".join(map(str, found.value.faults))


def test_that_a_code_added_to_a_list_is_noticed():
    sans_retraite = PETIT.replace('"RETRAITE", ', "")
    with pytest.raises(FormError) as found:
        lu(sans_retraite)
    assert {f.sentence for f in found.value.faults} >= {
        "« RETRAITE » : oublié, alors que le niveau précédent l’a"
    }


def test_that_the_shipped_threshold_is_the_one_agreed():
    assert REGLES.k == 11
    assert {r.part_max for r in TOUS} == {90}


@pytest.mark.parametrize("sur", TOUS, ids=lambda r: r.variable)
def test_that_each_shipped_level_is_a_union_of_the_former(sur):
    for niveau in sur.niveaux:
        codes = [code for groupe in niveau for code in groupe.codes]
        assert len(codes) == len(set(codes))
        assert set(codes) == sur.codes
    for fin, large in pairwise(sur.niveaux):
        assert 2 <= len(large) < len(fin)
        for groupe in fin:
            assert sum(set(groupe.codes) <= set(autre.codes) for autre in large) == 1
    assert len(sur.niveaux[-1]) == 2


def test_that_a_shipped_group_has_one_code_and_one_label():
    for sur in TOUS:
        groupes = {g for niveau in sur.niveaux for g in niveau}
        assert len({g.code for g in groupes}) == len(groupes), sur.variable
        assert len({g.libelle for g in groupes}) == len(groupes), sur.variable


def test_that_traits_are_of_those_who_entered_or_left_never_of_everybody():
    with pytest.raises(FormError):
        regroupements.load(PETIT.replace('"entrants"', '"ensemble"'), LISTES)


def test_that_only_what_is_always_known_has_no_place_for_a_missing_answer():
    assert [r.variable for r in TOUS if "NR" not in r.codes] == ["tranche_age", "duree_suivi"]


def test_that_a_year_of_a_cabinet_is_published_as_counted_by_hand():
    publie = publier(
        {
            "HEROINE": 9,
            "COCAINE": 3,
            "ALCOOL": 12,
            "CANNABIS": 6,
            "NR": 1,
            "BHD_HORS_PRESCRIPTION": 4,
        },
        REGLES.regroupements["produit"],
        REGLES.k,
    )
    # level 3 has no tobacco; level 4: 13 opioids, 12 alcohol, 3 + 6 + 1 others; level 5: 13, 22
    assert publie == Publie(5, (Effectif("HORS_OPIOIDES", 22), Effectif("OPIOIDES", 13)))
    sexe = REGLES.regroupements["sexe"]
    assert publier({"F": 10, "H": 25}, sexe, REGLES.k) == NonDiffuse(Raison.EFFECTIF)
    assert publier({"F": 11, "H": 24}, sexe, REGLES.k) == Publie(
        3, (Effectif("F", 11), Effectif("H_AUTRE_NR", 24))
    )


@given(st.sampled_from(TOUS), st.data())
def test_that_any_code_may_hold_everybody_of_its_published_group(sur, data):
    codes = sorted(sur.codes)
    comptes = {code: data.draw(st.integers(0, 30)) for code in codes}
    resultat = publier(comptes, sur, REGLES.k)
    if isinstance(resultat, NonDiffuse):
        return
    for groupe in sur.niveaux[resultat.niveau - 1]:
        total = sum(comptes[code] for code in groupe.codes)
        vide = comptes | dict.fromkeys(groupe.codes, 0)
        assert all(publier(vide | {c: total}, sur, REGLES.k) == resultat for c in groupe.codes)
