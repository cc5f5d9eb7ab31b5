"""Social steps, counted by hand."""

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.indicateurs.social import a21

from .remplies import ANNEE, comptes, faits, fiche, seance

SUIVI, SEANCE = "sociale_suivi", "seance_sociale"


def pas(*rows):
    said = {}
    for rang, (kind, state) in enumerate(rows, start=1):
        said |= {f"demarche_{rang}": kind, f"demarche_etat_{rang}": state}
    return said


def test_that_a_step_is_begun_once_and_succeeds_once():
    facts = faits(
        "abcd",
        [
            fiche("a", SUIVI, "2025-05-01", **pas(("RSA", "EN_COURS"), ("LOGEMENT", "ABOUTIE"))),
            fiche("a", SUIVI, "2026-05-01", **pas(("RSA", "ABOUTIE"), ("LOGEMENT", "ABOUTIE"))),
            fiche("a", SUIVI, "2026-09-01", **pas(("RSA", "ABOUTIE"), ("LOGEMENT", "EN_COURS"))),
            fiche("b", SUIVI, "2026-05-01", **pas(("LOGEMENT", "A_FAIRE"), ("ALD", "REFUSEE"))),
            fiche("b", SUIVI, "2026-12-01", **pas(("ALD", "ABOUTIE"))),
            fiche("z", SUIVI, "2026-05-01", **pas(("RSA", "ABOUTIE"))),
        ],
        [
            seance("b", SEANCE, "2026-06-01", **pas(("LOGEMENT", "ABOUTIE"))),
            seance("c", "seance_accompagnement", "2026-06-01", demarche_2="JUSTICE"),
            seance(
                "c", "seance_demarche", "2026-07-01",
                type=TypeActe.DEMARCHE_SANS_PATIENT, **pas(("TITRE_SEJOUR", "ABOUTIE")),
            ),
            seance("d", SEANCE, "2026-06-01", issue=Issue.ABSENT_EXCUSE, **pas(("RSA", "ABOUTIE"))),
        ],
    )  # fmt: skip
    assert comptes(a21(facts, ANNEE)) == {
        "ouvertes": (2, None, 0, "bc"),
        "abouties": (3, None, 0, "abc"),
        "droits_ouverts": (2, None, 0, "ac"),
        "ouvertes_LOGEMENT": (1, None, 0, "b"),
        "ouvertes_ALD": (1, None, 0, "b"),
        "ouvertes_JUSTICE": (1, None, 0, "c"),
        "ouvertes_TITRE_SEJOUR": (1, None, 0, "c"),
        "abouties_RSA": (1, None, 0, "a"),
        "abouties_LOGEMENT": (1, None, 0, "b"),
        "abouties_TITRE_SEJOUR": (1, None, 0, "c"),
    }
