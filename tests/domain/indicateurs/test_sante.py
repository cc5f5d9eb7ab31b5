"""Hepatitis C step by step, hepatitis B and HIV, counted by hand."""

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.indicateurs.sante import a11, a12, a13

from .remplies import ANNEE, MEDICALE, comptes, faits, fiche, seance

SUIVI, TROD = "medicale_suivi", "seance_test_rapide"


def test_that_each_step_is_counted_among_those_of_the_step_before():
    risk = {"sniff_vie": True}
    facts = faits(
        "abcdefghijk",
        [
            fiche("a", MEDICALE, "2024-01-10", **risk, vhc_etape="TRAITEMENT_EN_COURS"),
            fiche("a", SUIVI, "2026-01-10", vhc_etape="GUERI", sniff_vie=False),
            fiche("b", MEDICALE, "2026-01-10", voie_iv="ANTERIEURE", vhc_etape="ARN_POS"),
            fiche("b", SUIVI, "2026-09-10", vhc_etape="A_PROPOSER"),
            fiche("c", MEDICALE, "2026-01-10", produit_1="COCAINE", mode_1="SNIFFE", vhc="POSITIF"),
            fiche("c", SUIVI, "2026-05-10", depistage_event=["ARN_VHC", "FIBROSCAN"]),
            fiche("d", MEDICALE, "2026-01-10", **risk, vhc="NEGATIF", depistage_event=["ARN_VHC"]),
            fiche("e", MEDICALE, "2026-01-10", **risk, vhc="NON_CONNU"),
            fiche("f", MEDICALE, "2026-01-10", **risk, voie_iv="JAMAIS", vhc_etape="PROPOSE"),
            fiche("g", MEDICALE, "2026-01-10", **risk, vhc="NR"),
            fiche("h", MEDICALE, "2026-01-10", sniff_vie=False, vhc="POSITIF"),
            fiche("i", MEDICALE, "2026-01-10", voie_iv="NR", vhc="POSITIF"),
            fiche("j", MEDICALE, "2026-01-10", **risk, vhc="JAMAIS_TESTE"),
            fiche("k", MEDICALE, "2026-01-10", voie_iv="ACTUELLE_30J"),
            fiche("k", SUIVI, "2026-12-01", vhc_etape="GUERI"),
        ],
        [
            seance("j", TROD, "2026-02-02", trod_vhc="REACTIF"),
            seance("f", TROD, "2026-02-02", trod_vhc="REACTIF", issue=Issue.ABSENT_EXCUSE),
            seance("e", TROD, "2026-02-02", trod_vhc="ININTERPRETABLE"),
        ],
    )
    assert comptes(a11(facts, ANNEE)) == {
        "a_risque": (9, 10, 1, "abcdefgjk"),
        "teste": (6, 7, 2, "abcdej"),
        "positif": (4, 5, 1, "abcj"),
        "arn": (3, 4, 0, "abc"),
        "arn_positif": (2, 3, 0, "ab"),
        "traite": (1, 2, 0, "a"),
        "gueri": (1, 1, 0, "a"),
    }


def test_that_a_rapid_test_denied_since_is_no_antibody():
    facts = faits(
        "ab",
        [
            fiche("a", MEDICALE, "2026-01-10", sniff_vie=True),
            fiche("a", SUIVI, "2026-05-10", vhc="NEGATIF"),
            fiche("b", MEDICALE, "2026-01-10", sniff_vie=True, vhc="NEGATIF"),
        ],
        [
            seance("a", TROD, "2026-02-02", trod_vhc="REACTIF"),
            seance("b", TROD, "2026-02-02", trod_vhc="REACTIF"),
        ],
    )
    found = comptes(a11(facts, ANNEE))
    assert found["teste"] == (2, 2, 0, "ab")
    assert found["positif"] == (1, 2, 0, "b")


def test_that_a_vaccine_stays_and_not_knowing_is_not_known():
    facts = faits("abcde", [
        fiche("a", MEDICALE, "2022-01-10", vhb_vaccin="COMPLETE"),
        fiche("a", SUIVI, "2026-01-10", vhb_vaccin="NSP"),
        fiche("b", MEDICALE, "2026-01-10", vhb_vaccin="IMMUNISE"),
        fiche("c", MEDICALE, "2026-01-10", vhb_vaccin="INCOMPLETE"),
        fiche("d", MEDICALE, "2026-01-10", vhb_vaccin="NSP"),
        fiche("e", MEDICALE, "2026-12-10", vhb_vaccin="COMPLETE"),
    ])  # fmt: skip
    assert comptes(a12(facts, ANNEE)) == {
        "protege": (2, 3, 2, "ab"),
        "vhb_COMPLETE": (1, 3, 2, "a"),
        "vhb_IMMUNISE": (1, 3, 2, "b"),
        "vhb_INCOMPLETE": (1, 3, 2, "c"),
    }


def test_that_hiv_is_told_by_the_last_known_result():
    facts = faits(
        "abcdef",
        [
            fiche("a", MEDICALE, "2020-01-10", vih="NEGATIF"),
            fiche("a", SUIVI, "2026-01-10", vih="REFUS"),
            fiche("b", MEDICALE, "2026-01-10", vih="POSITIF"),
            fiche("b", SUIVI, "2026-05-10", vih="NON_CONNU"),
            fiche("c", MEDICALE, "2026-01-10", vih="NON_CONNU"),
            fiche("d", MEDICALE, "2026-01-10", vih="JAMAIS_TESTE"),
            fiche("e", SUIVI, "2026-05-10", vih="NEGATIF"),
        ],
        [seance("e", TROD, "2026-02-02", trod_vih="REACTIF")],
    )
    assert comptes(a13(facts, ANNEE)) == {
        "teste": (4, 5, 1, "abce"),
        "positif": (1, 3, 1, "b"),
    }
