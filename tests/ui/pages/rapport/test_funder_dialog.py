"""A grant is typed; what is wrong is said at its field."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services import rapport_saisie
from microstructure_desktop.services.rapport_saisie import FinancementSaisi, FundingUnusable
from microstructure_desktop.ui.pages.rapport.funder_dialog import FunderDialog, cents
from tests.ui import a11y


@pytest.fixture
def dialog(desk, show):
    def shown(known=None):
        made = FunderDialog(show(QWidget(), 1024, 760), desk.context, 2025, known)
        made.open()
        return made

    return shown


def test_that_a_grant_is_asked_to_be_kept(qtbot, dialog):
    made = dialog()
    assert a11y.problems(made) == []
    made.usual.chip("Département").click()
    assert made.who.text() == "Département"
    made.amount.setText("12 000")
    with qtbot.waitSignal(made.asked) as asked:
        made.save_button.click()
    assert asked.args == [
        FinancementSaisi("Département", "", 12_000_00, date(2025, 1, 1), date(2025, 12, 31))
    ]
    made.refuse(FundingUnusable())
    assert made.fields["financeur"].error_text.startswith("Ce financement ne peut pas")
    made.close_saved()
    assert not made.isVisible()


@pytest.mark.parametrize(
    ("name", "typed", "field", "said"),
    [
        ("who", "", "financeur", "Entrez le financeur"),
        ("amount", "beaucoup", "montant", "Entrez le montant en euros"),
        ("amount", "0", "montant", "Entrez le montant en euros"),
        ("first", "bientôt", "du", "Écrivez une date comme 31/12/2025."),
        ("last", "", "au", "Entrez le dernier jour"),
        ("last", "01/01/2024", "au", "Le dernier jour doit suivre le premier."),
    ],
)
def test_that_a_bad_field_is_said(qtbot, dialog, name, typed, field, said):
    made = dialog()
    made.who.setText("ARS")
    made.amount.setText("829")
    getattr(made, name).setText(typed)
    with qtbot.assertNotEmitted(made.asked):
        made.save_button.click()
    assert [n for n, f in made.fields.items() if f.error_text] == [field]
    assert made.fields[field].error_text.startswith(said)
    assert made.focusWidget() is made.fields[field].editor
    assert a11y.problems(made) == []


def test_that_a_known_one_is_corrected(desk, dialog):
    saisi = FinancementSaisi("ARS", "Temps", 1_250_50, date(2025, 1, 1), date(2025, 6, 30), "x")
    known = rapport_saisie.financer(desk.office, saisi)
    made = dialog(known)
    assert made.amount.text() == "1\u202f250,50"
    assert made.saisi() == FinancementSaisi(
        "ARS", "Temps", 1_250_50, date(2025, 1, 1), date(2025, 6, 30), "x", known.id
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("12 000", 12_000_00),
        ("12\u202f000,5 €", 12_000_50),
        ("829.05", 829_05),
        ("1,234", None),
        ("-5", None),
        ("", None),
        ("٣", None),
    ],
)
def test_that_an_amount_is_read_as_people_type_it(typed, found):
    assert cents(typed) == found
