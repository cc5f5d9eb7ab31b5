"""Printed pages as scanners and time leave them."""

import math
import random
from datetime import UTC, datetime
from io import BytesIO

import zxingcpp
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange.paper import Genre, split
from microstructure_desktop.reports.papier import PapierImprime, papier
from microstructure_desktop.reports.raster import pages

MARCH, APRIL = "3a" * 32, "4b" * 32


def sealed(size, seed=1) -> bytes:
    """Sealed bytes look like chance."""
    return random.Random(seed).randbytes(size)


def sheet(octets, paquet=MARCH, genre=Genre.PAQUET) -> PapierImprime:
    return PapierImprime(
        genre,
        "Cabinet du Pré-Vert",
        "OCC-31-007",
        Mois(2026, 3),
        paquet[:8],
        split(octets, paquet, genre),
        datetime(2026, 4, 2, 9, 30, tzinfo=UTC),
    )


def printed(octets, paquet=MARCH, dpi=300) -> list[Image.Image]:
    """The pages on white paper, as a perfect scanner sees them."""
    return [
        Image.frombuffer("RGBX", (p.width, p.height), p.data, "raw", "BGRX", p.stride, 1).convert(
            "L"
        )
        for p in pages(papier(sheet(octets, paquet)), dpi)
    ]


def saved(image: Image.Image, kind="PNG", **options) -> bytes:
    made = BytesIO()
    image.save(made, kind, **options)
    return made.getvalue()


def turned(page, degrees):
    return page.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def blurred(page, pixels):
    return page.filter(ImageFilter.GaussianBlur(pixels))


def grainy(page, strength):
    return ImageChops.add(page, Image.effect_noise(page.size, strength), 1, -128)


def faded(page):
    """Grey ink on grey paper."""
    return page.point(lambda level: 110 + level * 90 // 255)


def black_and_white(page, middle=128):
    return page.point(lambda level: 255 * (level > middle)).convert("1")


def smaller(page, share):
    return page.resize((int(page.width * share), int(page.height * share)))


def places(page) -> list[tuple[int, int, int]]:
    """Where each code is on an upright page: its left, its top and its side."""
    found = [code.position for code in zxingcpp.read_barcodes(page)]
    return [(p.top_left.x, p.top_left.y, p.top_right.x - p.top_left.x) for p in found]


def stained(page, share, ink):
    """A round stain over that share of each code, in its middle."""
    drawn = page.copy()
    for left, top, side in places(page):
        x, y, r = left + side / 2, top + side / 2, side * math.sqrt(share / math.pi)
        ImageDraw.Draw(drawn).ellipse((x - r, y - r, x + r, y + r), fill=ink)
    return drawn


def folded(page, wide):
    """Toner lost along a line across each code."""
    drawn = page.copy()
    for left, top, side in places(page):
        ends = (left - 40, top + 0.6 * side, left + side + 40, top + 0.5 * side)
        ImageDraw.Draw(drawn).line(ends, fill=255, width=wide)
    return drawn


def corner_lost(page, which):
    """Ink over the corner of one code, without which it cannot be found."""
    drawn = page.copy()
    left, top, side = sorted(places(page), key=lambda place: (place[1] // 100, place[0]))[which]
    ImageDraw.Draw(drawn).rectangle((left, top, left + 0.1 * side, top + 0.1 * side), fill=0)
    return drawn
