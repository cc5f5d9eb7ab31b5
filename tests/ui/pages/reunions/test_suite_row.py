"""An old decision says whose it is and since when, and asks what became of it."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.synthese import Suite
from microstructure_desktop.ui.pages.reunions.suite_row import SuiteRow
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.tag import Tag
from tests.ui.a11y import problems


def test_that_the_row_tells_the_whole_decision(show, opened, names):
    (reprise,) = opened.synthese.reprises
    row = show(SuiteRow(reprise, names, named=True, asked=True), 800, 60)
    told = [p.text() for p in row.findChildren(Paragraph)]
    assert told == ["Appeler la MDPH", "Dr Exemple · décidé le 22\xa0octobre"]
    assert row.suites.value() == "a_faire"
    assert problems(row) == []


def test_that_the_answer_is_told_with_the_decision(qtbot, show, opened, names):
    (reprise,) = opened.synthese.reprises
    row = show(SuiteRow(reprise, names, named=False, asked=True), 800, 60)
    with qtbot.waitSignal(row.suite_chosen) as told:
        row.suites.part("faite").click()
    assert told.args == [reprise.decision.id, Suite.FAITE]


def test_that_a_suite_known_already_is_only_shown(show, opened, names):
    (reprise,) = opened.synthese.reprises
    done = replace(reprise, decision=replace(reprise.decision, suite=Suite.ABANDONNEE))
    row = show(SuiteRow(done, names, named=False, asked=False), 800, 60)
    assert not row.suites.isVisible()
    assert row.findChild(Tag).text() == "Abandonnée"
    waiting = show(SuiteRow(reprise, names, named=False, asked=False), 800, 60)
    assert waiting.findChild(Tag) is None


def test_that_a_decision_of_nobody_is_the_team_s(show, opened, names):
    (reprise,) = opened.synthese.reprises
    shared = replace(reprise, decision=replace(reprise.decision, qui=None, echeance="lundi"))
    row = show(SuiteRow(shared, names, named=False, asked=True), 800, 60)
    caption = row.findChildren(Paragraph)[1].text()
    assert caption == "Toute l’équipe · lundi · décidé le 22\xa0octobre"


def test_that_what_was_done_since_says_when_and_by_whom(show, opened, names):
    (reprise,) = opened.synthese.reprises
    done = replace(reprise.decision, suite=Suite.FAITE)
    by = opened.synthese.redacteur
    told = replace(reprise, decision=done, dite_le=date(2026, 11, 5), dite_par=by, note="Reçu")
    row = show(SuiteRow(told, names, named=True, asked=True), 800, 60)
    said = f"faite le 5\xa0novembre par {names.membres[by].nom_affiche} · Reçu"
    assert row.findChildren(Paragraph)[1].text().endswith(said)
    assert row.suites.value() == "faite"
    back = replace(told, decision=reprise.decision)
    row = show(SuiteRow(back, names, named=True, asked=True), 800, 60)
    assert row.findChildren(Paragraph)[1].text().endswith("décidé le 22\xa0octobre")
