"""What the story tells besides sessions, fiches and meetings."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.domain.declaration import Declaration, Objet
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import new_id
from microstructure_desktop.services import dossiers, patients
from microstructure_desktop.services.chronologie import chronologie
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients import jalons
from microstructure_desktop.ui.pages.patients.parcours import FICHES, PAPIERS, REPERES, SEANCES
from microstructure_desktop.ui.texts import NBSP
from tests.cabinet import TODAY
from tests.factories import a_document, a_lettre
from tests.services.cases import planned, write
from tests.services.plans import moved, planned_care

COVID = "Microstructures Covid/Santé mentale"


@pytest.fixture
def told(team):
    """What a role is told about somebody, the latest first."""

    def teller(patient, role=Role.PSYCHOLOGUE):
        office = team[role]
        dossier = dossiers.dossier(office, patient.id)
        known = chronologie(office, patient.id)
        found = jalons.jalons_of(dossier, known, office.reference, office.membre)
        return sorted(found, key=lambda e: e.jour, reverse=True)

    return teller


def test_that_episodes_begin_and_end_with_what_stood_between(told, team, sophie):
    (first,) = dossiers.dossier(team.medecin, sophie.id).inclusions
    patients.close(team.medecin, first.id, fin=date(2026, 4, 30), motif="DEMENAGEMENT")
    patients.include(team.medecin, sophie.id, programme="EQUIPADDICT", debut=date(2026, 10, 1))
    assert [(e.jour, e.titre, e.legende, e.icone, e.genre) for e in told(sophie)] == [
        (date(2026, 10, 1), "Inclusion", f"Equip’Addict · après 5{NBSP}mois sans suivi", "flag",
         REPERES),
        (date(2026, 4, 30), "Fin de suivi", f"{COVID} · déménagement", "flag-off", REPERES),
        (date(2026, 3, 3), "Inclusion", COVID, "flag", REPERES),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "words"),
    [(1, f"1{NBSP}jour"), (59, f"59{NBSP}jours"), (60, f"2{NBSP}mois"), (426, f"14{NBSP}mois")],
)
def test_that_a_gap_is_told_in_days_then_in_months(days, words):
    assert jalons.without(days) == words


def test_that_a_document_opens_in_its_tab(told, team, sophie):
    doctor = team.medecin.membre.id
    paper = a_document(patient=sophie.id, ajoute_par=doctor)
    write(team, "documents", paper, Role.MEDECIN)
    event = told(sophie)[0]
    assert (event.titre, event.genre, event.icone) == ("Bilan du mois", PAPIERS, "paperclip")
    assert event.legende.endswith(" · Dr Exemple")
    assert event.route == Route(
        "dossier", patient_id=sophie.id, onglet="documents", papier=paper.id
    )
    assert (event.cible.entity, event.cible.mine) == (paper.id, False)
    assert told(sophie, Role.MEDECIN)[0].cible.mine


def test_that_a_letter_says_to_whom(told, team, sophie):
    me = team.psychologue.membre.id
    letter = a_lettre(patient=sophie.id, membre=me, destinataire="CMP des Lices")
    write(team, "lettres", letter)
    event = told(sophie)[0]
    assert (event.titre, event.genre, event.icone) == ("Lettre d’orientation", PAPIERS, "mail")
    assert event.legende == "C. Modèle · CMP des Lices"
    assert (event.route["papier"], event.cible.kind) == (letter.id, "lettre")


def test_that_what_was_said_is_told_without_before_whom(told, team, sophie):
    me, doctor = team.psychologue.membre.id, team.medecin.membre.id
    for objet, oppose, membre in (
        (Objet.PARTAGE, True, doctor),
        (Objet.PARTAGE, False, doctor),
        (Objet.STATISTIQUE, True, None),
        (Objet.RETRAIT, False, None),
    ):
        said = Declaration(new_id(), sophie.id, objet, oppose, TODAY, me, membre)
        write(team, "declarations", said)
    events = [e for e in told(sophie) if e.icone == "shield"]
    assert {e.titre for e in events} == {
        "Opposition au partage",
        "Opposition au partage levée",
        "Opposition aux statistiques",
        "Accord donné de nouveau",
    }
    assert {(e.legende, e.texte) for e in events} == {("C. Modèle", "")}


def test_that_the_information_given_is_told(told, team, sophie):
    known = replace(
        sophie, information_remise=date(2026, 3, 4), information_par=team.medecin.membre.id
    )
    write(team, "patients", known)
    event = told(sophie)[0]
    assert (event.titre, event.jour, event.legende) == (
        "Information remise",
        date(2026, 3, 4),
        "Dr Exemple",
    )


def test_that_an_appointment_nobody_noted_has_a_tag_and_a_menu(told, team, sophie):
    rdv = planned(team, sophie, date(2026, 11, 3))
    event = told(sophie)[0]
    assert (event.genre, event.tags) == (SEANCES, (jalons.NOT_NOTED,))
    assert (event.legende, event.role) == (f"C. Modèle · 45{NBSP}min", "psychologue")
    assert event.cible.entity == rdv.id


def test_that_a_plan_revised_is_told_once_a_day(told, team, sophie):
    fiche = planned_care(team, sophie)
    moved(team, fiche, 1, "PARTIEL", date(2026, 9, 8))
    moved(team, fiche, 1, "ATTEINT", date(2026, 10, 6))
    moved(team, fiche, 2, "EN_COURS", date(2026, 10, 6))
    moved(team, fiche, 2, "ATTEINT", date(2026, 10, 6), Role.MEDECIN)
    events = [e for e in told(sophie) if e.icone == "target"]
    assert [(e.jour, e.legende, e.texte) for e in events] == [
        (
            date(2026, 10, 6),
            "C. Modèle",
            f"Dormir toute la nuit{NBSP}: atteint\nUn logement à soi{NBSP}: en cours",
        ),
        (date(2026, 10, 6), "Dr Exemple", f"Un logement à soi{NBSP}: atteint"),
    ]
    assert {e.genre for e in events} == {FICHES}
    assert events[0].route == Route("dossier", patient_id=sophie.id, onglet="plan")
