"""What is missing in the records, counted by hand."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.indicateurs.faits import Periode, Personne
from microstructure_desktop.domain.indicateurs.qualite import PRINCIPALES, a25
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.forms.model import ItemType
from microstructure_desktop.services.shipped import shipped
from tests import factories as make

from .faits import FaitsEcrits

ANNEE = Periode.de_l_annee(2026)
jour = date.fromisoformat


def suivi(patient, debut, fin=None, programme="COVID_SM"):
    return make.an_inclusion(
        patient=patient, programme=programme, debut=jour(debut), fin=jour(fin) if fin else None
    )


def fiche(patient, le, form="medicale_entree", *, complete=True, **answers):
    return make.a_fiche(
        patient=patient, form=form, jour=jour(le), complete=complete, answers=answers
    )


def personne(le=None):
    return Personne(Sexe.F, date(1980, 1, 1), information_remise=jour(le) if le else None)


FAITS = FaitsEcrits(
    le=date(2026, 12, 31),
    les_personnes={
        "a": personne("2026-01-01"), "b": personne("2026-12-31"), "c": personne("2027-01-01"),
        "d": personne(), "e": personne("2020-01-01"), "f": personne(), "g": personne("2020-01-01"),
        "x": personne(), "y": personne("2020-01-01"),
    },
    les_inclusions=[
        suivi("a", "2026-01-01"),
        suivi("b", "2026-03-01"),
        suivi("c", "2026-03-01", "2026-03-01"),  # gone the same day
        suivi("d", "2024-01-01", "2024-12-31"),  # a second follow-up after an interruption
        suivi("d", "2026-05-01"),
        suivi("e", "2025-06-01", "2026-06-01"),  # a change of programme, then a day between two
        suivi("e", "2026-06-01", "2026-08-01", "EQUIPADDICT"),
        suivi("e", "2026-08-02"),
        suivi("f", "2026-11-02"),  # sixty days on 1 January
        suivi("g", "2025-01-01", "2025-12-31"),
    ],
    les_actes=[
        make.a_consultation(patient="x", jour=jour("2026-12-31")),
        make.a_consultation(patient="y", jour=jour("2026-12-30"), issue=Issue.ABSENT_EXCUSE),
    ],
    les_fiches=[
        fiche("a", "2026-03-02", tso="BHD", logement="SDF"),  # the sixtieth day
        fiche("a", "2026-03-03", "sociale_entree", logement="NR", couverture="CSS"),  # a day late
        fiche("a", "2026-02-01", "psychologique_entree", complete=False, craving=0),
        fiche("b", "2025-12-15", "medicale_entree", tso="NR"),  # before the follow-up
        fiche("b", "2026-03-05", "medicale_suivi", tso="BHD"),
        fiche("c", "2026-03-20", "sociale_entree", logement="SDF", ressources="RSA"),
        fiche("c", "2026-04-20", "sociale_entree", logement="", ressources="NR"),  # the latest
        fiche("d", "2024-02-01", "medicale_entree", tso="BHD"),  # of the follow-up before
        fiche("d", "2025-02-01", "psychologique_entree", craving="NR"),
        fiche("e", "2026-06-10", "medicale_entree", produit_1="NON_ABORDE", troubles_psy=["NR"]),
        fiche("f", "2026-11-02", "medicale_entree", produit_1="ALCOOL", troubles_psy=["ANXIETE"]),
    ],
)  # fmt: skip


def read(resultat, cle):
    found = resultat.valeur(cle)
    return found.valeur, found.base, found.nr, "".join(sorted(found.qui))


def test_that_entry_fiches_are_complete_within_sixty_days_of_a_new_follow_up():
    """a, b, c and d began; e changed programme; the sixty days of f are not over."""
    found = a25(FAITS, ANNEE)
    assert read(found, "medecin") == (2, 4, 1, "ab")
    assert read(found, "travailleur_social") == (1, 4, 1, "c")
    assert read(found, "psychologue") == (1, 4, 1, "d")
    later = a25(replace(FAITS, le=date(2027, 1, 1)), ANNEE)
    assert read(later, "medecin") == (3, 5, 0, "abf")


def test_that_information_is_traced_for_who_was_followed_or_met():
    """Followed: a to f; met: x, not y; g had left. It came after the year for c."""
    assert read(a25(FAITS, ANNEE), "information") == (3, 7, 0, "abe")


def test_that_a_question_without_an_answer_is_one_of_the_latest_entry_fiche():
    found = a25(FAITS, ANNEE)
    assert read(found, "nr_tso") == (2, 3, 0, "")  # a answered; e and f did not
    assert read(found, "nr_produit_1") == (2, 3, 0, "")  # not raised with e, blank for a
    assert read(found, "nr_troubles_psy") == (2, 3, 0, "")
    assert read(found, "nr_logement") == (2, 2, 0, "")
    assert read(found, "nr_couverture") == (1, 2, 0, "")
    assert read(found, "nr_ressources") == (2, 2, 0, "")
    assert read(found, "nr_craving") == (0, 1, 0, "")  # 0 is an answer


def test_that_a_fiche_of_tomorrow_is_not_counted():
    today = a25(replace(FAITS, le=date(2026, 6, 9)), ANNEE)
    assert read(today, "nr_tso") == (0, 1, 0, "")


@pytest.mark.parametrize("form", PRINCIPALES)
def test_that_the_main_questions_are_asked_of_everybody(form):
    (known,) = (f for f in shipped().forms if f.id == form)
    for item in PRINCIPALES[form]:
        question = known.item(item)
        assert question.type in (ItemType.CHOICE, ItemType.INTEGER, ItemType.BOOLEAN)
        assert not question.when
        assert not known.item(question.under).when if question.under else True
