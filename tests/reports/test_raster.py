"""A page as a picture: white paper, and ink where the text is."""

import threading
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from microstructure_desktop.reports import raster
from microstructure_desktop.reports.flow import line
from microstructure_desktop.reports.layout import Sheet, render
from microstructure_desktop.reports.raster import count, pages
from microstructure_desktop.reports.styles import TITLE
from tests.reports import received

SHEET = Sheet("t", "Gauche", "Droite", ("Pied", ""))
PDF = render(SHEET, lambda _running: [line("Titre\n" * 40, TITLE)])


@pytest.mark.parametrize(("dpi", "size"), [(72, (596, 842)), (144, (1191, 1684))])
def test_that_the_picture_has_the_asked_resolution(dpi, size):
    page = next(pages(PDF, dpi))
    assert (page.width, page.height) == size
    assert page.stride >= 4 * page.width
    assert len(page.data) == page.height * page.stride


def test_that_the_paper_is_white_and_the_ink_is_not():
    page = next(pages(PDF, 72))
    assert page.data[:4] == b"\xff\xff\xff\xff"
    assert min(page.data) < 60


def test_that_every_page_is_drawn_in_order():
    found = list(pages(PDF, 72))
    assert len(found) == count(PDF) == 2
    inks = [sum(byte < 128 for byte in page.data) for page in found]
    assert inks[0] > inks[1] > 0


def test_that_pdfium_is_entered_by_one_thread_at_a_time(monkeypatch):
    held = []
    real = pypdfium2.PdfDocument

    def opens(data):
        held.append(raster._ONE_AT_A_TIME.locked())
        return real(data)

    monkeypatch.setattr(pypdfium2, "PdfDocument", opens)
    for _page in pages(PDF, 72):
        assert not raster._ONE_AT_A_TIME.locked()  # who looks at a page keeps nobody waiting
    assert held == [True] * 3  # the count, then each page


def test_that_several_threads_get_the_same_pictures():
    expected = list(pages(PDF, 72))
    found = []
    draw = lambda: found.append(list(pages(PDF, 72)))  # noqa: E731
    threads = [threading.Thread(target=draw) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 4


def test_that_one_document_is_followed_by_the_others():
    whole = raster.followed(PDF, [received.pdf(2), received.pdf(1)])
    assert count(whole) == count(PDF) + 3
    assert "Page 0" in PdfReader(BytesIO(whole)).pages[-1].extract_text()
    with pytest.raises(raster.Unreadable):
        raster.followed(PDF, [b"%PDF-"])
    assert not raster._ONE_AT_A_TIME.locked()
