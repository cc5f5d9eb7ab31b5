"""A decision is read whole, and changed only while the meeting is open."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.synthese import TypeDecision
from microstructure_desktop.ui.pages.reunions.decision_row import DecisionRow, role_sign
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.tag import Tag
from tests.ui.a11y import problems

from .scenes import decision


def test_that_a_row_says_what_who_and_when(show, team):
    made = decision("Patch 21 mg", team.psychologue.membre.id, "avant le 04/12")
    row = show(DecisionRow(made, team.psychologue.membre, closed=False), 700, 60)
    assert row.findChild(Paragraph).text() == "Patch 21 mg"
    assert [x.text() for x in row.findChildren(Label)] == ["C. Modèle", "avant le 04/12"]
    assert problems(row) == []


def test_that_nobody_in_particular_is_the_team_and_no_date_no_tag(show):
    row = show(DecisionRow(decision("Patch"), None, closed=False), 700, 60)
    assert row.findChild(Label).text() == "Toute l’équipe"
    assert row.findChild(Tag) is None


def test_that_the_pencil_asks_and_is_gone_once_closed(qtbot, show):
    row = show(DecisionRow(decision("Patch"), None, closed=False), 700, 60)
    with qtbot.waitSignal(row.edit_clicked):
        row.edit_button.click()
    closed = show(DecisionRow(decision("Patch"), None, closed=True), 700, 60)
    assert not closed.edit_button.isVisible()


def test_that_each_role_has_its_sign(team, show):
    members = (None, team.medecin.membre, team.psychologue.membre)
    signs = [show(role_sign(membre), 18, 18).grab().toImage() for membre in members]
    assert signs[0] != signs[1] != signs[2] != signs[0]


def test_that_a_row_says_its_kind_its_day_and_what_it_leads_to(qtbot, show):
    made = replace(
        decision("Passer à domicile", None, "03/12/2026"),
        type=TypeDecision.VAD,
        echeance_jour=date(2026, 12, 3),
    )
    row = show(DecisionRow(made, None, closed=True, act="Prendre le rendez-vous"), 700, 80)
    assert [x.text() for x in row.findChildren(Tag)] == [
        "Visite à domicile",
        "jeu.\xa03\xa0déc.",
    ]
    assert row.findChild(Paragraph).width() > 200  # the link under it does not narrow it
    with qtbot.waitSignal(row.act_clicked):
        row.act_button.click()
    assert problems(row) == []
