"""In January the team completes last year's report, writes in it, and prints it."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.services import documents, rapport_brouillons
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview

from .hands import CONTROL
from .killed_report import JANUARY, TEXT
from .power_cut import after_killing

TO_PRINT = 4


@pytest.fixture
def claire(team, sit):
    """She met somebody in June; it is the second week of January."""
    sophie = team.patient()
    team.seance(sophie.id, date(2026, 6, 9))
    team.clock.set(JANUARY, time(9))
    return sit(Role.PSYCHOLOGUE)


def test_that_a_line_of_the_checklist_leads_to_the_month_and_closes_it(claire):
    claire.click(claire.window.sidebar.button("activite"))
    claire.click(claire.named("Rapport annuel", claire.page))
    assert claire.page.header.title.text() == "Rapport annuel 2026"
    month = next(b for b in claire.page.checklist.buttons() if b.text() == "Juin\xa02026")
    claire.click(month)
    assert claire.at() == "activite"
    assert claire.page.header.subtitle.text() == "Juin\xa02026"
    claire.click(claire.named("Clôturer le mois"))
    claire.window.context.navigator.back()
    claire.settle()
    assert claire.at() == "rapport"
    left = [b.text() for b in claire.page.checklist.buttons()]
    assert "Juin\xa02026" not in left
    assert "Juillet\xa02026" in left


def test_that_a_comment_is_written_and_printed_by_keys(claire):
    claire.go("rapport")
    claire.tab_to(claire.page.nav)
    claire.key(Qt.Key.Key_Down)  # the first section
    claire.tab_to(claire.page.part.comment.area.editor)
    claire.write("Une année de plus.")
    claire.key(Qt.Key.Key_P, CONTROL)
    preview = claire.dialog(PrintPreview)
    assert documents.page_count(preview._document.pdf) > 1
    with claire.desk.office.store.read() as work:
        (said,) = work.commentaires.de_l_annee(2026)
    assert (said.section, said.texte) == (Section.IDENTITE, "Une année de plus.")
    preview.reject()


def test_that_four_clicks_print_the_report(claire, counted):
    counted.clicks = 0
    claire.click(claire.window.sidebar.button("activite"))
    claire.click(claire.named("Rapport annuel", claire.page))
    claire.click(claire.page.print_button)
    assert counted.clicks <= TO_PRINT
    claire.dialog(PrintPreview).reject()


def test_that_what_was_being_typed_survives_a_power_cut(team):
    with after_killing("killed_report", team, "2026") as office:
        begun = rapport_brouillons.commences(office, 2026)
        with office.store.read() as work:
            assert work.commentaires.de_l_annee(2026) == []
    assert begun == {Section.PERSPECTIVES: TEXT}
