"""Chapters, entries and lines stand in their order, and an empty chapter says that it is."""

from datetime import date, datetime, time

from microstructure_desktop.reports.dossier_complet import dossier_complet
from microstructure_desktop.reports.dossier_complet_imprime import (
    Chapitre,
    DossierRemis,
    Entree,
    Ligne,
    Partie,
)
from tests.factories import a_patient
from tests.reports.cases import CABINET
from tests.reports.reading import plain, whole

LONG = " ".join(["Une phrase qui se répète."] * 400)


def made(*chapitres):
    at = datetime.combine(date(2026, 11, 22), time(9, 30))
    return DossierRemis(CABINET, a_patient(numero=12), "Demande.", "Relu.", chapitres, at)


def test_that_each_part_stands_in_its_order():
    lines = (Ligne("Note", "Dort mieux."), Ligne("", "Seule sur sa ligne."))
    care = Chapitre("Soins", (Entree("Séance", (Partie("Réponses", lines),)),), "À savoir.")
    told = plain(whole(dossier_complet(made(care, Chapitre("Lettres", ())))))
    order = (
        "Sommaire", "Demande.", "À savoir.", "Séance", "Réponses", "Dort mieux.",
        "Seule sur sa ligne.", "Rien n’est noté ici.",
    )  # fmt: skip
    assert all(part in told for part in order)
    after = [told.index(part) for part in order[2:]]
    assert after == sorted(after)


def test_that_a_text_longer_than_a_page_is_whole():
    told = plain(
        whole(
            dossier_complet(
                made(Chapitre("S", (Entree("E", (Partie("", (Ligne("Note", LONG),)),)),)))
            )
        )
    )
    assert told.count("répète.") == 400
