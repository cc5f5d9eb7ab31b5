"""A document is seen before it is printed; nothing is written unless somebody says where."""

import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QFileSystemWatcher, Qt, QTemporaryFile, QThreadPool
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from microstructure_desktop.domain.acces import Action, Filtre
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import documents
from microstructure_desktop.ui.dialogs.print_preview import PrintPreview
from microstructure_desktop.ui.dialogs.printing import NoPrinter, NotPrinted
from tests.ui.a11y import problems
from tests.ui.desk import make_desk

from . import papers

DOCUMENT = papers.document()
COUNT = documents.page_count(DOCUMENT.pdf)


def noted(desk):
    """What the access log says since the session began."""
    with desk.office.store.read() as work:
        actions = [x.action for x in work.acces.page(Filtre(), None, 100)]
    return actions[: actions.index(Action.CONNEXION)]


@pytest.fixture
def window(qtbot, theme):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 860)
    made.show()
    return made


@pytest.fixture
def desk(team, theme):
    made = make_desk(team, theme, Role.MEDECIN)
    yield made
    made.context.worker.drain()


@pytest.fixture
def preview(qtbot, window, desk):
    made = PrintPreview(DOCUMENT, desk.context, window)
    made.open()
    qtbot.waitUntil(made.sheets.is_drawn)
    yield made
    made.reject()


def test_that_every_page_is_shown_and_counted(qtbot, preview):
    assert preview.sheets.count() == COUNT
    assert preview.header.title.text() == "Compte rendu"
    assert preview.header.subtitle.text() == f"Page 1 sur {COUNT}"
    qtbot.keyClick(preview.sheets, Qt.Key.Key_PageDown)
    assert preview.header.subtitle.text() == f"Page 2 sur {COUNT}"
    assert problems(preview) == []


def test_that_the_window_names_nothing(preview):
    assert preview.windowTitle() == "Microstructure"


def test_that_a_wider_page_is_drawn_anew(qtbot, preview):
    before = preview.sheets._paper.pictures[0].width()
    preview.zoom.part("largeur").click()
    qtbot.waitUntil(lambda: preview.sheets._paper.pictures[0].width() > before)


def test_that_the_keyboard_is_on_the_pages_and_escape_closes(qtbot, preview):
    qtbot.waitUntil(preview.sheets.hasFocus)
    with qtbot.waitSignal(preview.rejected):
        qtbot.keyClick(preview, Qt.Key.Key_Escape)
    assert preview.sheets.count() == 0  # the pictures are forgotten


def test_that_opening_neither_asks_for_printers_nor_loads_printing(tmp_path):
    code = (
        "import sys;"
        "from microstructure_desktop.ui.dialogs import print_preview;"
        "print('PySide6.QtPrintSupport' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"


def test_that_no_printer_leads_to_the_file(preview):
    preview.print_button.click()
    assert not preview.print_button.isEnabled()
    preview._on_not_printed(NoPrinter())
    assert preview.print_button.isEnabled()
    assert preview.banner.title() == "Aucune imprimante n’est installée sur cet ordinateur."
    preview.banner.action_button.click()
    assert preview.findChild(QFileDialog) is not None


def test_that_a_preview_is_closed_while_printers_are_looked_for(preview, monkeypatch):
    asked, answer = Event(), Event()

    def slow() -> list[str]:
        asked.set()
        answer.wait(20)
        return ["Bureau"]

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", slow)
    preview.print_button.click()
    assert asked.wait(20)
    preview.reject()
    assert not answer.is_set()
    answer.set()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert preview.findChild(QPrintDialog) is None


def printing_to(preview, file):
    preview._on_printers_found()
    dialog = preview.findChild(QPrintDialog)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(file)
    return dialog


def test_that_the_printer_chosen_gets_the_document(qtbot, preview, desk, tmp_path):
    dialog = printing_to(preview, str(tmp_path / "paper.pdf"))
    assert dialog.isVisible()
    assert (dialog.minPage(), dialog.maxPage()) == (1, COUNT)
    dialog.accepted.emit(dialog.printer())
    assert preview.banner.title() == "Impression en cours…"
    qtbot.waitUntil(lambda: "est enregistré" in preview.banner.title(), timeout=20_000)
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    dialog.reject()


def test_that_printing_to_a_file_is_told_and_noted_as_writing_one(qtbot, preview, desk, tmp_path):
    dialog = printing_to(preview, str(tmp_path / "paper.pdf"))
    dialog.accepted.emit(dialog.printer())
    told = f"Le PDF est enregistré dans « {tmp_path.name} »."
    qtbot.waitUntil(lambda: preview.banner.title() == told, timeout=20_000)
    assert "pas chiffré" in preview.banner._text.text()
    assert noted(desk) == [Action.ENREGISTREMENT_PDF]
    dialog.reject()


def test_that_what_is_sent_to_a_printer_is_noted_as_printed(qtbot, preview, desk):
    dialog = printing_to(preview, "")
    dialog.accepted.emit(dialog.printer())
    qtbot.waitUntil(lambda: preview.banner.title() != "Impression en cours…", timeout=20_000)
    assert noted(desk) == [Action.IMPRESSION]
    dialog.reject()


def test_that_the_copy_that_printing_leaves_is_told(preview):
    preview._on_printed()
    assert "envoyé à l’imprimante" in preview.banner.title()
    assert "garde une copie lisible" in preview.banner._text.text()


def test_that_giving_up_in_the_dialog_prints_and_notes_nothing(preview, desk):
    preview._on_printers_found()
    preview.findChild(QPrintDialog).reject()
    assert not preview._news.isVisible()
    assert preview.print_button.isEnabled()
    assert noted(desk) == []


def test_that_printing_can_be_stopped_from_the_banner(qtbot, preview, tmp_path):
    dialog = printing_to(preview, str(tmp_path / "paper.pdf"))
    dialog.printer().setCopyCount(60)
    dialog.accepted.emit(dialog.printer())
    assert preview.banner.action_button.text() == "Arrêter l’impression"
    preview.banner.action_button.click()
    qtbot.waitUntil(lambda: "est arrêtée" in preview.banner.title(), timeout=20_000)
    dialog.reject()


def test_that_a_failed_print_is_told(preview):
    preview._on_not_printed(NotPrinted())
    assert preview.banner.title() == "L’impression n’a pas pu commencer."


def test_that_the_file_proposed_names_no_patient(preview):
    preview.save_button.click()
    dialog = preview.findChild(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "synthese-2026-11.pdf"
    assert "clé chiffrée plutôt que sur le bureau" in dialog.windowTitle()
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave


def test_that_the_file_is_written_where_the_person_said(qtbot, preview, desk, tmp_path):
    target = tmp_path / "Bureau" / "cr.pdf"
    target.parent.mkdir()
    preview.save_button.click()
    with qtbot.waitSignal(preview.saved):
        preview.findChild(QFileDialog).fileSelected.emit(str(target))
    assert target.read_bytes() == DOCUMENT.pdf
    assert preview.banner.title() == "Le PDF est enregistré dans « Bureau »."
    assert "pas chiffré" in preview.banner._text.text()
    assert noted(desk) == [Action.ENREGISTREMENT_PDF]


def test_that_a_file_written_while_the_dialog_closes_is_noted_once(preview, desk, tmp_path):
    preview._on_file_chosen(str(tmp_path / "cr.pdf"))
    preview.reject()
    assert (tmp_path / "cr.pdf").exists()
    assert noted(desk) == [Action.ENREGISTREMENT_PDF]


def test_that_a_place_that_refuses_is_told_and_another_offered(qtbot, preview, desk, tmp_path):
    with qtbot.waitSignal(preview.not_saved):
        preview._on_file_chosen(str(tmp_path / "absent" / "cr.pdf"))
    assert "pas pu être enregistré" in preview.banner.title()
    assert preview.banner.action_button.text() == "Enregistrer ailleurs…"
    assert noted(desk) == []


@pytest.fixture
def passing(tmp_path, monkeypatch):
    """The only folder for temporary files, and what appeared in it, be it for an instant."""
    folder = tmp_path / "passage"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    watcher = QFileSystemWatcher([str(folder)])
    seen = []
    watcher.directoryChanged.connect(lambda _folder: seen.append(list(folder.iterdir())))
    yield folder, seen, watcher
    watcher.removePath(str(folder))  # it goes with the test
    monkeypatch.undo()
    tempfile.tempdir = None


def test_that_a_temporary_file_would_be_seen(qtbot, passing):
    folder, seen, _watcher = passing
    file = QTemporaryFile()
    assert file.open()
    assert Path(file.fileName()).parent == folder
    file.remove()
    with tempfile.NamedTemporaryFile():
        pass
    qtbot.waitUntil(lambda: bool(seen))


def test_that_neither_the_preview_nor_printing_makes_a_temporary_file(
    qtbot, window, desk, tmp_path, passing
):
    folder, seen, _watcher = passing
    preview = PrintPreview(DOCUMENT, desk.context, window)
    preview.open()
    qtbot.waitUntil(preview.sheets.is_drawn)
    dialog = printing_to(preview, str(tmp_path / "paper.pdf"))
    dialog.accepted.emit(dialog.printer())
    qtbot.waitUntil(lambda: "est enregistré" in preview.banner.title(), timeout=20_000)
    with qtbot.waitSignal(preview.saved):
        preview._on_file_chosen(str(tmp_path / "cr.pdf"))
    dialog.reject()
    preview.reject()
    QApplication.processEvents()
    assert seen == []
    assert list(folder.iterdir()) == []
    assert {p.name for p in tmp_path.iterdir() if p.is_file()} == {"paper.pdf", "cr.pdf"}


def test_that_a_small_window_holds_the_preview(qtbot, desk):
    small = QWidget()
    qtbot.addWidget(small)
    small.resize(640, 480)
    preview = PrintPreview(DOCUMENT, desk.context, small)
    assert preview.width() <= 640
    preview.done(0)


def test_that_a_discreet_screen_hides_the_pages_until_asked(qtbot, preview, desk):
    desk.context.discretion.switch(on=True)
    assert not preview.sheets.isVisible()
    assert not preview.zoom.isVisible()
    assert not preview.header.subtitle.isVisible()
    assert preview.print_button.isEnabled()
    qtbot.waitUntil(preview.veil.action_button.hasFocus)
    assert problems(preview) == []
    preview.veil.action_button.click()
    assert preview.sheets.isVisible()
    assert preview.sheets.is_drawn()
    assert not preview.veil.isVisible()
    qtbot.waitUntil(preview.sheets.hasFocus)


def test_that_a_document_about_somebody_opens_hidden_and_a_blank_one_does_not(qtbot, window, desk):
    desk.context.discretion.switch(on=True)
    hidden = PrintPreview(DOCUMENT, desk.context, window)
    blank = PrintPreview(replace(DOCUMENT, nominatif=False), desk.context, window)
    for preview in (hidden, blank):
        preview.open()
        preview.done(0)
    assert hidden.sheets.isHidden()
    assert not blank.sheets.isHidden()


def test_that_a_document_received_is_copied_as_it_came(qtbot, window, desk, tmp_path):
    copy = replace(DOCUMENT, fichier="document-2026-11-12.png", pdf=b"as it came")
    shown = PrintPreview(DOCUMENT, desk.context, window, copy=copy)
    shown.open()
    qtbot.waitUntil(shown.sheets.is_drawn)
    assert shown.save_button.text() == "Enregistrer une copie…"
    shown.save_button.click()
    (dialog,) = shown.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "document-2026-11-12.png"
    dialog.reject()
    with qtbot.waitSignal(shown.saved):
        shown._on_file_chosen(str(tmp_path / "copie.png"))
    assert (tmp_path / "copie.png").read_bytes() == b"as it came"
    assert shown.banner.title().startswith("La copie est enregistrée dans")
    shown.reject()
    assert noted(desk) == [Action.ENREGISTREMENT_PDF]
