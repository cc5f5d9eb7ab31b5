"""What changed since the entry fiche, counted by hand."""

from microstructure_desktop.domain.indicateurs.evolution import a19, a20, a26

from .remplies import ANNEE, MEDICALE, PSY, SOCIALE, comptes, faits, fiche

SUIVI, FIN = "medicale_suivi", "medicale_fin"


def test_that_evolution_needs_an_entry_fiche_of_the_same_profession():
    facts = faits("abcdef", [
        fiche("a", MEDICALE, "2024-01-10"),
        fiche("a", SUIVI, "2026-01-10", evolution_somatique="DEGRADE", evolution_psy="STABLE"),
        fiche("a", FIN, "2026-09-10", evolution_globale_med="AMELIORE"),
        fiche("b", SUIVI, "2026-01-10", evolution_somatique="AMELIORE"),
        fiche("c", SOCIALE, "2025-01-10"),
        fiche("c", SUIVI, "2026-01-10", evolution_somatique="AMELIORE"),
        fiche("c", "sociale_suivi", "2025-06-10", evolution_sociale="STABLE"),
        fiche("d", MEDICALE, "2026-01-10"),
        fiche("d", SUIVI, "2026-05-10", evolution_somatique="STABLE"),
        fiche("d", SUIVI, "2026-08-10", evolution_somatique="NON_EVALUABLE"),
        fiche("e", MEDICALE, "2026-01-10"),
        fiche("e", SUIVI, "2026-01-10", evolution_somatique="STABLE"),
        fiche("f", PSY, "2026-01-10"),
        fiche("f", "psychologique_fin", "2026-03-10", evolution_psychique="TRES_DEGRADE"),
    ])  # fmt: skip
    assert comptes(a19(facts, ANNEE)) == {
        "med_AMELIORE": (1, 2, 1, "a"),
        "med_STABLE": (1, 2, 1, "d"),
        "psy_TRES_DEGRADE": (1, 1, 0, "f"),
    }
    (nobody,) = {(v.base, v.nr) for v in a19(facts, ANNEE).valeurs if v.cle.startswith("soc_")}
    assert nobody == (0, 1)


def prend(patient, form, jour, produit, frequence="", usage="", rang=1):
    said = {"produit": produit, "frequence": frequence, "usage": usage}
    return fiche(patient, form, jour, **{f"{k}_{rang}": v for k, v in said.items() if v})


def test_that_the_first_product_of_the_entry_is_compared_with_itself():
    facts = faits("abcdefgh", [
        prend("a", MEDICALE, "2026-01-01", "ALCOOL", "QUOTIDIENNE", "DEPENDANCE"),
        prend("a", SUIVI, "2026-04-01", "ALCOOL", "2_3_SEM", "DEPENDANCE", rang=3),  # the 90th day
        prend("b", MEDICALE, "2026-01-01", "ALCOOL", "2_3_SEM", "USAGE_SIMPLE"),
        prend("b", SUIVI, "2026-03-31", "ALCOOL", "AUCUNE_30J"),  # 89 days
        prend("c", MEDICALE, "2025-01-01", "ALCOOL", "QUOTIDIENNE", "DEPENDANCE"),
        prend("c", SUIVI, "2025-09-01", "ALCOOL", "AUCUNE_30J"),
        prend("c", FIN, "2026-09-01", "ALCOOL", "QUOTIDIENNE", "ABSTINENT_STABILISE"),
        prend("d", MEDICALE, "2026-01-01", "HEROINE", "QUOTIDIENNE"),
        prend("d", SUIVI, "2026-09-01", "AUCUN"),
        prend("e", MEDICALE, "2026-01-01", "HEROINE", "QUOTIDIENNE"),
        prend("e", SUIVI, "2026-09-01", "TABAC", "1_SEM_OU_MOINS"),
        prend("f", MEDICALE, "2026-01-01", "TABAC", "1_SEM_OU_MOINS", "NON_EVALUE"),
        prend("f", SUIVI, "2026-09-01", "TABAC", "1_SEM_OU_MOINS", "USAGE_SIMPLE"),
        # back after years: compared with the entry that came with it
        prend("g", MEDICALE, "2020-01-01", "HEROINE", "QUOTIDIENNE"),
        prend("g", MEDICALE, "2026-01-01", "ALCOOL", "1_SEM_OU_MOINS"),
        prend("g", SUIVI, "2026-09-01", "ALCOOL", "4_6_SEM"),
        prend("h", MEDICALE, "2026-01-01", "AUCUN"),
        prend("h", SUIVI, "2026-09-01", "AUCUN"),
    ])  # fmt: skip
    assert comptes(a20(facts, ANNEE)) == {
        "ameliore": (3, 5, 1, "acd"),
        "frequence": (2, 5, 1, "ad"),
        "usage": (1, 2, 4, "c"),
    }


def test_that_the_same_people_are_summed_before_and_after():
    facts = faits("abcdef", [
        fiche("a", MEDICALE, "2026-01-31", hospit_6m=3, urgences_6m=1),
        fiche("a", SUIVI, "2026-07-30", hospit_6m=9),
        fiche("a", SUIVI, "2026-07-31", hospit_6m=1, urgences_6m="NR"),
        fiche("a", FIN, "2026-09-30", urgences_6m=0),
        fiche("b", MEDICALE, "2026-03-01", hospit_6m=5),
        fiche("b", SUIVI, "2026-08-31", hospit_6m=0),  # one day short of six months
        fiche("c", MEDICALE, "2020-03-01", hospit_6m=2),
        fiche("c", MEDICALE, "2024-03-01", hospit_6m=4),
        fiche("c", MEDICALE, "2025-03-01", hospit_6m="NR"),
        fiche("c", SUIVI, "2026-08-31", hospit_6m=0),
        fiche("d", SUIVI, "2026-08-31", hospit_6m=4),
        fiche("e", MEDICALE, "2025-01-01", hospit_6m=7),
        fiche("f", MEDICALE, "2025-01-01", hospit_6m=7),
        fiche("f", SUIVI, "2025-09-01", hospit_6m=7),
    ])  # fmt: skip
    assert comptes(a26(facts, ANNEE)) == {
        "hospitalisations_avant": (7, None, 0, ""),
        "hospitalisations_apres": (1, None, 0, ""),
        "hospitalisations_personnes": (2, 4, 0, "ac"),
        "urgences_avant": (1, None, 0, ""),
        "urgences_personnes": (1, 1, 0, "a"),
    }
