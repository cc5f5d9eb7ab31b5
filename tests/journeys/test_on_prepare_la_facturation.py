"""Every billable forfait is prepared in five clicks, or by the keyboard alone, and taken back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.facturation import EtatFacturation
from microstructure_desktop.services import facturation
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.navigation import Route
from tests.services.billing import WHOLE, acts, followed

from .hands import CONTROL

TO_PREPARE = 5
PEOPLE = ("Albe", "Brun", "Cuvier", "Darwin")


@pytest.fixture
def nadia(team, sit):
    """Four people whose sessions are all done, one whose papers are missing, one under way."""
    for nom in PEOPLE:
        followed(team, nom, done=WHOLE)
    followed(team, "Einstein", papers=False, done=WHOLE)
    followed(team, "Faraday", done=(1, 2, 3))
    hands = sit(Role.TRAVAILLEUR_SOCIAL)
    hands.go("accueil")
    return hands


def lots(hands):
    return facturation.lots(hands.desk.office)


def test_that_five_clicks_prepare_all_that_can_be_billed(nadia, counted):
    counted.clicks = 0
    nadia.click(nadia.window.sidebar.button("forfaits"))
    nadia.click(nadia.page.bill_button)
    nadia.click(nadia.page.next_button)
    told = " ".join(w.text() for w in nadia.page.check.findChildren(QLabel))
    assert "EINSTEIN Sophie" in told
    nadia.click(nadia.page.next_button)
    nadia.click(nadia.page.done.print_button)
    assert counted.clicks <= TO_PREPARE
    (lot,) = lots(nadia)
    assert [x.patient.nom for x in lot.lignes] == list(PEOPLE)
    assert lot.total == 4 * 82_900
    assert nadia.dialog(PrintPreview).accessibleName() == "Bordereau préparé"


def test_that_the_keyboard_does_it_alone_and_takes_it_back(nadia, counted):
    counted.clicks = 0
    nadia.key(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    nadia.tab_to(nadia.page.bill_button)
    nadia.key(Qt.Key.Key_Space)
    assert nadia.focus() is nadia.page.next_button
    nadia.tab_to(nadia.page.list.boxes[0])
    nadia.key(Qt.Key.Key_Space)
    nadia.tab_to(nadia.page.next_button)
    nadia.key(Qt.Key.Key_Space)
    nadia.key(Qt.Key.Key_Space)
    assert [x.patient.nom for x in lots(nadia)[0].lignes] == list(PEOPLE[1:])
    nadia.key(Qt.Key.Key_Z, CONTROL)
    assert lots(nadia) == ()
    assert len(nadia.page.list.boxes) == len(PEOPLE)
    assert counted.clicks == 0


def test_that_the_missing_piece_leads_to_where_it_is_filled_in(nadia):
    nadia.go("forfaits", filtre="bloque")
    nadia.click_row(nadia.page.list.table, 0)
    button = next(
        b for b in nadia.page.list.detail.findChildren(type(nadia.page.bill_button))
        if b.text() == "Noter l’information"
    )  # fmt: skip
    nadia.click(button)
    current = nadia.window.context.navigator.current
    assert (current.name, current["formulaire"]) == ("dossier", "identite")


def test_that_a_correction_after_billing_is_seen(nadia, team):
    nadia.go("facturation")
    nadia.click(nadia.page.next_button)
    nadia.click(nadia.page.next_button)
    (lot,) = lots(nadia)
    acts(team, lot.lignes[0].patient, date(2026, 11, 2), (0, 1, 0))
    nadia.go("forfaits", onglet="lots")
    assert "seance ajoutee depuis" in nadia.shows().replace("\u00a0", " ")
    nadia.click(nadia.page.lots.cards[0].sent_button)
    assert lots(nadia)[0].etat is EtatFacturation.TRANSMISE


def test_that_no_name_is_left_when_names_are_hidden(nadia):
    nadia.key(Qt.Key.Key_F9)
    for page in ("forfaits", "facturation"):
        nadia.window.context.navigator.go(Route(page))
        nadia.settle()
        assert not nadia.says(*PEOPLE), page
