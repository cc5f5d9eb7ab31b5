"""What waits for one role, in its words."""

from datetime import date, time

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.demande import NatureDemande
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.permanence import TempsTenu
from microstructure_desktop.services import accueil, demandes, retrait, sauvegardes, unlock
from microstructure_desktop.services.attentes import Attente, GenreAttente
from microstructure_desktop.services.demandes import DemandeSaisie
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.accueil import waits_card
from microstructure_desktop.ui.pages.accueil.waits_card import WaitsCard
from tests.cabinet import PASSPHRASE, TODAY
from tests.factories import a_membre, a_patient
from tests.services.cases import asked, planned
from tests.services.erasures import erase
from tests.ui import a11y


@pytest.fixture
def discretion():
    return Discretion()


@pytest.fixture
def shown(show, team, discretion):
    def made(role):
        card = show(WaitsCard(discretion, role.value), 320, 300)
        card.show_waits(accueil.accueil(team[role]))
        return card

    return made


def lines(card):
    return [x.accessibleName() for x in card.list.lines()]


def test_that_the_doctor_plans_long_consultations(shown, sophie):
    card = shown(Role.MEDECIN)
    assert card.title.text() == "À prévoir"
    assert lines(card) == ["LÉGENDE Sophie, Consultation longue · 2\xa0mars\xa02027"]
    assert a11y.problems(card) == []


def test_that_whoever_may_try_a_restoration_is_told_when_it_is_time(show, team, discretion):
    sauvegardes.sauvegarder(team.medecin)
    card = show(WaitsCard(discretion, Role.PSYCHOLOGUE.value), 320, 300)
    card.show_waits(accueil.accueil(team.psychologue))
    assert card.isHidden()
    team.clock.set(date(2026, 12, 21), time(9))
    card.show_waits(accueil.accueil(team.psychologue))
    assert lines(card) == ["Vérifier que je peux restaurer, Jamais essayé"]
    assert not card.isHidden()
    assert a11y.problems(card) == []


def test_that_the_doctor_is_told_of_copies_that_hold_somebody_erased(shown, team, sophie, tmp_path):
    (tmp_path / "Bleue").mkdir()
    sauvegardes.sur_support(team.medecin, tmp_path / "Bleue")
    erase(team, sophie)
    told = lines(shown(Role.MEDECIN))
    assert told[0].startswith(
        "Copie à reprendre après un effacement, le support «\u00a0Bleue\u00a0»"
    )
    assert not any("Copie" in line for line in lines(shown(Role.PSYCHOLOGUE)))


def test_that_the_doctor_is_told_of_what_a_person_asks(shown, team, sophie):
    saisie = DemandeSaisie(NatureDemande.ACCES, date(2026, 11, 10))
    demandes.enregistrer(team.medecin, sophie.id, saisie)
    told = "LÉGENDE Sophie, Demande sur ses données · avant le 18/11/2026"
    assert lines(shown(Role.MEDECIN))[0] == told
    assert told not in lines(shown(Role.PSYCHOLOGUE))


def test_that_the_doctor_is_told_of_keys_that_who_left_opens(shown, team, tmp_path):
    (tmp_path / "Bleue").mkdir()
    sauvegardes.sur_support(team.medecin, tmp_path / "Bleue")
    retrait.retirer(team.medecin, team[Role.PSYCHIATRE].membre.id, feuille_vue=False)
    office = unlock.open_cabinet(
        team.home, team.medecin.membre.id, PASSPHRASE, cost=team.medecin.cost, now=team.clock
    )
    team.offices[Role.MEDECIN] = office
    told = lines(shown(Role.MEDECIN))
    assert told[0].startswith("Sauvegardes à refaire après un départ, « Bleue »")
    unlock.close(office)


def test_that_the_psychiatrist_reads_who_asks(shown, team, sophie):
    asked(team, sophie, "Bilan ?")
    card = shown(Role.PSYCHIATRE)
    assert lines(card) == ["LÉGENDE Sophie, Question de C. Modèle · aujourd’hui"]
    assert card.month.text() == "Ce mois-ci\xa0: 0\xa0min sur 2\xa0h, réunions comprises."


def test_that_the_psychiatrist_reaches_the_month(qtbot, shown, sophie):
    card = shown(Role.PSYCHIATRE)
    with qtbot.waitSignal(card.route_chosen) as chosen:
        card.month_button.click()
    assert chosen.args == [Route("permanence_psychiatre")]
    assert not shown(Role.MEDECIN).month_button.isVisible()


def test_that_the_reception_calls_back(qtbot, shown, team):
    sophie = team.patient(telephone="06 11 22 33 44")
    planned(team, sophie, date(2026, 11, 17))
    team.seance(sophie.id, date(2026, 11, 17), issue=Issue.ABSENT_NON_EXCUSE)
    card = shown(Role.SECRETARIAT)
    (said,) = lines(card)
    assert said == "LÉGENDE Sophie, Absente mar.\xa017\xa0nov. · C. Modèle · 06 11 22 33 44"
    with qtbot.waitSignal(card.route_chosen) as chosen:
        card.list.lines()[0].click()
    assert chosen.args == [Route("agenda", jour="2026-11-17")]


def test_that_discretion_hides_names_and_numbers(shown, team, discretion):
    sophie = team.patient(telephone="06 11 22 33 44")
    planned(team, sophie, date(2026, 11, 17))
    team.seance(sophie.id, date(2026, 11, 17), issue=Issue.ABSENT_NON_EXCUSE)
    card = shown(Role.SECRETARIAT)
    discretion.switch(on=True)
    (said,) = lines(card)
    assert "LÉGENDE" not in said
    assert "06" not in said


def test_that_the_others_have_no_such_card(show, discretion):
    assert not show(WaitsCard(discretion, "psychologue"), 320, 100).wanted
    assert show(WaitsCard(discretion, "medecin"), 320, 100).wanted


def test_that_each_reason_has_its_words():
    somebody = a_patient()
    attente = Attente(GenreAttente.INCLUSION, somebody)
    assert waits_card.reason(attente, TODAY) == "Inclusion à confirmer"
    unknown = Attente(GenreAttente.AVIS, somebody, TODAY)
    assert waits_card.reason(unknown, TODAY) == "Question · aujourd’hui"
    known = Attente(GenreAttente.AVIS, somebody, None, a_membre())
    assert waits_card.reason(known, TODAY) == "Question de Dr Lemoine"


def test_that_a_month_is_told_in_hours():
    assert waits_card.month(None) == ""
    assert waits_card.month(TempsTenu(65, 45, 120)) == (
        "Ce mois-ci\u00a0: 1\u00a0h\u00a050 sur 2\u00a0h, réunions comprises."
    )
    assert waits_card.month(TempsTenu(40, 0, None)) == (
        "Ce mois-ci\u00a0: 40\u00a0min, réunions comprises."
    )
