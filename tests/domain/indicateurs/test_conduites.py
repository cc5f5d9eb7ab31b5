"""Products, use, injection, substitution, counted by hand."""

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.indicateurs.conduites import a08, a09, a10
from tests import factories as make

from .remplies import ANNEE, MEDICALE, comptes, faits, fiche, seance

SUIVI = "medicale_suivi"


def prises(*produits):
    return {f"produit_{rang}": code for rang, code in enumerate(produits, start=1)}


def test_that_products_are_those_of_the_last_fiche_that_tells_them():
    facts = faits("abcde", [
        fiche("a", MEDICALE, "2026-01-10", produit_1="HEROINE", produit_origine="HEROINE"),
        fiche("a", SUIVI, "2026-07-10", **prises("ALCOOL", "CANNABIS", "TABAC")),
        fiche("a", SUIVI, "2026-09-10", produit_1="NR"),
        fiche("b", SUIVI, "2026-02-01", **prises("ALCOOL", "TABAC", "JEU_ARGENT")),
        fiche("c", SUIVI, "2026-02-01", **prises("COCAINE", "ALCOOL"), frequence_2="AUCUNE_30J"),
        fiche("d", SUIVI, "2026-02-01", produit_1="AUCUN"),
        fiche("e", SUIVI, "2025-12-31", produit_1="ALCOOL"),
        fiche("z", SUIVI, "2026-02-01", produit_1="ALCOOL"),
    ])  # fmt: skip
    assert comptes(a08(facts, ANNEE)) == {
        "rang1_ALCOOL": (2, 4, 1, "ab"),
        "rang1_COCAINE": (1, 4, 1, "c"),
        "rang1_AUCUN": (1, 4, 1, "d"),
        "tous_ALCOOL": (2, 4, 1, "ab"),
        "tous_TABAC": (2, 4, 1, "ab"),
        "tous_CANNABIS": (1, 4, 1, "a"),
        "tous_COCAINE": (1, 4, 1, "c"),
        "tous_JEU_ARGENT": (1, 4, 1, "b"),
        "polyconsommation": (1, 4, 1, "a"),
        "origine_HEROINE": (1, 1, 4, "a"),
    }
    keys = {v.cle for v in a08(facts, ANNEE).valeurs}
    assert "tous_AUCUN" not in keys
    assert "rang1_NON_ABORDE" not in keys


def test_that_sharing_is_asked_of_those_who_inject_or_did():
    facts = faits("abcdef", [
        fiche("a", MEDICALE, "2026-01-10", produit_1="HEROINE", usage_1="DEPENDANCE",
              voie_iv="ACTUELLE_30J", partage_materiel="ANTERIEURE"),
        fiche("b", MEDICALE, "2026-01-10", produit_1="ALCOOL", usage_1="NON_EVALUE",
              produit_2="TABAC", usage_2="DEPENDANCE", voie_iv="ANTERIEURE",
              partage_materiel="JAMAIS"),
        fiche("c", MEDICALE, "2026-01-10", voie_iv="ANTERIEURE"),
        fiche("d", MEDICALE, "2026-01-10", voie_iv="JAMAIS"),
        fiche("e", MEDICALE, "2026-01-10", voie_iv="NR"),
        # she said that she never did: what was said of sharing before is no more counted
        fiche("f", MEDICALE, "2026-01-10", voie_iv="ACTUELLE_30J", partage_materiel="ACTUELLE_30J"),
        fiche("f", SUIVI, "2026-09-10", voie_iv="JAMAIS"),
    ])  # fmt: skip
    assert comptes(a09(facts, ANNEE)) == {
        "usage_DEPENDANCE": (1, 1, 5, "a"),
        "iv_vie": (3, 5, 1, "abc"),
        "iv_30j": (1, 5, 1, "a"),
        "partage_vie": (1, 2, 1, "a"),
    }


def test_that_treatments_are_counted_by_medicine_prescriber_and_beginning():
    facts = faits(
        "abcdefgh",
        [
            fiche("a", MEDICALE, "2026-01-10", tso="BHD", tso_prescripteur="CSAPA"),
            fiche("a", SUIVI, "2026-06-10", tso="METHADONE_SIROP", tso_prescripteur="MG_MS"),
            fiche("b", MEDICALE, "2026-01-10", tso="BHD", tso_debut="2026-01-01"),
            # stopped since: nobody prescribes any more, yet it was begun this year
            fiche("c", SUIVI, "2026-01-10", tso="BHD", tso_prescripteur="MG_MS",
                  tso_event="INITIATION"),
            fiche("c", SUIVI, "2026-09-10", tso="AUCUN"),
            fiche("d", MEDICALE, "2026-01-10", tso="MORPHINE", tso_prescripteur="HOPITAL",
                  tso_debut="2025-12-31"),
            fiche("e", MEDICALE, "2026-01-10", tso="NR", tso_debut="en mai"),
            fiche("f", SUIVI, "2025-05-05", tso="BHD", tso_event="INITIATION"),
        ],
        [
            seance("g", "seance_medicale", "2026-03-03", tso_suite="INITIATION"),
            seance("h", "seance_medicale", "2026-03-03", tso_suite="INITIATION",
                   issue=Issue.ABSENT_EXCUSE),
        ],
    )  # fmt: skip
    assert comptes(a10(facts, ANNEE)) == {
        "avec_tso": (3, 4, 4, "abd"),
        "tso_METHADONE_SIROP": (1, 4, 4, "a"),
        "tso_BHD": (1, 4, 4, "b"),
        "tso_MORPHINE": (1, 4, 4, "d"),
        "tso_AUCUN": (1, 4, 4, "c"),
        "inities": (3, None, 0, "bcg"),
        "prescrit_mg_ms": (1, 2, 1, "a"),
    }


def test_that_a_treatment_dated_of_the_days_to_come_is_not_begun():
    planned = fiche("a", MEDICALE, "2026-01-10", tso="BHD", tso_debut="2026-11-23")
    assert "inities" not in comptes(a10(faits("a", [planned]), ANNEE))


def test_that_a_form_that_is_nowhere_says_nothing():
    lost = make.a_fiche(patient="a", form="inconnue", answers={"tso": "BHD"})
    assert comptes(a10(faits("a", [lost]), ANNEE)) == {}
