"""Who people are, and precarity, counted by hand."""

from datetime import date

from microstructure_desktop.domain.indicateurs.faits import Personne
from microstructure_desktop.domain.indicateurs.profil import a06, a07
from microstructure_desktop.domain.patient import Sexe
from tests import factories as make

from .remplies import ANNEE, SOCIALE, comptes, faits, fiche

SUIVI = "sociale_suivi"


def entre(patient, debut, orienteur):
    return make.an_inclusion(patient=patient, debut=date.fromisoformat(debut), orienteur=orienteur)


def test_that_sex_age_and_origin_are_those_of_the_record():
    facts = faits(
        "abcd",
        les_personnes={
            "a": Personne(Sexe.F, date(1986, 11, 22)),  # 40 today
            "b": Personne(Sexe.H, date(1986, 11, 23)),  # 40 tomorrow
            "c": Personne(Sexe.NR, date(2008, 12, 31)),
            "d": Personne(Sexe.AUTRE, date(1950, 1, 1)),
            "z": Personne(Sexe.F, date(1950, 1, 1)),
        },
        les_inclusions=[
            entre("a", "2024-01-01", "CSAPA"),
            entre("a", "2026-01-01", "NR"),
            entre("b", "2026-01-01", "PROCHES"),
            entre("b", "2025-01-01", "CSAPA"),
            entre("c", "2026-11-23", "CSAPA"),
        ],
    )
    assert comptes(a06(facts, ANNEE)) == {
        "sexe_F": (1, 3, 1, "a"),
        "sexe_H": (1, 3, 1, "b"),
        "sexe_AUTRE": (1, 3, 1, "d"),
        "age_MOINS_18": (1, 4, 0, "c"),
        "age_30_39": (1, 4, 0, "b"),
        "age_40_49": (1, 4, 0, "a"),
        "age_60_PLUS": (1, 4, 0, "d"),
        "orienteur_PROCHES": (1, 2, 2, "b"),
        "orienteur_CSAPA": (1, 2, 2, "a"),
    }


def test_that_the_situation_is_the_most_recent_known_of_the_year():
    facts = faits("abcd", [
        fiche("a", SOCIALE, "2026-02-01", logement="SDF", niveau_etude="BAC"),
        fiche("a", SUIVI, "2026-07-01", logement="PROVISOIRE_PROCHES"),
        fiche("b", SUIVI, "2026-07-01", logement="SDF", ressources="RSA"),
        fiche("b", SOCIALE, "2026-02-01", logement="DURABLE_PROCHES"),
        fiche("c", SOCIALE, "2025-02-01", logement="SDF"),
        fiche("c", SUIVI, "2026-12-01", logement="SDF"),
        fiche("d", SUIVI, "2026-03-01", logement="NR"),
        fiche("z", SOCIALE, "2026-03-01", logement="PRISON"),
    ], les_personnes={})  # fmt: skip
    assert comptes(a06(facts, ANNEE)) == {
        "logement_PROVISOIRE_PROCHES": (1, 2, 2, "a"),
        "logement_SDF": (1, 2, 2, "b"),
        "ressources_RSA": (1, 1, 3, "b"),
        "niveau_etude_BAC": (1, 1, 3, "a"),
    }


def test_that_one_sign_is_enough_and_none_needs_the_three():
    fine = {
        "logement": "DURABLE_INDEPENDANT",
        "ressources": "EMPLOI",
        "couverture": "CSS",
    }
    facts = faits("abcde", [
        fiche("a", SOCIALE, "2026-02-01", logement="SDF"),
        fiche("b", SOCIALE, "2026-02-01", **fine),
        fiche("c", SOCIALE, "2026-02-01", **{**fine, "couverture": "NR"}),
        fiche("d", SOCIALE, "2026-02-01", **{**fine, "ressources": "RSA"}),
        # no longer precarious by the end of the year
        fiche("e", SOCIALE, "2026-02-01", **{**fine, "logement": "SDF"}),
        fiche("e", SUIVI, "2026-09-01", **fine),
    ])  # fmt: skip
    found = comptes(a07(facts, ANNEE), sans_zero=False)
    assert found["precarite"] == (2, 4, 1, "ad")
    assert found["logement"] == (1, 5, 0, "a")
    assert found["ressources"] == (1, 4, 1, "d")
    assert found["couverture"] == (0, 3, 2, "")


def epices(**cotes):
    """Every « no » is 75.14; difficulties 14.80 more; some yes take it down."""
    given = {str(n): 0 for n in range(1, 12)}
    return {"version": 1, "cotes": {**given, **{k[1:]: v for k, v in cotes.items()}}}


def test_that_epices_is_read_with_the_cut_off_of_the_age():
    low = epices(_2=1, _3=1, _4=1, _6=1, _7=1)  # 75.14 - 11.83 - 8.28 - 8.28 - 6.51 - 7.10 = 33.14
    facts = faits(
        "abcd",
        [
            fiche("a", SOCIALE, "2026-02-01", echelle_epices=low),
            fiche("b", SOCIALE, "2026-02-01", echelle_epices=low),
            fiche("c", SOCIALE, "2026-02-01", echelle_epices={"version": 1, "cotes": {"1": 0}}),
            fiche("d", "echelle_epices", "2026-02-01", epices=epices()),
        ],
        les_personnes={
            "a": Personne(Sexe.F, date(1980, 1, 1)),
            "b": Personne(Sexe.F, date(2002, 1, 1)),  # 24: the cut-off is 37.27
            "c": Personne(Sexe.F, date(1980, 1, 1)),
            "d": Personne(Sexe.F, date(1980, 1, 1)),
        },
    )
    assert comptes(a07(facts, ANNEE))["epices"] == (2, 3, 1, "ad")
