"""A printer gets every page, sharp, without a name in its queue."""

from io import BytesIO
from threading import Event

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtGui import QImage, QPageRanges
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from microstructure_desktop.services import documents
from microstructure_desktop.ui.dialogs import printing
from microstructure_desktop.ui.dialogs.printing import NoPrinter, NotPrinted, Printing

from . import papers

PDF = papers.document().pdf
COUNT = documents.page_count(PDF)


@pytest.fixture
def printer(theme, tmp_path):
    """A printer whose paper is a file of the test."""
    made = printing.new_printer()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "paper.pdf"))
    made.setResolution(600)
    return made


@pytest.fixture
def printed(tmp_path):
    def read():
        return (tmp_path / "paper.pdf").read_bytes()

    return read


@pytest.fixture
def parent(theme):
    return QObject()


def test_that_the_job_names_nobody(printer):
    assert printer.docName() == "document"


def test_that_every_page_is_printed_as_it_was_shown(printer, printed):
    assert printing.paint(PDF, printer)
    pages = PdfReader(BytesIO(printed())).pages
    assert len(pages) == COUNT
    for shown, paper in zip(documents.pages(PDF, 50), documents.pages(printed(), 50), strict=True):
        inks = [
            papers.dark(QImage(p.data, p.width, p.height, p.stride, QImage.Format.Format_RGB32))
            for p in (shown, paper)
        ]
        assert abs(inks[0] - inks[1]) < 0.15 * inks[0]


def test_that_pages_are_sharp_but_never_huge(printer, printed):
    printing.paint(PDF, printer)
    (picture,) = PdfReader(BytesIO(printed())).pages[0].images
    assert 2300 < picture.image.width < 2600  # 300 dots per inch on A4, whatever the printer's


def test_that_only_the_pages_asked_for_are_printed(printer, printed):
    printer.setFromTo(2, 2)
    assert printing.paint(PDF, printer)
    assert len(PdfReader(BytesIO(printed())).pages) == 1


def pages_of(pdf):
    return [page.extract_text() or page.images[0].data for page in PdfReader(BytesIO(pdf)).pages]


@pytest.mark.parametrize(
    ("collate", "order"), [(True, (0, 1, 2, 3, 0, 1, 2, 3)), (False, (0, 0, 1, 1, 2, 2, 3, 3))]
)
def test_that_copies_are_made_when_the_printer_makes_none(printer, printed, collate, order):
    printing.paint(PDF, printer)
    once = pages_of(printed())
    assert len(set(once)) == COUNT == 4
    assert not printer.supportsMultipleCopies()
    printer.setCopyCount(2)
    printer.setCollateCopies(collate)
    printing.paint(PDF, printer)
    assert pages_of(printed()) == [once[n] for n in order]


def test_that_pages_far_apart_are_printed_alone(printer, printed):
    printing.paint(PDF, printer)
    once = pages_of(printed())
    printer.setPageRanges(QPageRanges.fromString("1,3"))
    printing.paint(PDF, printer)
    assert pages_of(printed()) == [once[0], once[2]]


def test_that_printing_stops_when_it_is_told_to(qtbot, printer, parent):
    printer.setCopyCount(40)
    made = Printing(parent)
    with qtbot.waitSignal(made.cancelled, timeout=20_000):
        made.send(PDF, printer)
        made.cancel()
    with qtbot.waitSignal(made.printed, timeout=20_000):
        printer.setCopyCount(1)
        made.send(PDF, printer)


def test_that_printers_that_do_not_answer_keep_nobody(qtbot, parent, monkeypatch):
    asked, answer, answered = Event(), Event(), Event()

    def slow() -> list[str]:
        asked.set()
        answer.wait(20)
        answered.set()
        return ["Bureau"]

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", slow)
    made = Printing(parent)
    told = []
    made.found.connect(lambda: told.append("found"))
    made.look_for_printers()
    assert asked.wait(20)
    made.let_go()
    assert not answered.is_set()
    answer.set()
    QThreadPool.globalInstance().waitForDone()
    assert answered.is_set()
    assert told == []


def test_that_a_window_closed_lets_its_pages_come_out(printer, printed, parent):
    made = Printing(parent)
    told = []
    made.printed.connect(lambda: told.append("printed"))
    made.send(PDF, printer)
    made.let_go()
    QThreadPool.globalInstance().waitForDone()
    assert told == []
    assert len(PdfReader(BytesIO(printed())).pages) == COUNT


def test_that_a_printer_that_refuses_is_told(qtbot, printer, parent, tmp_path):
    printer.setOutputFileName(str(tmp_path / "absent" / "paper.pdf"))
    made = Printing(parent)
    with qtbot.waitSignal(made.failed) as told:
        made.send(PDF, printer)
    assert isinstance(told.args[0], NotPrinted)


def test_that_printing_is_told_when_it_is_over(qtbot, printer, printed, parent):
    made = Printing(parent)
    with qtbot.waitSignal(made.printed, timeout=20_000):
        made.send(PDF, printer)
    assert printed().startswith(b"%PDF")


def test_that_printers_are_looked_for_only_when_asked(qtbot, parent):
    made = Printing(parent)
    known = bool(QPrinterInfo.availablePrinterNames())
    told = []
    made.found.connect(lambda: told.append("found"))
    made.failed.connect(told.append)
    made.look_for_printers()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["found"] if known else isinstance(told[0], NoPrinter)
