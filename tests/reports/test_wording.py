"""Dates, hours, durations and codes are printed in French."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from microstructure_desktop.domain.equipe import Membre, Role
from microstructure_desktop.domain.ids import DecisionId, MembreId, PatientId
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.synthese import (
    Decision,
    Motif,
    ProchainPoint,
    Suite,
    TypeDecision,
)
from microstructure_desktop.reports import wording


def test_that_an_instant_without_zone_is_local_already():
    assert wording.instant(datetime(2026, 2, 1, 9, 5)) == "01/02/2026 à 09:05"  # noqa: DTZ001


def test_that_an_instant_with_a_zone_is_put_on_the_clock_of_this_machine():
    moment = datetime(2026, 2, 1, 9, 5, tzinfo=UTC)
    local = moment.astimezone()
    assert wording.instant(moment) == f"{local:%d/%m/%Y} à {local:%H:%M}"


def test_that_every_code_has_its_words():
    assert set(wording.METIERS) == set(wording.COMPTEURS) == set(Role)
    assert set(wording.MOTIFS) == set(Motif)
    assert set(wording.SUITES) == set(Suite)
    assert set(wording.POINTS) == set(ProchainPoint)
    assert set(wording.TYPES) == set(TypeDecision)


@pytest.mark.parametrize(
    ("said", "day", "told"),
    [
        ("", None, ""),
        (" avant l’été ", None, "avant l’été"),
        ("", date(2026, 12, 4), "04/12/2026"),
        ("avant le 04/12", date(2026, 12, 4), "avant le 04/12"),
        ("à sa visite", date(2026, 12, 4), "à sa visite (04/12/2026)"),
    ],
)
def test_that_a_day_is_said_once(said, day, told):
    decision = Decision(DecisionId("d"), "Appeler", echeance=said, echeance_jour=day)
    assert wording.echeance(decision) == told


def test_that_what_falls_to_nobody_falls_to_the_team():
    anne = Membre(MembreId("m"), "Anne", "Lemoine", Role.MEDECIN)
    hers = Decision(DecisionId("d"), "Appeler", anne.id)
    assert wording.responsable(hers, {anne.id: anne}) == "Dr Lemoine"
    assert wording.responsable(replace(hers, qui=None), {}) == "Toute l’équipe"


def test_that_a_member_is_named_with_their_profession_on_one_line():
    membre = Membre(MembreId("m"), "Anne", "Lemoine", Role.MEDECIN)
    assert wording.membre(membre) == "Dr\xa0Lemoine\xa0(médecin\xa0généraliste)"


def test_that_a_person_is_named_or_only_initialled():
    sophie = Patient(PatientId("p"), 27, "Delmas", "Sophie", date(1990, 1, 1))
    assert wording.patient(sophie, initiales=False) == "DELMAS Sophie"
    assert wording.patient(sophie, initiales=True) == "S.\xa0D."
    assert wording.dossier(sophie) == "dossier n°\xa00027"
