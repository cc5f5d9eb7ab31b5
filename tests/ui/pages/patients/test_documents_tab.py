"""The papers of a record: read, opened, added to, corrected."""

from datetime import date
from functools import partial

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import corbeille, dossiers, lettres, pieces
from microstructure_desktop.services.lettres import LettreSaisie
from microstructure_desktop.services.patients import Formulaire
from microstructure_desktop.services.pieces import PieceSaisie
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.patients.documents_tab import DocumentsTab
from tests.cabinet import TODAY
from tests.reports import received
from tests.services.cases import oppose
from tests.ui import a11y
from tests.ui.desk import make_desk

SAISIE = PieceSaisie("Bilan sanguin", "ANALYSE", date(2026, 11, 12))
LETTRE = LettreSaisie("orientation", TODAY, "Objet", "Corps", "CMP", accord=TODAY)


@pytest.fixture
def papers(desk, sophie):
    made = pieces.ajouter(desk.office, sophie.id, SAISIE, received.png())
    return made, lettres.ecrire(desk.office, sophie.id, LETTRE)


@pytest.fixture
def tab(show, desk, sophie, papers):
    made = show(DocumentsTab(desk.context), 900, 700)
    made.show_dossier(dossiers.dossier(desk.office, sophie.id))
    desk.settle()
    return made


def ids(tab):
    return [p.id for p in tab.papers.model.rows()]


def test_that_what_was_written_and_received_is_there_latest_first(tab, papers):
    document, lettre = papers
    assert a11y.problems(tab) == []
    assert ids(tab) == [lettre.id, document.id]


def test_that_each_form_is_one_click_away(qtbot, tab, sophie, papers):
    for button, form in (
        (tab.add_button, Formulaire.DOCUMENT),
        (tab.write_button, Formulaire.LETTRE),
    ):
        with qtbot.waitSignal(tab.route_chosen) as chosen:
            button.click()
        assert chosen.args[0] == Route("dossier", patient_id=sophie.id, formulaire=form.value)
    with qtbot.waitSignal(tab.route_chosen) as chosen:
        tab.papers.edit_asked.emit(papers[0])
    assert chosen.args[0]["papier"] == papers[0].id


def test_that_a_picture_is_shown_on_a_page_and_copied_as_it_came(tab, desk, papers):
    tab.papers.open_asked.emit(papers[0])
    desk.settle()
    assert tab.preview._document.pdf.startswith(b"%PDF-")
    assert tab.preview._copy.pdf == received.png()
    assert tab.preview.save_button.text() == "Enregistrer une copie…"
    tab.preview.reject()


def test_that_a_letter_is_shown_as_it_will_be_printed(tab, desk, papers):
    tab.papers.open_asked.emit(papers[1])
    desk.settle()
    assert tab.preview.header.title.text() == "Lettre d’orientation"
    tab.preview.reject()


def test_that_one_asked_for_by_name_is_shown(tab, desk, sophie, papers):
    tab.choose(papers[0].id)
    tab.show_dossier(dossiers.dossier(desk.office, sophie.id))
    desk.settle()
    assert tab.papers.chosen().id == papers[0].id


def test_that_one_cancelled_leaves_the_list(tab, desk, papers):
    cancel = partial(corbeille.cancel, entity=papers[0].id, motif="Mauvais dossier")
    desk.context.worker.run(cancel)
    desk.settle()
    assert ids(tab) == [papers[1].id]


def test_that_what_is_closed_is_not_there(team, theme, show, sophie, papers):
    oppose(team, sophie)
    desk = make_desk(team, theme, Role.MEDECIN)
    tab = show(DocumentsTab(desk.context), 900, 700)
    tab.show_dossier(dossiers.dossier(desk.office, sophie.id))
    desk.settle()
    assert ids(tab) == []
    tab.papers.open_asked.emit(papers[0])
    desk.settle()
    assert "Partage limité" in tab.banner.title()


def test_that_somebody_else_is_never_shown_with_these(tab, desk, team):
    other = team.patient("Autre", "Alix")
    tab.show_dossier(dossiers.dossier(desk.office, other.id))
    assert ids(tab) == []
