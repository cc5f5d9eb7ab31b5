"""A blank sheet printed for a day without a computer, copied two months later."""

from datetime import date, time
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import fiches
from microstructure_desktop.ui.dialogs.fiche_printing import BLANK, SAVED
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.widgets.buttons import IconButton

from .hands import CONTROL

TITLE, COPY = "Fiche sociale de suivi", "Saisie de rattrapage d’une fiche papier"
MAY, AUGUST, SEPTEMBER, OCTOBER = (date(2026, month, 12) for month in (5, 8, 9, 10))
KNOWN = {
    "evolution_sociale": "STABLE",
    "entourage": "SEUL",
    "situation_pro": "CHOMAGE",
    "ressources": "RSA",
    "couverture": "CSS",
}


@pytest.fixture
def sophie(team):
    """Housed by relatives in May, without a home in October; November has come."""
    patient = team.patient()
    for day, housing in ((MAY, "DURABLE_PROCHES"), (OCTOBER, "SDF")):
        team.clock.set(day, time(10))
        opened = fiches.start(team.travailleur_social, patient.id, "sociale_suivi")
        answers = {**KNOWN, "jour": day.isoformat(), "logement": housing}
        fiches.save(team.travailleur_social, opened, jour=day, answers=answers, complete=True)
    team.clock.set(date(2026, 11, 19), time(14))
    return patient


@pytest.fixture
def nadia(sit, sophie):
    hands = sit(Role.TRAVAILLEUR_SOCIAL)
    hands.go("dossier", patient_id=sophie.id, onglet="fiches")
    return hands


def printed(hands):
    """The text of the document in the preview, then back to the page."""
    preview = hands.dialog(PrintPreview)
    reader = PdfReader(BytesIO(preview._document.pdf))
    hands.click(preview.close_button)
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def copy(hands):
    """The sheet of September, its date first."""
    hands.click(hands.page.fiches.start_button)
    hands.choose_action(COPY, TITLE)
    hands.tab_to(hands.form.row("jour").field.editor)
    hands.write("12/09/2026")
    hands.key(Qt.Key.Key_Tab)


def test_that_a_blank_sheet_is_printed_with_what_is_known(nadia):
    nadia.click(nadia.page.fiches.start_button)
    nadia.choose_action(BLANK, TITLE)
    text = printed(nadia)
    assert "LÉGENDE" in text
    assert TITLE in text
    assert "Sans domicile" in text


def test_that_what_was_known_is_that_of_before_the_sheet(nadia):
    copy(nadia)
    assert nadia.page.news.title() == "Saisie de rattrapage"
    nadia.click(nadia.form.group_view().all_unchanged)
    assert nadia.form.answers["logement"] == "DURABLE_PROCHES"


def test_that_the_sheet_stands_at_its_true_date_and_says_it_was_copied(nadia):
    copy(nadia)
    nadia.click(nadia.form.group_view().all_unchanged)
    nadia.click_answer("evolution_sociale", "DEGRADE")
    nadia.key(Qt.Key.Key_Return, CONTROL)
    assert nadia.at() == "dossier"
    tab = nadia.page.fiches
    days = [ligne.fiche.jour for ligne in tab.model.rows()]
    assert days == [OCTOBER, SEPTEMBER, MAY]

    nadia.click_row(tab.view, 1)
    button = tab.reading.itemAt(0).widget().findChild(IconButton)
    nadia.click(button)
    nadia.click_action(SAVED)
    text = printed(nadia)
    assert "Recopiée d’une fiche papier" in text
    assert "12 septembre 2026" in text


def test_that_a_sheet_half_copied_is_taken_up_from_the_record(nadia):
    copy(nadia)
    nadia.click_answer("logement", "PRISON")
    nadia.key(Qt.Key.Key_Escape)
    nadia.click(nadia.page.header.tabs.tab("vue"))
    nadia.click(nadia.page.overview.alerts.banners()[0].action_button)
    assert nadia.form.answers["logement"] == "PRISON"
    assert nadia.page.news.title() == "Saisie de rattrapage"
