"""What is printed is read back to the byte, however the scanner and the post treated it."""

from io import BytesIO

import pytest
import segno
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption

from microstructure_desktop.exchange.paper import PaperIncomplete, PapersMixed, join, lots
from microstructure_desktop.reports import scan
from microstructure_desktop.reports.papier import papier
from microstructure_desktop.reports.scan import ScanTooLarge, ScanUnreadable, codes
from tests.reports import received
from tests.reports.scanned import (
    APRIL,
    black_and_white,
    blurred,
    corner_lost,
    faded,
    folded,
    grainy,
    printed,
    saved,
    sealed,
    sheet,
    smaller,
    stained,
    turned,
)

MONTH = sealed(3_282)
"""Three full codes, on one page."""
TWO_PAGES = sealed(5_000)
"""Five codes, of which the first page has four."""

TREATMENTS = {
    "leaned": lambda page: turned(page, 3),
    "leaned the other way": lambda page: turned(page, -3),
    "sideways": lambda page: turned(page, 90),
    "upside down": lambda page: turned(page, 180),
    "blurred": lambda page: blurred(page, 2.5),
    "grainy": lambda page: grainy(page, 50),
    "grey": faded,
    "black and white": lambda page: black_and_white(grainy(blurred(turned(page, 1), 1.5), 30)),
    "black and white, too dark": lambda page: black_and_white(blurred(page, 1.5), 190),
    "black and white, too pale": lambda page: black_and_white(blurred(page, 1.5), 70),
    "grain in black and white, which only the smoothed look reads": lambda page: black_and_white(
        grainy(blurred(page, 2), 60)
    ),
    "90 points per inch, which only the plain look reads": lambda page: smaller(page, 0.3),
    "a stain of ink over 12 %": lambda page: stained(page, 0.12, 0),
    "a stain of water over 12 %": lambda page: stained(page, 0.12, 255),
    "a fold of 3 mm": lambda page: folded(page, 36),
    "all at once": lambda page: faded(
        grainy(blurred(turned(stained(page, 0.05, 90), 2.5), 1.5), 40)
    ),
}


@pytest.fixture(scope="module")
def page():
    (made,) = printed(MONTH)
    return made


@pytest.fixture(scope="module")
def two_pages():
    return [black_and_white(page) for page in printed(TWO_PAGES)]


QUICK = {"leaned", "upside down", "black and white, too pale", "all at once"}


@pytest.mark.parametrize(
    "treated",
    [
        pytest.param(treated, id=name, marks=[] if name in QUICK else pytest.mark.long)
        for name, treated in TREATMENTS.items()
    ],
)
def test_that_every_byte_is_read(page, treated):
    assert join(codes(saved(treated(page)))).octets == MONTH


@pytest.mark.parametrize(
    ("kind", "options"),
    [("JPEG", {"quality": 60}), ("TIFF", {}), ("TIFF", {"compression": "group4"})],
)
def test_that_every_kind_of_picture_is_read(page, kind, options):
    kept = black_and_white(page) if "compression" in options else turned(page, -2)
    assert join(codes(saved(kept, kind, **options))).octets == MONTH


@pytest.mark.parametrize("size", [1, 2_500, pytest.param(8_000, marks=pytest.mark.long)])
def test_that_a_pdf_of_every_size_is_read(size):
    octets = sealed(size)
    assert join(codes(papier(sheet(octets)))).octets == octets


def test_that_a_pdf_of_pictures_is_read(page):
    pdf = saved(turned(page, 1).convert("RGB"), "PDF", resolution=300, quality=60)
    assert join(codes(pdf)).octets == MONTH


def test_that_pages_are_read_in_any_order_and_twice(two_pages):
    first, second = map(saved, two_pages)
    assert join([*codes(second), *codes(first), *codes(second)]).octets == TWO_PAGES


def test_that_every_page_of_a_tiff_is_read(two_pages):
    first, second = (page.copy() for page in two_pages)  # Pillow keeps how it saved one before
    several = saved(second, "TIFF", save_all=True, append_images=[first], compression="group4")
    assert join(codes(several)).octets == TWO_PAGES


def test_that_a_lost_page_is_named_by_its_codes(two_pages):
    _, second = map(saved, two_pages)
    with pytest.raises(PaperIncomplete, match="les codes 1, 2, 3 et 4 sur 5"):
        join(codes(second))


def test_that_a_code_which_lost_a_corner_is_named(page):
    with pytest.raises(PaperIncomplete, match="le code 2 sur 3"):
        join(codes(saved(corner_lost(page, 1))))


def test_that_two_months_scanned_together_are_told_apart(page):
    april = sealed(2_000, seed=2)
    heap = codes(papier(sheet(april, APRIL))) + codes(saved(page))
    with pytest.raises(PapersMixed):
        join(heap)
    assert [join(lot).octets for lot in lots(heap)] == [april, MONTH]


def test_that_what_is_transparent_is_paper():
    made = BytesIO()
    segno.make_qr(b"clear").save(made, kind="png", scale=4, light=None)
    assert codes(made.getvalue()) == (b"clear",)


def test_that_a_page_without_code_has_none():
    assert codes(received.jpeg()) == codes(received.pdf()) == codes(received.png((1, 1))) == ()


@pytest.mark.parametrize(
    "hostile",
    [
        b"",
        b"MSMA1|3a3a3a3a|1/1|ba7816bf|abc",
        b"GIF89a" + bytes(99),
        received.png()[:60],
        received.jpeg()[:60],
        received.pdf()[:60],
        b"%PDF-1.7",
        b"II*\0\xff\xff\xff\xff",
        received.pdf(encrypt=StandardEncryption("secret", ownerPassword="x")),
    ],
)
def test_that_what_is_no_scan_is_refused_in_words(hostile):
    with pytest.raises(ScanUnreadable, match="page scannée"):
        codes(hostile)


@pytest.mark.parametrize("side", [8_000, 12_000, 60_000])
def test_that_a_picture_said_to_be_immense_is_refused(side):
    with pytest.raises(ScanTooLarge):
        codes(received.bomb(side))


def test_that_the_second_page_of_a_tiff_may_not_be_immense_either():
    first, second = Image.new("1", (50, 50)), Image.new("1", (8_000, 8_000))
    bomb = saved(first, "TIFF", save_all=True, append_images=[second], compression="group4")
    assert len(bomb) < 50_000
    with pytest.raises(ScanTooLarge):
        codes(bomb)


def test_that_too_many_pages_are_refused(monkeypatch):
    monkeypatch.setattr(scan, "MAX_PAGES", 2)
    small = Image.new("1", (50, 50))
    for count, refused in ((2, False), (3, True)):
        tiff = saved(small, "TIFF", save_all=True, append_images=[small] * (count - 1))
        for heap in (tiff, received.pdf(count)):
            if refused:
                with pytest.raises(ScanTooLarge):
                    codes(heap)
            else:
                assert codes(heap) == ()


def test_that_flipped_bytes_never_stop_the_program(page):
    """Each file is damaged in a hundred ways: refused in words, or read as far as can be."""
    small = smaller(page, 0.2)
    for kind, luck in (("PNG", 1), ("JPEG", 2), ("TIFF", 3)):
        whole = saved(small, kind)
        for seed in range(100):
            spots = sealed(6, seed=100 * luck + seed)
            harmed = bytearray(whole)
            for spot in (spots[0], spots[1] * 256 + spots[2], spots[3] * 999):
                harmed[spot % len(harmed)] ^= spots[5] | 1
            try:
                found = codes(bytes(harmed))
            except (ScanUnreadable, ScanTooLarge):
                continue
            assert isinstance(found, tuple)
