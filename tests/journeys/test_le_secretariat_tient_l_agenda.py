"""The secretariat registers people and holds the agendas; no word of the care is on its screen."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.dialogs.appointment import AppointmentDialog
from tests.services.cases import asked, filled

from .hands import CONTROL

TO_REGISTER, TO_TAKE = 2, 4
FRIDAY, NEXT, TEN = date(2026, 11, 20), date(2026, 11, 27), time(10)
NOTE, QUESTION, ANSWER = "Canari du soir.", "Canari du relais ?", "Canari du sommeil."
WORD = "canari"
CARE = ("alcool", "sevrage", "consommation", "programme", "addiction", "therap", "fiche de")
PAGES = ("accueil", "agenda", "horaires", "patients", "reglages", "annuaire")


@pytest.fixture
def sophie(team):
    """Noted, asked about, and filled about, by her psychologist."""
    patient = team.patient()
    team.seance(patient.id, date(2026, 11, 5), note_partagee=NOTE)
    asked(team, patient, QUESTION)
    filled(team, patient, date(2026, 11, 5), etat_texte=ANSWER)
    return patient


@pytest.fixture
def lucie(sit, sophie):
    hands = sit(Role.SECRETARIAT)
    hands.go("accueil")
    return hands


@pytest.fixture
def planned(lucie, team, sophie):
    """When the psychologist expects Sophie, as the store says it."""

    def read():
        with lucie.desk.office.store.read() as work:
            found = work.rendez_vous.of(sophie.id)
        assert all(r.membre == team.psychologue.membre.id for r in found)
        return [(r.jour, r.heure) for r in found]

    return read


def care_shown(hands):
    return [word for word in CARE if word in hands.shows()]


def take(hands, team):
    """For the psychologist; who and when are typed."""
    hands.go("agenda")
    hands.click(hands.page.create_button)
    dialog = hands.dialog(AppointmentDialog)
    hands.write("lég")
    hands.key(Qt.Key.Key_Return)
    hands.write("20/11/2026")
    hands.key(Qt.Key.Key_Tab)
    hands.write("10:00")
    member = dialog.form.member
    hands.click(member)
    hands.click_row(member.view(), member.findData(team.psychologue.membre.id))
    hands.click(dialog.accept_button)


def walk_to_appointment(hands):
    grid = hands.page.grid
    hands.tab_to(grid)
    hands.walk_to(grid, next(s for day in grid._week for s in day if s.rendez_vous))


def test_that_two_clicks_register_somebody_and_nothing_of_the_care_is_asked(lucie, counted):
    counted.clicks = 0
    lucie.click(lucie.page.create_button)
    for text in ("Costa", "Ana", "02/05/1990"):
        lucie.write(text)
        lucie.key(Qt.Key.Key_Tab)
    assert "costa" in lucie.shows()
    assert not care_shown(lucie)
    lucie.click(lucie.page.creation.save_button)
    assert counted.clicks <= TO_REGISTER
    with lucie.desk.office.store.read() as work:
        made = next(p for p in work.patients.all() if p.prenom == "Ana")
        assert work.inclusions.of(made.id) == []
    assert made.naissance == date(1990, 5, 2)


def test_that_four_clicks_take_an_appointment_for_the_psychologist(lucie, team, planned, counted):
    counted.clicks = 0
    take(lucie, team)
    assert counted.clicks <= TO_TAKE
    assert planned() == [(FRIDAY, TEN)]


def test_that_keys_alone_move_it_cancel_it_and_bring_it_back(lucie, team, planned, counted):
    take(lucie, team)
    counted.clicks = 0
    walk_to_appointment(lucie)
    lucie.key(Qt.Key.Key_Return)
    lucie.choose_action("Déplacer…")
    lucie.write("27/11/2026")
    lucie.key(Qt.Key.Key_Return)
    assert planned() == [(NEXT, TEN)]

    lucie.key(Qt.Key.Key_PageDown)
    walk_to_appointment(lucie)
    lucie.key(Qt.Key.Key_Delete)
    assert planned() == []
    lucie.key(Qt.Key.Key_Z, CONTROL)
    assert planned() == [(NEXT, TEN)]
    assert counted.clicks == 0


def test_that_no_page_holds_a_word_of_the_care(lucie, team, sophie):
    take(lucie, team)
    for page in PAGES:
        lucie.go(page)
        assert not lucie.says(WORD), page
        assert not care_shown(lucie), page
    lucie.go("dossier", patient_id=sophie.id)
    assert lucie.says("légende")
    assert not lucie.says(WORD)
    assert not care_shown(lucie)


def test_that_the_psychologist_is_shown_what_the_secretariat_is_not(sit, sophie):
    claire = sit(Role.PSYCHOLOGUE)
    claire.go("dossier", patient_id=sophie.id)
    assert claire.says(NOTE)
    assert claire.says(QUESTION)
