"""Forfaits of a month and of a year, counted by hand."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.domain.equipe import CycleForfait, Role
from microstructure_desktop.domain.indicateurs.faits import Periode, Personne
from microstructure_desktop.domain.indicateurs.forfaits import a22, m11, m12
from microstructure_desktop.domain.indicateurs.valeur import Nature
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.programme import Capacite, Prestation, Programme, Version
from tests import factories as make

from .faits import FaitsEcrits

OCTOBRE = Periode.du_mois(Mois(2026, 10))
ANNEE = Periode.de_l_annee(2026)
MG = Role.MEDECIN, TypeActe.CONS_MG_LONGUE
PSY = Role.PSYCHOLOGUE, TypeActe.CONS_PSY
TS = Role.TRAVAILLEUR_SOCIAL, TypeActe.ENTRETIEN_TS
# One long consultation, two sessions, one social interview.
LIGNES = tuple(Prestation(role, (kind,), n) for (role, kind), n in ((MG, 1), (PSY, 2), (TS, 1)))
COMPTE = Version(date(2020, 1, 1), None, 82_900, LIGNES, "x")
NON_PUBLIE = Version(date(2020, 1, 1), None, 52_800, (), "x")
GRATUIT = Version(date(2020, 1, 1), None, 0, (), "x")
PROGRAMMES = {
    "P": Programme(
        "P", "P", 12, False, 18, (COMPTE,), capacite=Capacite(minimum=10, maximum=25, source="x")
    ),
    "Q": Programme("Q", "Q", 12, False, None, (NON_PUBLIE,)),
    "LIBRE": Programme("LIBRE", "LIBRE", 12, False, None, (GRATUIT,)),
}


def suivi(patient, debut, programme="P", fin=None):
    end = date.fromisoformat(fin) if fin else None
    return make.an_inclusion(
        patient=patient, programme=programme, debut=date.fromisoformat(debut), fin=end
    )


def acte(patient, jour, what=PSY, **changes):
    role, kind = what
    said = {"patient": patient, "jour": date.fromisoformat(jour), "role": role, "type": kind}
    return make.a_consultation(**{**said, **changes})


def personne(patient):
    return Personne(Sexe.F, date(1980, 1, 1), anonyme=patient == "alias")


FAITS = FaitsEcrits(
    programmes=PROGRAMMES,
    les_personnes={p: personne(p) for p in ("alias", *"abcdefhij")},
    les_inclusions=[
        suivi("a", "2025-10-15"),  # complete on its last day, 14 October; a second year begins
        suivi("b", "2026-10-31"),
        suivi("c", "2025-10-20", fin="2026-10-10"),  # 356 days of 365; only sessions, one too many
        suivi("d", "2025-11-01"),  # its term is 31 October: ended that evening
        suivi("e", "2025-10-05", "Q"),  # met once, its term is 4 October
        suivi("f", "2025-10-06", "Q"),  # never met, its term is 5 October
        suivi("alias", "2026-10-02"),
        suivi("h", "2025-09-01"),  # the second year is complete on 25 October, and goes on
        suivi("i", "2026-02-01", "Q", fin="2026-10-12"),  # 254 days of 365, then another programme
        suivi("i", "2026-10-12"),
        suivi("j", "2026-10-05", "LIBRE"),
    ],
    les_actes=[
        *(acte("a", "2025-11-01", MG), acte("a", "2025-12-01"), acte("a", "2026-01-10", TS)),
        *(acte("a", "2026-10-14"), acte("a", "2026-10-20", MG)),
        *(acte("b", "2026-10-30", TS), acte("b", "2026-11-02")),
        *(acte("c", "2025-12-01"), acte("c", "2026-02-01"), acte("c", "2026-03-01")),
        *(acte("d", "2026-11-01"), acte("d", "2026-01-05", issue=Issue.ABSENT_EXCUSE)),
        *(acte("e", "2026-01-05"), acte("e", "2026-10-10")),
        acte("f", "2026-01-05", type=TypeActe.ENTRETIEN_ENTOURAGE),
        *(acte("alias", "2026-10-03", MG), acte("alias", "2026-10-04")),
        *(acte("h", "2026-09-05", MG), acte("h", "2026-10-02"), acte("h", "2026-10-20")),
        *(acte("h", "2026-10-25", TS), acte("h", "2026-10-28")),
        acte("h", "2026-10-05", TS, type=TypeActe.ENTRETIEN_ENTOURAGE),
        acte("h", "2026-10-06", MG, type=TypeActe.CONS_MG),
        *(acte("i", "2026-05-05"), acte("i", "2026-10-12", TS)),
    ],
)


def read(resultat):
    return {v.cle: v.valeur for v in resultat.valeurs}


def people(resultat, cle):
    return "".join(sorted(resultat.valeur(cle).qui))


def test_that_a_month_tells_what_began_goes_on_was_completed_and_ended_short():
    found = m11(FAITS, OCTOBRE)
    assert read(found) == {
        "ouverts": 5, "en_cours": 6, "complets": 3, "clos_incomplets": 4,
        "montant_ouverts": 3 * 82_900 + 2 * 52_800,
        "montant_termines": 3 * 82_900 + 3 * 52_800,
        "montant_prorata": 246_656 + 142_343,
        "P_ouverts": 3, "P_en_cours": 4, "P_complets": 2, "P_clos_incomplets": 2,
        "P_montant_ouverts": 3 * 82_900, "P_montant_termines": 3 * 82_900,
        "P_montant_prorata": 82_900 + 80_856 + 82_900,
        "Q_ouverts": 2, "Q_en_cours": 2, "Q_complets": 1, "Q_clos_incomplets": 2,
        "Q_montant_ouverts": 2 * 52_800, "Q_montant_termines": 3 * 52_800,
        "Q_montant_prorata": 52_800 + 52_800 + 36_743,
    }  # fmt: skip
    assert people(found, "ouverts") == "abefi"
    assert people(found, "en_cours") == "abefhi"
    assert people(found, "complets") == "aeh"
    assert people(found, "clos_incomplets") == "cdfi"
    assert found.valeur("montant_ouverts").nature is Nature.CENTIMES


def test_that_a_month_in_progress_stops_today():
    """On 12 October a and d are still in their first year, and nobody's last act was kept."""
    found = m11(replace(FAITS, le=date(2026, 10, 12)), OCTOBRE)
    assert people(found, "ouverts") == "efi"
    assert people(found, "en_cours") == "adefhi"
    assert people(found, "complets") == "e"
    assert people(found, "clos_incomplets") == "cfi"


def test_that_a_cabinet_may_count_by_civil_year():
    civil = replace(FAITS, cabinet=make.a_cabinet(cycle_forfait=CycleForfait.CIVIL))
    assert people(m11(civil, OCTOBRE), "ouverts") == "bi"
    january = m11(civil, Periode.du_mois(Mois(2026, 1)))
    assert people(january, "ouverts") == "acdefh"


def test_that_progress_is_the_mean_of_what_each_has_done_and_the_sums():
    """Four forfaits in progress: a one consultation, h all of it, i one interview, b nothing."""
    found = m12(FAITS, OCTOBRE)
    assert read(found) == {
        "medecin": 500, "medecin_faits": 2, "medecin_inclus": 4,
        "psychologue": 250, "psychologue_faits": 2, "psychologue_inclus": 8,
        "travailleur_social": 500, "travailleur_social_faits": 2, "travailleur_social_inclus": 4,
    }  # fmt: skip
    assert (found.valeur("psychologue").base, people(found, "psychologue")) == (4, "abhi")


def test_that_nothing_in_progress_has_no_mean():
    empty = m12(FaitsEcrits(programmes=PROGRAMMES), OCTOBRE)
    assert [v.valeur for v in empty.valeurs] == [None, 0, 0] * 3


@pytest.mark.parametrize(("done", "tenths"), [(1, 333), (2, 667), (4, 1000)])
def test_that_a_mean_is_in_tenths_of_a_hundredth_and_one_at_most(done, tenths):
    three = replace(COMPTE, prestations=(Prestation(*PSY[:1], (PSY[1],), 3),))
    faits = FaitsEcrits(
        programmes={"P": replace(PROGRAMMES["P"], versions=(three,))},
        les_personnes={"a": personne("a")},
        les_inclusions=[suivi("a", "2026-09-01")],
        les_actes=[acte("a", "2026-10-01") for _ in range(done)],
    )
    assert m12(faits, OCTOBRE).valeur("psychologue").valeur == tenths


def test_that_a_year_tells_what_ended_and_how():
    """Ended: a, c, d, h (its first year, 31 August) and e, f, i; complete: a and e."""
    found = a22(FAITS, ANNEE)
    assert read(found) == {
        "ouverts": 8, "termines": 7, "complets": 2,
        "medecin": 3, "psychologue": 13, "travailleur_social": 3,
        "montant_ouverts": 5 * 82_900 + 3 * 52_800,
        "montant_termines": 4 * 82_900 + 3 * 52_800,
        "montant_prorata": 3 * 82_900 + 80_856 + 142_343,
        "P_ouverts": 5, "P_termines": 4, "P_complets": 1,
        "P_medecin": 3, "P_psychologue": 13, "P_travailleur_social": 3,
        "P_montant_ouverts": 5 * 82_900, "P_montant_termines": 4 * 82_900,
        "P_montant_prorata": 3 * 82_900 + 80_856,
        "Q_ouverts": 3, "Q_termines": 3, "Q_complets": 1,
        "Q_medecin": None, "Q_psychologue": None, "Q_travailleur_social": None,
        "Q_montant_ouverts": 3 * 52_800, "Q_montant_termines": 3 * 52_800,
        "Q_montant_prorata": 142_343,
        "P_suivis": 6, "P_capacite_minimum": 10, "P_capacite_maximum": 25,
    }  # fmt: skip
    assert (found.valeur("complets").base, people(found, "complets")) == (7, "ae")
    assert found.valeur("psychologue").base == 4
    assert found.valeur("P_suivis").qui == {"a", "b", "d", "alias", "h", "i"}
