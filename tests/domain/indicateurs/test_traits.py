"""Traits of those who entered and of those who left, counted by hand."""

from collections import Counter
from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.diffusion import Population
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.indicateurs.faits import Personne
from microstructure_desktop.domain.indicateurs.traits import entrants, sortants
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.services.shipped import shipped
from tests import factories as make

from .faits import FaitsEcrits
from .remplies import MEDICALE, PSY, SOCIALE, fiche, vu

REGLES = shipped().regles.regroupements
FIN = "medicale_fin"


def suivi(patient, debut, fin="", demande="", **changes):
    said = {
        "debut": date.fromisoformat(debut),
        "fin": date.fromisoformat(fin) if fin else None,
        "demande": date.fromisoformat(demande) if demande else None,
    }
    return make.an_inclusion(patient=patient, **said, **changes)


def cabinet(inclusions, fiches=(), actes=(), **people):
    known = {i.patient: Personne(Sexe.F, date(1980, 1, 1)) for i in inclusions}
    return FaitsEcrits(
        le=date(2027, 3, 1),
        groupes=shipped().indicateurs.groupes,
        les_inclusions=inclusions,
        les_personnes={**known, **people},
        les_fiches=fiches,
        les_actes=actes,
    )


def dit(found, *variables):
    return {name: dict(found[name]) for name in variables}


def test_that_each_variable_published_is_counted_with_its_codes_and_no_other():
    everybody = cabinet([suivi("a", "2026-01-01", "2026-02-01")])
    for population, count in ((Population.ENTRANTS, entrants), (Population.SORTANTS, sortants)):
        found = count(everybody, 2026)
        wanted = {name: r for name, r in REGLES.items() if r.population is population}
        assert found.keys() == wanted.keys()
        for name, counted in found.items():
            assert counted.keys() <= wanted[name].codes, name
            assert counted.total() == 1
    assert len(REGLES) == 22


def test_that_nobody_is_counted_of_an_empty_year():
    assert set(map(Counter.total, entrants(cabinet([]), 2026).values())) == {0}


def test_that_sex_age_and_origin_are_those_of_the_very_first_day():
    facts = cabinet(
        [
            suivi("a", "2026-11-22", "2026-12-01", orienteur="CSAPA"),
            suivi("a", "2026-12-20", orienteur="PROCHES"),
            suivi("b", "2026-05-01", orienteur="AUTREFOIS"),
            suivi("c", "2025-05-01", orienteur="PROCHES"),
            suivi("c", "2026-05-01", orienteur="PROCHES"),
        ],
        a=Personne(Sexe.H, date(1986, 11, 23)),  # 40 the day after
        b=Personne(Sexe.NR, date(2010, 1, 1)),
    )
    assert dit(entrants(facts, 2026), "sexe", "tranche_age", "orienteur") == {
        "sexe": {"H": 1, "NR": 1},
        "tranche_age": {"30_39": 1, "MOINS_18": 1},
        "orienteur": {"CSAPA": 1, "NR": 1},
    }


def test_that_traits_are_the_first_told_in_entry_fiches_until_the_year_is_settled():
    entered = [suivi(p, "2026-12-20") for p in "abcd"]
    facts = cabinet(entered, [
        fiche("a", SOCIALE, "2026-12-20", logement="NR", ressources="RSA"),
        fiche("a", SOCIALE, "2027-01-31", logement="SDF", ressources="EMPLOI"),
        fiche("b", SOCIALE, "2027-02-01", logement="SDF"),
        fiche("c", "sociale_suivi", "2026-12-21", logement="SDF"),
        fiche("d", SOCIALE, "2026-12-21", logement="YOURTE", entourage="SEUL"),
        fiche("z", SOCIALE, "2026-12-21", logement="SDF"),
    ])  # fmt: skip
    assert dit(entrants(facts, 2026), "logement", "ressources", "vit_avec") == {
        "logement": {"SDF": 1, "NR": 3},
        "ressources": {"RSA": 1, "NR": 3},
        "vit_avec": {"SEUL": 1, "NR": 3},
    }
    january = replace(facts, le=date(2027, 1, 30))
    assert dit(entrants(january, 2026), "logement") == {"logement": {"NR": 4}}


def test_that_the_use_is_that_of_the_first_product():
    facts = cabinet([suivi(p, "2026-01-01") for p in "abcdef"], [
        fiche("a", MEDICALE, "2026-01-02", produit_1="NR", usage_1="USAGE_NOCIF",
              produit_2="ALCOOL", usage_2="DEPENDANCE", produit_3="TABAC"),
        fiche("b", MEDICALE, "2026-01-02", produit_1="HEROINE", usage_1="NON_EVALUE"),
        fiche("b", MEDICALE, "2026-02-02", produit_1="TABAC", usage_1="USAGE_SIMPLE"),
        fiche("c", MEDICALE, "2026-01-02", produit_1="NON_ABORDE"),
        fiche("d", MEDICALE, "2026-01-02", produit_1="AUCUN"),
        fiche("e", MEDICALE, "2026-01-02", produit_1="ALCOOL"),
        fiche("e", MEDICALE, "2026-02-02", produit_1="TABAC", usage_1="USAGE_SIMPLE"),
    ])  # fmt: skip
    assert dit(entrants(facts, 2026), "produit", "usage") == {
        "produit": {"ALCOOL": 2, "HEROINE": 1, "NON_ABORDE": 1, "AUCUN": 1, "NR": 1},
        "usage": {"DEPENDANCE": 1, "NON_EVALUE": 1, "NR": 4},
    }


def test_that_disorders_treatments_and_tests_keep_what_was_not_assessed():
    facts = cabinet([suivi(p, "2026-01-01") for p in "abcd"], [
        fiche("a", MEDICALE, "2026-01-02", troubles_psy=["ANXIETE", "TCA"], tso="AUCUN",
              vih="NON_CONNU", vhc_etape="A_PROPOSER"),
        fiche("b", MEDICALE, "2026-01-02", troubles_psy=["AUCUN"], tso="NR", vih="NR"),
        fiche("c", MEDICALE, "2026-01-02", troubles_psy=["NON_EVALUE"]),
    ])  # fmt: skip
    assert dit(entrants(facts, 2026), "trouble_psychique", "tso", "vih", "vhc_etape") == {
        "trouble_psychique": {"OUI": 1, "AUCUN": 1, "NON_EVALUE": 1, "NR": 1},
        "tso": {"AUCUN": 1, "NR": 3},
        "vih": {"NON_CONNU": 1, "NR": 3},
        "vhc_etape": {"A_PROPOSER": 1, "NR": 3},
    }


def test_that_delays_go_from_the_request_to_the_first_act_of_a_profession():
    days = {"a": 8, "b": 9, "c": 15, "d": 16, "e": 31, "f": 32, "h": 1}
    entered = [suivi(p, "2026-06-01", demande="2026-05-01") for p in "abcdefghij"]
    seen = [
        vu(p, str(date(2026, 5, day) if day < 32 else date(2026, 6, 1))) for p, day in days.items()
    ]
    others = [
        vu("a", "2026-05-01", role=Role.TRAVAILLEUR_SOCIAL),
        vu("g", "2027-02-01"),
        vu("i", "2026-04-30"),
        vu("k", "2026-06-02"),
    ]
    facts = cabinet([*entered, suivi("k", "2026-06-01")], actes=[*seen, *others])
    found = dit(entrants(facts, 2026), "delai_psychologue", "delai_travailleur_social")
    assert found == {
        "delai_psychologue": {
            "JOURS_0_7": 2,  # a, h
            "JOURS_8_14": 2,  # b, c
            "JOURS_15_30": 2,  # d, e
            "JOURS_31_PLUS": 1,  # f
            "PAS_VU": 2,  # g too late, j
            "NR": 2,  # i seen before the request, k without one
        },
        "delai_travailleur_social": {"JOURS_0_7": 1, "PAS_VU": 10},
    }


def test_that_leavers_are_told_by_reason_and_length():
    facts = cabinet([
        suivi("a", "2026-01-31", "2026-04-29", motif_sortie="DECES"),
        suivi("b", "2026-01-31", "2026-04-30", motif_sortie=""),  # three months of 30 days or 31
        suivi("c", "2025-06-01", "2026-05-31", motif_sortie="RELAIS_CSAPA"),
        suivi("d", "2025-06-01", "2025-12-31", motif_sortie="CHANGEMENT_PROGRAMME"),
        suivi("d", "2026-01-01", "2026-06-01", motif_sortie="DEMENAGEMENT"),
        suivi("e", "2024-06-01", "2026-06-01", motif_sortie="PARTI_SANS_RIEN_DIRE"),
        suivi("f", "2024-06-01", "2025-06-01", motif_sortie="DECES"),
        suivi("f", "2026-02-01", "2026-06-01", motif_sortie="DECES"),
        suivi("g", "2024-06-01"),
    ])  # fmt: skip
    assert dit(sortants(facts, 2026), "motif_sortie", "duree_suivi") == {
        "motif_sortie": {"DECES": 1, "RELAIS_CSAPA": 1, "DEMENAGEMENT": 1, "NR": 2},
        "duree_suivi": {"MOIS_0_3": 1, "MOIS_3_6": 1, "MOIS_6_12": 1, "AN_1_2": 1, "AN_2_PLUS": 1},
    }


def test_that_evolution_is_the_last_told_by_an_exit_fiche_of_this_follow_up():
    left = [suivi(p, "2026-01-10", "2026-06-01") for p in "abcd"]
    facts = cabinet([*left, suivi("c", "2026-09-01")], [
        fiche("a", FIN, "2026-03-01", evolution_globale_med="STABLE"),
        fiche("a", FIN, "2027-01-31", evolution_globale_med="AMELIORE"),
        fiche("a", "psychologique_fin", "2026-05-01", evolution_psychique="NON_EVALUABLE"),
        fiche("b", FIN, "2026-01-09", evolution_globale_med="STABLE"),
        fiche("b", "medicale_suivi", "2026-05-09", evolution_somatique="STABLE"),
        fiche("b", "sociale_fin", "2027-02-01", evolution_sociale="STABLE"),
        fiche("c", FIN, "2026-06-02", evolution_globale_med="DEGRADE"),
        fiche("c", FIN, "2026-09-01", evolution_globale_med="TRES_AMELIORE"),
        fiche("d", PSY, "2026-01-10"),
    ])  # fmt: skip
    found = sortants(facts, 2026)
    assert dit(found, "evolution_medicale", "evolution_sociale", "evolution_psychologique") == {
        "evolution_medicale": {"AMELIORE": 1, "DEGRADE": 1, "NR": 2},
        "evolution_sociale": {"NR": 4},
        "evolution_psychologique": {"NON_EVALUABLE": 1, "NR": 3},
    }
