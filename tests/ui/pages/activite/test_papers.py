"""What is shown is printed, or written as a table where the person says."""

import pytest
from PySide6.QtWidgets import QFileDialog

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import journal
from microstructure_desktop.services.journal import Demande
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.pages.activite.papers import CSV, XLSX


def test_that_the_period_shown_is_printed(opened, people):
    page = opened(mois="2026-10")
    page.papers.print_button.click()
    page.desk.settle()
    preview = page.findChild(PrintPreview)
    assert preview.isVisible()
    assert preview._document.fichier == "activite-2026-10.pdf"
    page.leave()
    assert not preview.isVisible()


@pytest.mark.parametrize(("words", "ending"), [(XLSX, "xlsx"), (CSV, "csv")])
def test_that_a_table_is_written_and_noted(opened, people, tmp_path, words, ending):
    page = opened(mois="2026-10")
    told = []
    page.desk.context.events.notice_requested.connect(told.append)
    path = tmp_path / f"tableau.{ending}"
    dialog = asked(page, words)
    assert dialog.selectedFiles()[0].endswith(f"activite-2026-10.{ending}")
    answer(page, dialog, path)
    assert path.stat().st_size > 100
    assert told[-1].text.startswith("Le tableau est enregistré. Ce fichier n’est pas chiffré")
    assert journal.read(page.desk.office, Demande()).lignes[0].acces.detail == "activite"


def test_that_a_place_that_refuses_is_told(opened, people, tmp_path):
    page = opened(mois="2026-10")
    told = []
    page.desk.context.events.notice_requested.connect(told.append)
    answer(page, asked(page, CSV), tmp_path / "absent" / "x.csv")
    assert told[-1].kind == "danger"


def test_that_the_question_goes_with_the_page(opened, people):
    page = opened(mois="2026-10")
    dialog = asked(page, CSV)
    page.leave()
    assert not dialog.isVisible()


def asked(page, words):
    """The window of the system that asks where the table goes."""
    action = next(a for a in page.papers.menu.actions() if a.text() == words)
    action.trigger()
    page.desk.settle()
    return page.findChild(QFileDialog)


def answer(page, dialog, path):
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    page.desk.settle()


def test_that_the_menu_opens_under_its_button_for_who_may(opened, people):
    page = opened()
    page.papers.export_button.click()
    assert page.papers.menu.isVisible()
    page.papers.menu.close()
    assert not opened(Role.PSYCHIATRE).papers.export_button.isVisible()
