"""A psychologist scores a depression scale that raises an alarm, and ends a follow-up."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role

from .hands import CONTROL

FOLLOW_UP, LAST = "psychologique_suivi", "psychologique_fin"
PHQ_9 = (1, 2, 1, 0, 1, 2, 0, 1, 1)  # the ninth row raises the alarm
DIGITS = (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2)
MOST_CLICKS = 15


@pytest.fixture
def claire(sit):
    return sit(Role.PSYCHOLOGUE)


@pytest.fixture
def sophie(team):
    patient = team.patient()
    team.seance(patient.id, date(2026, 11, 5))
    return patient


def saved(team, patient):
    with team.psychologue.store.read() as work:
        return work.fiches.of(patient.id)


def show_rubric(hands, rubric):
    while hands.form.current != rubric:
        hands.key(Qt.Key.Key_PageDown, CONTROL)


def shown(hands):
    return {item_id for item_id, line in hands.form.group_view().rows.items() if line.isVisible()}


def score(hands):
    show_rubric(hands, "echelles")
    hands.tab_to(hands.form.row("echelles_a_coter").field.editor)
    hands.key(Qt.Key.Key_Space)
    hands.answer("echelle_phq9", *(DIGITS[figure] for figure in PHQ_9))


def test_that_the_ninth_row_of_the_scale_asks_what_is_done_now(team, claire, sophie, counted):
    claire.go("dossier", patient_id=sophie.id)
    claire.go("fiche", patient_id=sophie.id, form_id=FOLLOW_UP)
    claire.answer("evolution_psychique", Qt.Key.Key_3)
    score(claire)
    show_rubric(claire, "securite")
    for item_id in ("rud_risque", "rud_urgence", "rud_dangerosite"):
        claire.answer(item_id, Qt.Key.Key_1)
    assert {"securite_suite", "securite_prevenus"} <= shown(claire)

    claire.key(Qt.Key.Key_Return, CONTROL)
    assert claire.at() == "fiche"
    asked = [link.text().partition("\xa0:")[0] for link in claire.page.summary.links()]
    assert asked == ["Suite donnée aujourd’hui", "Qui est prévenu"]

    claire.answer("securite_suite", Qt.Key.Key_1)
    claire.tab_to(claire.form.row("securite_conduite").field.editor)
    claire.write("Appel à sa sœur, revue demain matin.")
    claire.answer("securite_prevenus", Qt.Key.Key_Space)
    claire.key(Qt.Key.Key_Return, CONTROL)
    assert claire.at() == "dossier"
    (made,) = saved(team, sophie)
    assert made.complete
    assert made.answers["securite_suite"] == "ACTION"
    assert made.answers["securite_conduite"].startswith("Appel")
    assert counted.clicks == 0


def test_that_an_answer_taken_back_takes_the_alarm_back(claire, sophie):
    claire.go("dossier", patient_id=sophie.id)
    claire.go("fiche", patient_id=sophie.id, form_id=FOLLOW_UP)
    score(claire)
    claire.key(Qt.Key.Key_Up)
    claire.key(Qt.Key.Key_0)
    show_rubric(claire, "securite")
    assert "securite_suite" not in shown(claire)


def test_that_a_follow_up_ends_with_its_fiche_in_fifteen_clicks(team, claire, sophie, counted):
    claire.go("dossier", patient_id=sophie.id)
    counted.clicks = 0
    claire.click(claire.page.header.menu_button)
    claire.click_action("Terminer le suivi")
    pane = claire.page.pane
    motif = pane.fields.editor("motif")
    claire.click(motif)
    claire.click_row(motif.view(), motif.findData("OBJECTIFS_ATTEINTS"))
    claire.click(pane.save_button)
    claire.click(claire.window.toast.action_button)
    page = claire.page
    assert claire.form.answers["motif_fin"] == "OBJECTIFS_ATTEINTS"

    claire.click_answer("evolution_psychique", "AMELIORE")
    claire.click(page.nav.button("securite"))
    for item_id in ("rud_risque", "rud_urgence", "rud_dangerosite"):
        claire.click_answer(item_id, "FAIBLE")
    claire.click(page.nav.button("suites"))
    claire.click_answer("relais_psy", "CMP")
    claire.click(page.complete_button)
    assert counted.clicks <= MOST_CLICKS
    assert claire.at() == "dossier"
    (made,) = saved(team, sophie)
    assert (made.form, made.complete) == (LAST, True)
    assert made.answers["relais_psy"] == ["CMP"]
