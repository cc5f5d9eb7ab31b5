"""A session on screen goes to its draft and back without losing a sign."""

from dataclasses import asdict, replace
from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue, TypeActe
from microstructure_desktop.services.consultations import SeanceSaisie
from microstructure_desktop.ui.pages.seances.typed import (
    as_typed,
    faults,
    from_payload,
    to_payload,
    understood,
)
from tests.cabinet import TODAY

SAISIE = SeanceSaisie(
    TypeActe.CONS_PSY,
    TODAY,
    time(14),
    45,
    "VISIO",
    Issue.HONORE,
    ("SOMMEIL", "TRAVAIL"),
    0,
    "Note à l’équipe\n",
    "Pour moi",
    "Relais tabac",
    date(2026, 12, 3),
    time(9, 30),
    {"seance_psychologue": {"craving": 4}, "seance_visite": {"visite_constat": "Propre"}},
)
START = as_typed(SAISIE)
HALF = replace(START, jour="31/0", heure="14h6", prochain="3/1", note_partagee=" Trois  ")


def test_that_a_session_shown_and_read_back_is_the_same():
    assert understood(START, TODAY) == SAISIE
    assert (START.jour, START.heure, START.duree) == ("19/11/2026", "14:00", "45")
    assert START.prochain == "03/12/2026 09:30"


def test_that_an_empty_session_shows_empty_fields():
    empty = as_typed(SeanceSaisie(TypeActe.CONS_PSY, None, None, None))
    assert (empty.jour, empty.heure, empty.duree, empty.prochain) == ("", "", "", "")
    assert list(faults(empty, TODAY)) == ["jour", "heure", "duree"]


def test_that_half_typed_texts_come_back_as_they_were():
    assert from_payload(to_payload(HALF, START, None), START) == HALF


def test_that_a_draft_names_the_revision_it_builds_on():
    assert to_payload(START, START, "r1")["base"] == "r1"
    assert to_payload(START, START, None)["base"] is None


@pytest.mark.parametrize(("question", "prochain"), [(None, ""), ("Autre chose", "+2s")])
def test_that_what_also_changes_elsewhere_is_kept_once_edited(question, prochain):
    untouched = to_payload(START, START, None)
    assert not {"question", "prochain"} & set(untouched)
    edited = replace(START, question=question, prochain=prochain)
    payload = to_payload(edited, START, None)
    assert (payload["question"], payload["prochain"]) == (question, prochain)
    now = replace(START, question="Posée ailleurs", prochain="10/12/2026 09:00")
    assert from_payload(untouched, now) == now
    assert from_payload(payload, now).question == question


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("type", "ACTE_INCONNU"),
        ("type", "HONORE"),
        ("issue", "CONS_PSY"),
        ("jour", 20261119),
        ("themes", "SOMMEIL"),
        ("themes", [1]),
        ("evolution", 11),
        ("evolution", "6"),
        ("question", 3),
        ("reponses", ["craving"]),
        ("reponses", {"seance_psychologue": 4}),
    ],
)
def test_that_a_draft_of_another_version_never_breaks_the_form(name, value):
    assert from_payload({**asdict(START), name: value}, START) == START


def test_that_unknown_codes_are_kept_as_they_are():
    other = replace(START, lieu="LIEU_DISPARU", themes=("THEME_DISPARU",))
    assert from_payload(to_payload(other, START, None), START) == other
    assert understood(other, TODAY).lieu == "LIEU_DISPARU"


def test_that_an_appointment_that_cannot_be_read_is_a_fault():
    assert faults(START, TODAY) == {}
    (found,) = faults(replace(START, prochain="bientôt"), TODAY).items()
    assert found[0] == "prochain"
    assert "19/12/2026 14:00" in found[1]
    assert faults(replace(START, prochain="  "), TODAY) == {}
