"""The coordination hands over the figures of a month, and finds nobody's name anywhere."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import equipe, unlock
from microstructure_desktop.services.equipe import NouveauMembre
from microstructure_desktop.ui.sections import PAGES
from tests.cabinet import PASSPHRASE
from tests.exchange.month import opened
from tests.services.mois import agreed

from .hands import CONTROL

TO_SEND = 4
NAMES = ("figurant", "sophie")
SECTIONS = {"accueil", "reunions", "partage", "reglages"}
ABOUT_NOBODY = (
    "accueil", "autres_reunions", "formations", "partage", "reglages", "annuaire", "agenda",
    "patients", "journal",
)  # fmt: skip


@pytest.fixture
def ines(team, sit):
    """In October six people met the psychologist; then the coordination sits down."""
    for rank in range(6):
        patient = team.patient(f"Figurant{rank}")
        team.seance(patient.id, date(2026, 10, 8 + rank), duree=45, lieu="CABINET")
    agreed(team)
    account = NouveauMembre("Inès", "Patron", Role.COORDINATION)
    membre = equipe.add(team.medecin, account, PASSPHRASE)
    team.offices[Role.COORDINATION] = unlock.as_member(team.medecin, membre.id, PASSPHRASE)
    hands = sit(Role.COORDINATION)
    hands.go("accueil")
    return hands


def test_that_four_clicks_hand_over_a_month(ines, counted, qtbot, tmp_path):
    stick = tmp_path / "cle"
    stick.mkdir()
    counted.clicks = 0
    ines.click(ines.window.sidebar.button("partage"))
    ines.click(ines.page.main_button)
    ines.click(ines.page.acts.dialog.accept_button)
    ines.give(stick)
    qtbot.waitUntil(lambda: ines.page.band.tag.text() == "À remettre")
    ines.settle()
    ines.click(ines.page.main_button)
    assert ines.page.band.tag.text() == "Remis"
    assert counted.clicks <= TO_SEND
    (packet,) = stick.iterdir()
    written = b"".join(opened(packet.read_bytes()).values()).lower()
    assert not [name for name in NAMES if name.encode() in written]
    with ines.desk.office.store.read() as work:
        assert [envoi.periode for envoi in work.envois.all()] == ["2026-10"]


def test_that_no_page_names_anybody(ines):
    assert {s.key for s in ines.window._sections} == SECTIONS
    for page in ABOUT_NOBODY:
        assert page in PAGES
        ines.go(page)
        assert not ines.says(*NAMES), page


def test_that_nobody_is_found_by_keys(ines):
    ines.key(Qt.Key.Key_K, CONTROL)
    ines.write("figurant")
    assert not [text for text in ines.says("figurant") if "0" in text]
    ines.key(Qt.Key.Key_Return)
    assert ines.at() == "accueil"


def test_that_a_record_asked_for_by_its_address_stays_closed(ines, team):
    with team.medecin.store.read() as work:
        patient = work.patients.all()[0]
    ines.go("dossier", patient_id=patient.id)
    assert not ines.says(*NAMES)
