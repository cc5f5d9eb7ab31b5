"""The month in words."""

from dataclasses import replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.creneaux import Plage
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.permanence import M08, TempsTenu
from microstructure_desktop.domain.programme import Rythme, TempsAttendu
from microstructure_desktop.domain.reunion import TypeReunion
from microstructure_desktop.services.permanence_psychiatre import (
    Eloignement,
    Passage,
    Permanence,
    Presence,
    QuestionPosee,
    ReunionTenue,
)
from microstructure_desktop.services.presences import EtatRendezVous
from microstructure_desktop.ui.pages.psychiatre import words
from microstructure_desktop.ui.texts import NBSP
from tests.cabinet import TODAY
from tests.factories import a_membre, a_patient

MONTHLY = TempsAttendu(Role.PSYCHIATRE, 120, Rythme.MOIS, "x")
SEEN = Passage(
    date(2026, 11, 3), time(14), a_patient(), None, EtatRendezVous.FAIT, 30, "Consultation"
)
MONTH = Permanence(
    Mois(2026, 11), TODAY, (), (), (), (), 0, (), (),
    (ReunionTenue(TODAY, None, 45), ReunionTenue(TODAY, TypeReunion.CRISE, 30)),
    M08(TempsTenu(50, 75, 120), frozenset("ab"), 1), MONTHLY, 76,
)  # fmt: skip


@pytest.mark.parametrize(
    ("passage", "tag"),
    [
        (SEEN, ("Présente", "ok")),
        (replace(SEEN, avis=True), ("Avis à l’équipe", "info")),
        (replace(SEEN, etat=EtatRendezVous.ATTENDU), ("Présence non notée", "warn")),
        (replace(SEEN, etat=EtatRendezVous.ATTENDU, jour=TODAY), ("Attendue", "mute")),
        (replace(SEEN, etat=EtatRendezVous.EXCUSE), ("Excusée", "warn")),
    ],
)
def test_that_a_passage_says_where_it_stands(passage, tag):
    assert words.tag(passage, TODAY) == tag


def test_that_a_passage_says_what_was_asked():
    assert words.what(SEEN) == f"Consultation · 30{NBSP}min"
    asked = replace(SEEN, demande=("Psychologue", "Dormir ?"))
    assert words.what(asked) == (
        f"Consultation · 30{NBSP}min · demandé par{NBSP}: psychologue · «{NBSP}Dormir ?{NBSP}»"
    )


def test_that_treatments_and_certificates_are_dated():
    changed = replace(SEEN, traitement="Changé", revoir=True, certificats=("MDPH", "ALD"))
    assert words.treatment(changed) == "03/11/2026 · traitement changé · à revoir"
    assert words.certificates(changed) == "03/11/2026 · MDPH · ALD"


def test_that_a_question_says_who_asks():
    asked = QuestionPosee(a_patient(), a_membre(), "", date(2026, 11, 18))
    assert words.question(asked, TODAY) == "Situation à évoquer · Dr Lemoine · hier"


def test_that_hours_say_when_and_who():
    span = Presence(date(2026, 11, 24), Plage(540, 570), a_membre(), 1)
    said = f"mar.{NBSP}24{NBSP}nov. · 09:00 – 09:30 · 1{NBSP}rendez-vous"
    assert words.presence(span, named=False) == said
    assert words.presence(replace(span, attendus=0), named=True).endswith("09:30 · Dr Lemoine")
    away = Eloignement(a_membre(), date(2026, 11, 16), date(2026, 11, 20))
    assert words.absence(away) == "Absence du 16/11/2026 au 20/11/2026"
    assert words.absence(replace(away, au=away.du)) == "Absence le 16/11/2026"


def test_that_the_time_held_says_where_it_comes_from():
    assert words.held(MONTH) == f"2{NBSP}h{NBSP}05 sur 2{NBSP}h"
    assert [label for label, _ in words.parts(MONTH)] == [
        "Actes tenus",
        "Réunion de synthèse du 19/11/2026",
        "Réunion de crise du 19/11/2026",
    ]
    acts = f"50{NBSP}min · 2{NBSP}personnes vues · 1{NBSP}avis à l’équipe"
    assert words.parts(MONTH)[0][1] == acts


def test_that_the_mark_is_told_with_the_part_of_the_days_so_far():
    mark = f"Repère{NBSP}: 2{NBSP}h par mois."
    assert words.expected(MONTH) == f"{mark} À ce jour, 1{NBSP}h{NBSP}16 au prorata."
    assert words.expected(replace(MONTH, mois=Mois(2026, 10))) == mark
    bare = replace(
        MONTH, attendu=None, prorata=None, bilan=M08(TempsTenu(50, 0, None), frozenset("ab"), 1)
    )
    assert words.expected(bare).startswith("Le programme du cabinet n’attend pas")
    assert words.held(bare) == f"50{NBSP}min"


def test_that_who_is_not_shown_is_counted():
    assert words.held_back(MONTH) == ""
    assert words.held_back(replace(MONTH, retenus=2)).startswith(f"2{NBSP}personnes ne sont pas")
