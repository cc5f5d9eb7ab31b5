"""What a year includes, what is used and what is left, in words and in pips."""

from datetime import date

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import anonymat, dossiers, patients
from microstructure_desktop.services.episodes import episodes
from microstructure_desktop.ui.pages.patients import forfait_words
from microstructure_desktop.ui.pages.patients.forfait_card import ForfaitCard
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.pips import Pips
from tests.cabinet import TODAY
from tests.services import billing
from tests.services.cases import planned
from tests.ui import a11y


@pytest.fixture
def shown(show, team):
    def shower(patient):
        card = ForfaitCard()
        tell(card, team, patient)
        return show(card, 300, 460)

    return shower


def tell(card, team, patient, rank=-1):
    """One episode of somebody, the last unless told otherwise."""
    office = team.psychologue
    found = episodes(office, patient.id)
    episode = found[rank] if found else None
    card.show_dossier(dossiers.dossier(office, patient.id), episode, office.reference, TODAY)


def words(card):
    return [x.text() for kind in (Label, Paragraph) for x in card.findChildren(kind)]


def test_that_the_year_is_told_in_words(shown, team, followed):
    planned(team, followed, date(2026, 11, 24))
    team.seance(followed.id, date(2026, 10, 1), Role.PSYCHIATRE, duree=30)
    card = shown(followed)
    said = words(card)
    for part in (
        f"829{NBSP}€", "03/03/2026 – 02/03/2027", f"encore 103{NBSP}jours", "0 / 1", "4 / 6",
        "1 / 7", f"1{NBSP}séance planifiée le 24/11/2026", f"0{NBSP}h{NBSP}30", f"0{NBSP}h{NBSP}00",
    ):  # fmt: skip
        assert part in said
    names = [p.accessibleName() for p in card.findChildren(Pips)]
    assert names == ["0 sur 1", "4 sur 6, 1 prévue", "1 sur 7"]
    assert a11y.problems(card) == []


def test_that_what_goes_beyond_is_told(shown, team, sophie):
    for jour in range(1, 9):
        team.seance(sophie.id, date(2026, 11, jour))
    said = words(shown(sophie))
    assert "8 / 6" in said
    assert f"2{NBSP}actes hors forfait" in said


def test_that_several_appointments_are_counted(shown, team, sophie):
    for jour in (1, 8):
        planned(team, sophie, date(2026, 12, jour))
    assert f"2{NBSP}séances planifiées à venir" in words(shown(sophie))


def test_that_a_programme_without_counts_says_so(shown, team):
    card = shown(team.patient(programme="MSMA_HORS_FORFAIT"))
    assert card.title.text() == "Suivi"
    assert "Microstructure hors forfait" in words(card)
    assert card.findChild(Pips) is None


def test_that_the_place_is_kept_before_an_inclusion(shown, team):
    card = shown(team.patient(programme=None, debut=None))
    assert card.title.text() == "Forfait"
    assert any("inclusion" in w for w in words(card))
    assert card.findChild(Pips) is None


def test_that_a_former_episode_is_remembered_and_an_ended_one_is_over(shown, team, sophie):
    (episode,) = dossiers.dossier(team.medecin, sophie.id).inclusions
    planned(team, sophie, date(2026, 11, 24))
    patients.close(team.medecin, episode.id, fin=date(2026, 10, 12), motif="RELAIS_CSAPA")
    ended = shown(sophie)
    assert "terminé" in words(ended)
    assert "prévue" not in ended.findChildren(Pips)[1].accessibleName()
    patients.include(team.medecin, sophie.id, programme="COVID_SM", debut=TODAY)
    former = f"Suivi précédent du 03/03/2026 au 12/10/2026{NBSP}: relais vers un CSAPA"
    assert former in words(shown(sophie))


def test_that_a_former_episode_without_a_reason_stops_at_its_dates(shown, team, sophie):
    (episode,) = dossiers.dossier(team.medecin, sophie.id).inclusions
    patients.close(team.medecin, episode.id, fin=date(2026, 10, 12), motif="")
    patients.include(team.medecin, sophie.id, programme="COVID_SM", debut=TODAY)
    assert "Suivi précédent du 03/03/2026 au 12/10/2026" in words(shown(sophie))


def test_that_the_years_before_are_stepped_back_to(show, team):
    patient = team.patient(debut=date(2024, 3, 3))
    team.seance(patient.id, date(2024, 5, 14))
    team.seance(patient.id, date(2024, 9, 3), Role.PSYCHIATRE, duree=30)
    card = show(ForfaitCard(), 300, 460)
    tell(card, team, patient)
    assert {"3ᵉ année", "0 / 6", f"encore 103{NBSP}jours"} <= set(words(card))
    assert not card.after_button.isEnabled()
    for _ in range(2):
        card.before_button.click()
    said = words(card)
    assert {"1ʳᵉ année", "1 / 6", "terminé", "03/03/2024 – 02/03/2025"} <= set(said)
    assert f"0{NBSP}h{NBSP}30" in said
    assert not card.before_button.isEnabled()
    assert a11y.problems(card) == []
    tell(card, team, patient)
    assert "1ʳᵉ année" in words(card)
    other = team.patient("Autre", "Jean")
    tell(card, team, other)
    assert "829\u00a0€" in words(card)
    assert not card.before_button.isVisible()


def test_that_an_earlier_follow_up_shows_its_forfait_as_it_was(show, team, sophie):
    (episode,) = dossiers.dossier(team.medecin, sophie.id).inclusions
    team.seance(sophie.id, date(2026, 5, 12))
    patients.close(team.medecin, episode.id, fin=date(2026, 6, 1), motif="RELAIS_CSAPA")
    patients.include(team.medecin, sophie.id, programme="COVID_SM", debut=date(2026, 9, 1))
    team.seance(sophie.id, date(2026, 9, 8))
    team.seance(sophie.id, date(2026, 9, 15))
    planned(team, sophie, date(2026, 12, 1))
    card = show(ForfaitCard(), 300, 460)
    tell(card, team, sophie, rank=0)
    said = words(card)
    assert {"1 / 6", "terminé"} <= set(said)
    assert not [w for w in said if w.startswith(("Suivi précédent", "1\u00a0séance"))]
    tell(card, team, sophie)
    assert "2 / 6" in words(card)


def test_that_an_alias_is_told_why_nothing_is_counted(shown, team):
    alias = team.patient("Alias", "", programme="MSMA_HORS_FORFAIT", anonyme=True)
    assert anonymat.POURQUOI in words(shown(alias))


def test_that_the_card_says_that_it_was_billed_and_that_time_is_only_shown(shown, team):
    sophie = billing.followed(team, done=billing.WHOLE)
    billing.prepared(team)
    card = shown(sophie)
    assert {"Complet", "Préparé", forfait_words.TIME} <= set(words(card))
    assert a11y.problems(card) == []
