"""What is received is opened before it is kept, and shown on a page."""

from io import BytesIO

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from microstructure_desktop.reports import piece, raster
from microstructure_desktop.reports.piece import Defaut, Nature
from tests.reports import received


def test_that_the_first_bytes_say_what_it_is():
    assert piece.nature(received.pdf()) is Nature.PDF
    assert piece.nature(received.png()) is Nature.PNG
    assert piece.nature(received.jpeg()) is Nature.JPEG
    for other in (b"", b"MZ\x90", b"GIF89a", b"<svg/>", b"%PDF", b"\x89PNG"):
        assert piece.nature(other) is None


@pytest.mark.parametrize("made", [received.pdf, received.png, received.jpeg])
def test_that_a_sound_one_has_nothing_against_it(made):
    contenu = made()
    assert piece.defaut(contenu, piece.nature(contenu)) is None


@pytest.mark.parametrize("made", [received.pdf, received.png, received.jpeg])
def test_that_one_cut_short_is_damaged(made):
    contenu = made()[:60]
    assert piece.defaut(contenu, piece.nature(contenu)) is Defaut.ABIME


def test_that_a_pdf_that_wants_a_password_is_locked():
    locked = received.pdf(encrypt=StandardEncryption("secret", ownerPassword="x"))
    assert piece.defaut(locked, Nature.PDF) is Defaut.PROTEGE


def test_that_a_pdf_too_long_is_refused():
    assert piece.defaut(received.pdf(pages=300), Nature.PDF) is None
    assert piece.defaut(received.pdf(pages=301), Nature.PDF) is Defaut.TROP_LONG


@pytest.mark.parametrize("side", [8_000, 12_000, 60_000])
def test_that_a_picture_said_to_be_immense_is_refused_at_its_head(side):
    assert piece.defaut(received.bomb(side), Nature.PNG) is Defaut.TROP_GRAND


def test_that_a_picture_stands_alone_on_its_page():
    shown = piece.apercu(received.png((900, 300)), Nature.PNG)
    (page,) = raster.pages(shown, 36)
    assert (page.width, page.height) == (298, 421)
    rows = [page.data[y * page.stride : y * page.stride + 4 * page.width] for y in (20, 210, 400)]
    assert [min(row) < 60 for row in rows] == [False, True, False]  # across the middle only


def test_that_a_picture_taken_sideways_is_turned_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    taken = BytesIO()
    Image.new("RGB", (300, 100), "black").save(taken, "JPEG", exif=exif)
    (page,) = raster.pages(piece.apercu(taken.getvalue(), Nature.JPEG), 36)
    middle = page.data[210 * page.stride : 210 * page.stride + 4 * page.width]
    dark = sum(value < 60 for value in middle[::4])
    assert 100 < dark < 160  # a third as wide as high


def test_that_what_can_be_seen_through_is_white():
    clear = BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(clear, "PNG")
    (page,) = raster.pages(piece.apercu(clear.getvalue(), Nature.PNG), 36)
    assert min(page.data) == 255


def test_that_a_pdf_is_shown_as_it_came():
    contenu = received.pdf()
    assert piece.apercu(contenu, Nature.PDF) is contenu


def test_that_a_page_said_to_be_a_kilometre_wide_stays_small():
    drawn = BytesIO()
    canvas = Canvas(drawn, pagesize=(200_000, 100_000))
    canvas.showPage()
    canvas.save()
    assert piece.defaut(drawn.getvalue(), Nature.PDF) is None
    (page,) = raster.pages(drawn.getvalue(), 300)
    assert (page.width, page.height) == (4000, 2000)
