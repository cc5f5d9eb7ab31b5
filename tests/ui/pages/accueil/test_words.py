"""How the page of the day speaks."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import drafts
from microstructure_desktop.services.accueil import GenreTache, Tache
from microstructure_desktop.services.envois_attendus import Attendu, Quoi
from microstructure_desktop.services.journee import RendezVousLigne
from microstructure_desktop.services.presences import EtatRendezVous
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.pages.accueil import words
from microstructure_desktop.ui.texts import NBSP
from tests.cabinet import TODAY
from tests.factories import a_membre, a_patient, a_rendez_vous

SOPHIE = a_patient(nom="Légende", prenom="Sophie")
LINE = RendezVousLigne(
    a_rendez_vous(heure=time(14), duree=45),
    SOPHIE,
    a_membre(),
    5,
    6,
    EtatRendezVous.ATTENDU,
    None,
)


def test_that_a_day_with_appointments_is_a_permanence():
    assert words.title(TODAY, receives=True) == f"Permanence du jeudi 19{NBSP}novembre"
    assert words.title(TODAY, receives=False) == f"Jeudi 19{NBSP}novembre"


def test_that_the_greeting_tells_the_hours_of_the_day():
    last = replace(LINE, rendez_vous=a_rendez_vous(heure=time(16, 30), duree=30))
    hello = words.greeting("Claire", time(9), (LINE, last))
    assert hello == f"Bonjour Claire — 2{NBSP}rendez-vous, de 14:00 à 17:00"
    assert words.greeting("", time(19), ()) == "Bonsoir"


def test_that_a_very_late_appointment_stays_in_its_day():
    late = replace(LINE, rendez_vous=a_rendez_vous(heure=time(23, 30), duree=45))
    assert words.greeting("Claire", time(9), (late,)).endswith("à 23:59")


@pytest.mark.parametrize(
    ("etat", "said"),
    [(EtatRendezVous.ATTENDU, "Attendue"), (EtatRendezVous.EN_COURS, "En cours"),
     (EtatRendezVous.FAIT, "Présente"), (EtatRendezVous.EXCUSE, "Excusée"),
     (EtatRendezVous.ABSENT, "Absente"), (EtatRendezVous.ANNULE, "Annulé"),
     (EtatRendezVous.REPORTE, "Reporté"), (EtatRendezVous.ARRIVE, "Arrivée")],
)  # fmt: skip
def test_that_the_state_agrees_with_the_person(etat, said):
    assert words.state(replace(LINE, etat=etat))[0] == said


def test_that_other_people_are_named_otherwise():
    man = replace(LINE, patient=a_patient(sexe=Sexe.H))
    somebody = replace(LINE, patient=a_patient(sexe=Sexe.NR))
    assert words.state(man)[0] == "Attendu"
    assert words.state(somebody)[0] == "Attendu·e"


def test_that_somebody_there_waits_since_an_hour():
    rdv = a_rendez_vous(arrivee=time(13, 55))
    line = replace(LINE, rendez_vous=rdv, etat=EtatRendezVous.ARRIVE)
    assert words.state(line)[0] == "Arrivée à 13:55"


def test_that_the_reception_is_told_with_whom_and_the_professional_which_act():
    assert words.about(LINE, own=True) == "Séance · 5ᵉ sur 6"
    assert words.about(LINE, own=False) == "Avec Dr Lemoine"
    relatives = replace(LINE, rendez_vous=a_rendez_vous(entourage=True, precision="sa mère"))
    assert words.about(relatives, own=True) == "Entourage · sa mère"
    assert words.about(relatives, own=False) == "Avec Dr Lemoine · entourage · sa mère"


def test_that_the_rank_of_the_coming_act_is_told():
    assert words.rank(LINE) == "Séance · 5ᵉ sur 6"
    assert words.rank(replace(LINE, rang=7)) == "Séance · 7ᵉ, hors forfait"
    assert words.rank(replace(LINE, rang=None, inclus=None)) == "Séance"


@pytest.mark.parametrize(
    ("tache", "said"),
    [
        (Tache(GenreTache.FICHE_DUE, SOPHIE, date(2026, 6, 4)), "Fiche de suivi · due le 04/06"),
        (
            Tache(GenreTache.FICHE_DUE, SOPHIE, date(2025, 6, 4)),
            "Fiche de suivi · due le 04/06/2025",
        ),
        (
            Tache(GenreTache.SANS_NOUVELLES, SOPHIE, None, jours=34),
            f"Sans nouvelles · 34{NBSP}jours",
        ),
        (
            Tache(GenreTache.BROUILLON, SOPHIE, TODAY, genre_brouillon=drafts.SEANCE),
            "Séance à terminer · aujourd’hui",
        ),
    ],
)
def test_that_a_task_names_the_person_then_the_reason(tache, said):
    assert words.task(tache, TODAY, Discretion()) == ("LÉGENDE Sophie", said)


@pytest.mark.parametrize(
    ("genre", "said"),
    [
        (drafts.PATIENT, ("Nouveau dossier", "commencé hier")),
        (drafts.SYNTHESE, ("Réunion en cours", "commencée hier")),
    ],
)
def test_that_a_task_about_nobody_names_its_subject(genre, said):
    tache = Tache(GenreTache.BROUILLON, None, date(2026, 11, 18), genre_brouillon=genre)
    assert words.task(tache, TODAY, Discretion()) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [(19, "aujourd’hui"), (20, "demain"), (26, f"dans 7{NBSP}jours"), (18, "à reprendre")],
)
def test_that_the_meeting_says_how_far_it_is(day, said):
    assert words.meeting_distance(date(2026, 11, day), TODAY) == said


def test_that_a_month_is_elided_before_a_vowel():
    assert words.export_title(Mois(2026, 10)) == "Export d’octobre"
    assert words.export_title(Mois(2026, 11)) == "Export de novembre"
    assert words.export_title(Mois(2026, 8)) == "Export d’août"


def test_that_what_waits_about_a_month_is_said_with_its_day():
    october = Mois(2026, 10)

    def said(quoi, limite=None):
        return words.export_words(Attendu(october, quoi, limite), date(2026, 11, 19))

    assert said(Quoi.REFUSE)[:2] == ("Refusé", "danger")
    assert said(Quoi.SANS_REPONSE)[:2] == ("Sans réponse", "warn")
    assert said(Quoi.A_ENVOYER)[0] == "À vérifier"
    assert said(Quoi.A_ENVOYER, date(2026, 11, 15)) == (
        "En retard",
        "warn",
        "L’animateur l’attend pour le 15\xa0novembre\xa02026.",
    )
    assert said(Quoi.A_ENVOYER, date(2026, 11, 20))[0] == "À envoyer"
