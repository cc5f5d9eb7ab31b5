"""A doctor copies a scale from its sheet, twice, then describes what somebody consumes."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.ui.pages.patients.scale_chooser import ScaleChooser

MARCH, NOVEMBER = date(2026, 3, 12), date(2026, 11, 19)
MOST_CLICKS, MOST_KEYS = 2, 11
HIGH = (4, 3, 3, 2, 2, 1, 2, 1, 2, 4)  # 24
LOW = (3, 1, 1, 0, 1, 0, 1, 0, 2, 0)  # 9
DIGITS = (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)


@pytest.fixture
def paul(team, sit):
    team.clock.set(MARCH, time(10))
    return sit(Role.MEDECIN)


@pytest.fixture
def sophie(team):
    return team.patient()


def score(hands, figures):
    """From the patient's page: the scale in its list, then its figures and Enter."""
    hands.click(hands.page.header.score_button)
    chooser = hands.dialog(ScaleChooser)
    row = [form.title for form in chooser.model.rows()].index("AUDIT")
    hands.click_row(chooser.view, row)
    assert hands.at() == "fiche"
    for figure in figures:
        hands.key(DIGITS[figure])
    hands.key(Qt.Key.Key_Return)
    assert hands.at() == "dossier"


def test_that_a_scale_costs_two_clicks_and_eleven_keys(paul, sophie, counted):
    paul.go("dossier", patient_id=sophie.id)
    counted.clicks = counted.keys = 0
    score(paul, HIGH)
    assert (counted.clicks, counted.keys) == (MOST_CLICKS, MOST_KEYS)


def test_that_a_scale_needs_no_mouse(paul, sophie, counted):
    paul.go("dossier", patient_id=sophie.id)
    paul.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    paul.write("audit")
    paul.key(Qt.Key.Key_Return)
    for figure in LOW:
        paul.key(DIGITS[figure])
    paul.key(Qt.Key.Key_Return)
    assert paul.at() == "dossier"
    assert counted.clicks == 0


def test_that_a_second_score_is_drawn_beside_the_first(team, paul, sophie):
    paul.go("dossier", patient_id=sophie.id)
    score(paul, HIGH)
    assert not paul.page.overview.echelle.isVisible()
    team.clock.set(NOVEMBER, time(10))
    score(paul, LOW)
    card = paul.page.overview.echelle
    assert card.isVisible()
    assert card.title.text() == "AUDIT"
    paul.click(card.more_button)
    serie = paul.page.evolution.chosen()
    assert [(m.jour, m.valeur) for m in serie.mesures] == [(MARCH, 24), (NOVEMBER, 9)]
    assert paul.page.evolution.isVisible()


def test_that_products_show_their_rows_and_nothing_about_them_is_asked(team, paul, sophie):
    paul.go("dossier", patient_id=sophie.id)
    paul.go("fiche", patient_id=sophie.id, form_id="medicale_entree")
    paul.click(paul.page.nav.button("produits"))
    assert paul.form.row("produit_2") is None
    paul.click_answer("produit_1", "ALCOOL")
    paul.click_answer("produit_2", "CANNABIS")
    assert paul.form.row("produit_3").isVisible()
    paul.click_answer("frequence_1", "QUOTIDIENNE")
    paul.click(paul.page.nav.button("consommations"))
    shown = {item_id for item_id, line in paul.form.group_view().rows.items() if line.isVisible()}
    assert {"verres_jour", "ivresses_mois", "joints_jour"} <= shown
    assert "cigarettes_jour" not in shown
    paul.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert paul.at() == "dossier"
    with team.psychologue.store.read() as work:
        (made,) = work.fiches.of(sophie.id)
    assert made.complete
    said = {"produit_1": "ALCOOL", "produit_2": "CANNABIS", "frequence_1": "QUOTIDIENNE"}
    assert made.answers == {"jour": MARCH.isoformat(), "duree_min": 45, **said}
