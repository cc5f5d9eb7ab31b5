"""Entries, people followed and exits, counted by hand."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.indicateurs.faits import Periode, Personne
from microstructure_desktop.domain.indicateurs.parcours import GROUPES, a17, a27, m02, m03, m04
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services.shipped import shipped
from tests import factories as make

from .faits import FaitsEcrits

OCTOBRE = Periode.du_mois(Mois(2026, 10))
ANNEE = Periode.de_l_annee(2026)
MOTIFS = {o.code for o in shipped().listes["CL29"].options}


def suivi(patient, debut, fin="", motif="", programme="COVID_SM"):
    return make.an_inclusion(
        patient=patient,
        programme=programme,
        debut=date.fromisoformat(debut),
        fin=date.fromisoformat(fin) if fin else None,
        motif_sortie=motif,
    )


FAITS = FaitsEcrits(
    le=date(2026, 11, 22),
    programmes=dict.fromkeys(("COVID_SM", "MSMA_HORS_FORFAIT")),
    groupes=shipped().indicateurs.groupes,
    les_personnes={
        "a": Personne(Sexe.F, date(1986, 10, 10)),
        "b": Personne(Sexe.H, date(2008, 10, 31)),
        "c": Personne(Sexe.NR, date(1966, 1, 1), anonyme=True),
        "d": Personne(Sexe.F, date(2000, 2, 29)),
        "e": Personne(Sexe.AUTRE, date(1960, 1, 1)),
    },
    les_inclusions=[
        # a changed programme on the very day of her fortieth birthday
        suivi("a", "2026-10-01", "2026-10-10", "CHANGEMENT_PROGRAMME"),
        suivi("a", "2026-10-10", programme="MSMA_HORS_FORFAIT"),
        suivi("b", "2026-10-31"),
        suivi("c", "2026-10-31", "2026-10-31", programme="MSMA_HORS_FORFAIT"),
        suivi("d", "2024-05-01", "2025-10-31", "PERDU_DE_VUE"),
        suivi("d", "2026-09-30", "2026-11-01", "DECES"),
        suivi("e", "2026-01-01", "2026-10-11", "RELAIS_CSAPA"),
        suivi("e", "2026-11-01", programme="FERME"),
    ],
)


def people(found):
    return "".join(sorted(found.qui))


def counts(result):
    return {v.cle: (v.valeur, people(v)) for v in result.valeurs if v.valeur}


def test_that_who_left_on_the_last_day_is_followed_no_more():
    assert {v.cle: people(v) for v in m02(FAITS, OCTOBRE).valeurs} == {
        "": "abd",
        "COVID_SM": "bd",
        "MSMA_HORS_FORFAIT": "a",
    }


def test_that_a_month_in_progress_is_counted_today():
    assert people(m02(replace(FAITS, le=date(2026, 10, 10)), OCTOBRE).valeurs[0]) == "ade"
    november = counts(m02(FAITS, Periode.du_mois(Mois(2026, 11))))
    assert november[""] == (3, "abe")
    assert november["FERME"] == (1, "e")


def test_that_follow_ups_begun_are_told_by_programme_sex_and_age_that_day():
    assert counts(m03(FAITS, OCTOBRE)) == {
        "": (4, "abc"),
        "COVID_SM": (2, "ab"),
        "MSMA_HORS_FORFAIT": (2, "ac"),
        "sexe_F": (2, "a"),
        "sexe_H": (1, "b"),
        "sexe_NR": (1, "c"),
        "age_18_24": (1, "b"),
        "age_30_39": (1, "a"),
        "age_40_49": (1, "a"),
        "age_60_PLUS": (1, "c"),
    }


def test_that_each_breakdown_of_the_follow_ups_begun_adds_up():
    found = m03(FAITS, ANNEE).valeurs
    assert found[0].valeur == 7
    for start in ("sexe_", "age_"):
        assert sum(v.valeur for v in found if v.cle.startswith(start)) == 7
    programmes = ("COVID_SM", "MSMA_HORS_FORFAIT", "FERME")
    assert [v.valeur for v in found if v.cle in programmes] == [4, 2, 1]


def test_that_exits_are_told_by_group_of_reasons():
    assert counts(m04(FAITS, OCTOBRE)) == {
        "": (3, "ace"),
        "relais": (1, "e"),
        "autre": (1, "a"),
        "non_renseigne": (1, "c"),
    }
    assert counts(m04(FAITS, Periode.du_mois(Mois(2026, 11)))) == {"": (1, "d"), "deces": (1, "d")}
    assert counts(m04(FAITS, Periode.du_mois(Mois(2025, 10)))) == {
        "": (1, "d"),
        "rupture": (1, "d"),
    }


def test_that_every_reason_is_in_one_group_that_is_shown():
    groupes = shipped().indicateurs.groupes["CL29"]
    assert groupes.keys() == MOTIFS
    assert set(groupes.values()) == set(GROUPES)


def test_that_exits_of_the_year_last_from_their_first_day_to_their_last():
    found = a17(FAITS, ANNEE)
    assert {v.cle: v.valeur for v in found.valeurs if v.valeur} == {
        "": 4,
        "RELAIS_CSAPA": 1,
        "CHANGEMENT_PROGRAMME": 1,
        "DECES": 1,
        "NR": 1,
        "duree_moyenne": 810,  # (9 + 0 + 32 + 283) / 4 = 81.0 days, in tenths
    }
    assert {v.cle for v in found.valeurs} == {"", *MOTIFS, "NR", "duree_moyenne"}


def test_that_the_dead_are_those_whose_follow_up_says_so():
    (found,) = a27(FAITS, ANNEE).valeurs
    assert (found.valeur, people(found)) == (1, "d")
    (found,) = a27(FAITS, Periode.de_l_annee(2025)).valeurs
    assert found.valeur == 0
