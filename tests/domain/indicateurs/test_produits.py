"""Products as one fiche ranks them."""

from microstructure_desktop.domain.indicateurs.produits import Produit, produits, recents

from .remplies import MEDICALE, faits, fiche

FAITS = faits("a")


def lus(**answers):
    (said,) = faits("a", [fiche("a", MEDICALE, "2026-01-01", **answers)]).reponses_de("a")
    return produits(FAITS, said)


def test_that_rows_keep_their_rank_and_what_is_not_known_is_empty():
    assert lus(
        produit_1="NR",
        usage_1="DEPENDANCE",
        produit_3="TABAC",
        produit_2="ALCOOL",
        frequence_2="NR",
        usage_2="NON_EVALUE",
        mode_2="MANGE_BU",
        usage_3="USAGE_NOCIF",
    ) == (Produit("ALCOOL", mode="MANGE_BU"), Produit("TABAC", usage="USAGE_NOCIF"))


def test_that_nothing_known_is_not_none():
    assert lus(produit_1="NON_ABORDE") is None
    assert lus(produit_1="AUCUN") == (Produit("AUCUN"),)


def test_that_what_is_recent_was_taken_or_done_in_30_days():
    rows = (
        Produit("ALCOOL", "AUCUNE_30J"),
        Produit("TABAC"),
        Produit("AUCUN"),
        Produit("JEU_ARGENT", "QUOTIDIENNE"),
    )
    assert recents(FAITS, rows) == {"TABAC", "JEU_ARGENT"}
