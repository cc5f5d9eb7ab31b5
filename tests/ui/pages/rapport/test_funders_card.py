"""Who funds the microstructure: the amounts, the part of the year, what can be done."""

from datetime import date

import pytest

from microstructure_desktop.services import rapport_saisie
from microstructure_desktop.services.rapport_saisie import FinancementSaisi
from microstructure_desktop.ui.pages.rapport.funders_card import FundersCard
from microstructure_desktop.ui.widgets.buttons import IconButton
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.ui import a11y

ARS = FinancementSaisi("ARS", "Fonctionnement", 36_500_00, date(2025, 7, 1), date(2026, 6, 30))
TOWN = FinancementSaisi("Commune", "", 1_500_50, date(2026, 1, 1), date(2026, 12, 31), "local")


@pytest.fixture
def card(desk, show):
    def shown(*saisis, may_write=True):
        for saisi in saisis:
            rapport_saisie.financer(desk.office, saisi)
        made = FundersCard(2026, may_write=may_write)
        made.show_grants(rapport_saisie.financements(desk.office, 2026))
        return show(made, 760, 300)

    return shown


def told(made):
    return [w.text() for kind in (Label, Paragraph) for w in made.findChildren(kind)]


def test_that_each_grant_says_its_part_of_the_year(card):
    made = card(ARS, TOWN)
    assert a11y.problems(made) == []
    words = told(made)
    assert "Fonctionnement · du 01/07/2025 au 30/06/2026" in words
    assert "local · du 01/01/2026 au 31/12/2026" in words
    # 181 days of 365, at 100 € a day
    assert {"36\u202f500\xa0€", "18\u202f100\xa0€ sur 2026", "1\u202f500,50\xa0€"} <= set(words)
    assert made.total.text() == "Sur 2026\xa0: 19\u202f600,50\xa0€"


def test_that_nobody_is_said_too(card):
    made = card()
    assert "Aucun financeur noté pour cette année." in told(made)
    assert not made.total.isVisible()


def test_that_each_act_tells_its_grant(qtbot, card):
    made = card(ARS)
    acts = {b.toolTip(): b for b in made.findChildren(IconButton)}
    for verb, asked in (("Corriger", made.edit_asked), ("Retirer", made.remove_asked)):
        with qtbot.waitSignal(asked) as heard:
            acts[f"{verb}\xa0: ARS"].click()
        assert heard.args[0].financeur == "ARS"
    with qtbot.waitSignal(made.add_asked):
        made.add_button.click()


def test_that_who_only_reads_changes_nothing(card):
    made = card(ARS, may_write=False)
    assert not made.add_button.isVisible()
    assert made.findChildren(IconButton) == []
