"""A code on paper is drawn with paths, read back from a scan, and told aloud."""

import re

import pytest
import zxingcpp

from microstructure_desktop.reports.layout import Sheet, render
from microstructure_desktop.reports.qr import qr
from microstructure_desktop.reports.raster import PageImage, pages
from tests.reports import told
from tests.reports.reading import reader

SHEET = Sheet("Codes", "gauche", "droite", ("un", "deux"))
BYTES = bytes(range(256)) * 2
KANJI = b"\x93\x5f\xe4\xaa"
"""What codes hold in a way of their own when they are told that it is text."""
INSTEAD = "Code 1 sur 1, à lire avec un scanner"


def made(data, size_mm=60) -> bytes:
    return render(SHEET, lambda _running: [qr(data, size_mm, INSTEAD)])


def grey(page: PageImage) -> memoryview:
    """The green of each pixel."""
    starts = range(0, page.height * page.stride, page.stride)
    rows = (page.data[start : start + page.width * 4 : 4] for start in starts)
    return memoryview(b"".join(rows)).cast("B", shape=[page.height, page.width])


def read(pdf: bytes):
    (page,) = pages(pdf, 300)
    return zxingcpp.read_barcodes(grey(page), formats=zxingcpp.BarcodeFormat.QRCode)


@pytest.mark.parametrize(
    "data", [BYTES, b"\x00", "Empreinte 3F2A 91C0", b"0123456789", b"A" * 1500]
)
def test_that_a_scan_reads_the_very_bytes(data):
    (found,) = read(made(data))
    assert found.bytes == (data if isinstance(data, bytes) else data.encode())


def test_that_it_is_drawn_in_one_path_and_no_picture():
    page = reader(made(BYTES)).pages[0]
    content = page.get_contents().get_data()
    assert len(page.images) == 0
    assert b" Do" not in content
    assert len(re.findall(rb"\bf\*?\s", content)) == 1


def test_that_it_is_told_aloud():
    document = reader(made(BYTES))
    (figure,) = told.tree(document)
    assert (figure["/S"], figure["/Alt"]) == ("/Figure", INSTEAD)
    assert told.all_told(made(BYTES))


def test_that_its_white_border_is_part_of_its_size():
    """Version 1 is 21 squares and 4 on each side: 29 mm of which 21 are inked."""
    (page,) = pages(made("1", 29), 254)  # 10 pixels are 1 mm
    (found,) = zxingcpp.read_barcodes(grey(page), formats=zxingcpp.BarcodeFormat.QRCode)
    wide = found.position.top_right.x - found.position.top_left.x
    assert 205 <= wide <= 215


def test_that_too_much_is_refused():
    qr(b"1" * 2331, 60, INSTEAD)
    with pytest.raises(ValueError, match="too large"):
        qr(b"1" * 2332, 60, INSTEAD)
