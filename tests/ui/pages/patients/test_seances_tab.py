"""Every session, and what was shared of it."""

from datetime import date

import pytest

from microstructure_desktop.domain.consultation import Issue
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import dossiers
from microstructure_desktop.ui.pages.patients.seances_tab import SeancesTab, first_counts
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from tests.ui import a11y


@pytest.fixture
def tab(show, desk):
    return show(SeancesTab(desk.context), 900, 600)


def amend(tab):
    return next((b for b in tab.findChildren(Button) if b.text() == "Corriger"), None)


def words(tab):
    return [x.text() for kind in (Label, Paragraph) for x in tab.findChildren(kind)]


def test_that_the_last_session_is_read_with_themes_scale_and_note(desk, team, tab, sophie):
    team.seance(
        sophie.id, date(2026, 11, 12), themes=("SOMMEIL", "TRAVAIL"), evolution=6,
        note_partagee="Dort mieux.",
    )  # fmt: skip
    tab.show_dossier(dossiers.dossier(desk.office, sophie.id))
    said = words(tab)
    assert {"Sommeil, Travail", "6 sur 10", "Dort mieux."} <= set(said)
    assert any("jeudi 12" in w for w in said)
    assert a11y.problems(tab) == []


def test_that_answers_are_read_under_the_note(desk, team, tab, sophie):
    said = {"demarche_1": "LOGEMENT", "demarche_etat_1": "ABOUTIE"}
    team.seance(
        sophie.id,
        date(2026, 11, 9),
        Role.TRAVAILLEUR_SOCIAL,
        note_partagee="Bail signé.",
        reponses={"seance_sociale": said},
    )
    tab.show_dossier(dossiers.dossier(desk.office, sophie.id))
    read = words(tab)
    assert {"Démarche", "Logement ou hébergement · Aboutie"} <= set(read)
    assert read.index("Démarche") > read.index("Note partagée")
    assert a11y.problems(tab) == []


def test_that_only_its_author_corrects_a_session(qtbot, desk, tab, followed):
    dossier = dossiers.dossier(desk.office, followed.id)
    tab.show_dossier(dossier)
    with qtbot.waitSignal(tab.route_chosen) as chosen:
        amend(tab).click()
    assert chosen.args[0]["consultation_id"] == dossier.seances[0].consultation.id
    tab.choose(dossier.seances[1].consultation.id)
    assert amend(tab) is None


def test_that_an_absence_is_said_and_has_no_note(desk, team, tab, sophie):
    team.seance(sophie.id, date(2026, 11, 5), issue=Issue.ABSENT_NON_EXCUSE)
    tab.show_dossier(dossiers.dossier(desk.office, sophie.id))
    assert "Absente" in words(tab)
    assert "Aucune note partagée." in words(tab)


def test_that_an_empty_list_says_what_the_first_counts_as(desk, team, tab, sophie):
    dossier = dossiers.dossier(desk.office, sophie.id)
    tab.show_dossier(dossier)
    assert tab.empty.isVisible()
    assert first_counts(dossier, Role.PSYCHOLOGUE) == "La première comptera comme 1ʳᵉ sur 6."
    assert first_counts(dossier, Role.PSYCHIATRE) == ""
    outside = team.patient(programme="MSMA_HORS_FORFAIT")
    assert first_counts(dossiers.dossier(desk.office, outside.id), Role.PSYCHOLOGUE) == ""


def test_that_only_its_author_is_told_of_a_personal_note(desk, team, tab, sophie):
    team.seance(sophie.id, date(2026, 11, 12), note_personnelle="pour moi")
    team.seance(sophie.id, date(2026, 11, 9), Role.TRAVAILLEUR_SOCIAL, note_personnelle="pour elle")
    dossier = dossiers.dossier(desk.office, sophie.id)
    tab.show_dossier(dossier)
    assert any(w.startswith("Votre note personnelle") for w in words(tab))
    assert not any("pour moi" in w for w in words(tab))
    tab.choose(dossier.seances[1].consultation.id)
    assert not any("personnelle" in w for w in words(tab))


def test_that_a_session_has_its_history_and_is_cancelled_from_its_card(desk, team, tab, sophie):
    done = team.seance(sophie.id, date(2026, 11, 12))
    tab.show_dossier(dossiers.dossier(desk.office, sophie.id))
    more = next(b for b in tab.findChildren(IconButton) if "Autres actions" in b.accessibleName())
    more.click()
    assert (tab.menu.target.entity, tab.menu.target.mine) == (done.id, True)
    tab.menu.hide()
    tab.menu.cancel_action.trigger()
    tab.menu.cancelling.dialog.edit.setText("Mauvais dossier")
    tab.menu.cancelling.dialog.accept()
    desk.settle()
    assert dossiers.dossier(desk.office, sophie.id).seances == ()
