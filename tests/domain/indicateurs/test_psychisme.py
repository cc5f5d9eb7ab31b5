"""Mental health, counted by hand."""

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.indicateurs.psychisme import a14

from .remplies import ANNEE, MEDICALE, PSY, comptes, faits, fiche, seance, vu

SUIVI = "psychologique_suivi"


def test_that_disorders_are_the_last_known_whatever_the_year():
    facts = faits("abcde", [
        fiche("a", MEDICALE, "2023-01-10", troubles_psy=["ANXIETE", "AUTRE"]),
        fiche("a", MEDICALE, "2026-01-10", troubles_psy=["NON_EVALUE"]),
        fiche("b", MEDICALE, "2026-01-10", troubles_psy=["AUCUN"]),
        fiche("c", MEDICALE, "2025-01-10", troubles_psy=["TDAH"]),
        fiche("c", MEDICALE, "2026-01-10", troubles_psy=["AUCUN"]),
        fiche("d", MEDICALE, "2026-01-10", troubles_psy="NR"),
    ])  # fmt: skip
    assert comptes(a14(facts, ANNEE))["trouble"] == (1, 3, 2, "a")


def test_that_a_psychiatrist_met_is_not_one_who_advised():
    psychiatre = {"role": Role.PSYCHIATRE}
    facts = faits("abc", actes=[
        vu("a", type=TypeActe.CONS_PSYCHIATRE, **psychiatre),
        vu("b", type=TypeActe.AVIS_PSYCHIATRE_EQUIPE, **psychiatre),
        vu("c", type=TypeActe.CONS_PSYCHIATRE, issue=Issue.ABSENT_EXCUSE, **psychiatre),
    ])  # fmt: skip
    assert comptes(a14(facts, ANNEE))["psychiatre"] == (1, 3, 0, "a")


def test_that_once_high_in_the_year_is_enough():
    facts = faits(
        "abcde",
        [
            fiche("a", PSY, "2026-01-10", rud_risque="FAIBLE", rud_urgence="ELEVE"),
            fiche("a", SUIVI, "2026-09-10", rud_risque="FAIBLE", rud_urgence="FAIBLE"),
            fiche("b", "rud", "2026-01-10", rud_dangerosite="ELEVE"),
            fiche("c", PSY, "2025-01-10", rud_risque="ELEVE"),
            fiche("c", SUIVI, "2026-01-10", rud_risque="MOYEN"),
            fiche("d", SUIVI, "2026-01-10", rud_risque="NON_EVALUE"),
        ],
        [seance("e", "seance_psychologue", "2026-02-02", rud_change=True, rud_risque="ELEVE")],
    )
    assert comptes(a14(facts, ANNEE))["rud_eleve"] == (3, 4, 1, "abe")


def phq(total):
    """Nine rows of 0 to 3 that make this total."""
    cotes = {str(n): min(3, max(0, total - 3 * (n - 1))) for n in range(1, 10)}
    return {"echelle_phq9": {"version": 1, "cotes": cotes}}


def test_that_a_change_goes_from_the_first_score_ever_to_the_last_of_the_year():
    facts = faits("abcdef", [
        fiche("a", PSY, "2024-01-10", **phq(20)),
        fiche("a", SUIVI, "2025-01-10", **phq(5)),
        fiche("a", SUIVI, "2026-01-10", **phq(15)),
        fiche("a", SUIVI, "2026-09-10", **phq(10)),  # -10
        fiche("b", PSY, "2026-01-10", **phq(4)),
        fiche("b", "echelle_phq_9", "2026-05-10", phq_9=phq(7)["echelle_phq9"]),  # +3
        fiche("c", PSY, "2026-01-10", **phq(9)),
        fiche("d", PSY, "2025-01-10", **phq(9)),
        fiche("e", PSY, "2025-01-10", **phq(9)),
        fiche("e", SUIVI, "2026-01-10", echelle_phq9={"version": 1, "cotes": {"1": 3}}),
        fiche("f", PSY, "2026-03-10", **phq(2)),
        fiche("f", PSY, "2026-03-10", **phq(8)),
    ])  # fmt: skip
    found = a14(facts, ANNEE)
    assert comptes(found)["phq_9"] == (-35, 2, 2, "ab")
    assert found.valeur("gad_7").valeur is None
