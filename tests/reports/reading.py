"""Read a PDF back, with another library than the one that wrote it."""

from io import BytesIO

from pypdf import PdfReader

from microstructure_desktop.reports.raster import PageImage


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def texts(pdf: bytes) -> list[str]:
    """The text of each page; the PDF holds a plain space for a no-break one."""
    return [page.extract_text() for page in reader(pdf).pages]


def whole(pdf: bytes) -> str:
    return "\n".join(texts(pdf))


def plain(text: str) -> str:
    """Lines and no-break spaces made plain spaces, for what may wrap anywhere."""
    return " ".join(text.replace("\xa0", " ").replace("\u202f", " ").split())


def squeezed(text: str) -> str:
    """Without any space, for words that may be cut between two lines."""
    return "".join(text.split())


def fonts(pdf: bytes) -> dict[str, bool]:
    """Name of each font used on a page, and whether its outlines are in the file."""
    found = {}
    for page in reader(pdf).pages:
        for font in page["/Resources"]["/Font"].values():
            loaded = font.get_object()
            descriptor = loaded.get("/FontDescriptor", {})
            found[loaded["/BaseFont"]] = "/FontFile2" in descriptor
    return found


def ink(page: PageImage) -> set[tuple[int, int]]:
    """Rough places (1/100 of the page, column then row) where something is drawn."""
    places = set()
    for y in range(page.height):
        row = page.data[y * page.stride : y * page.stride + page.width * 4]
        if row.strip(b"\xff"):
            places |= {
                (100 * x // page.width, 100 * y // page.height)
                for x in range(page.width)
                if min(row[4 * x : 4 * x + 3]) < 200
            }
    return places


def framed(places: set[tuple[int, int]]) -> bool:
    """Whether something is drawn, and nothing in the margins of an A4 page."""
    left, right, top, bottom = 9, 90, 3, 97  # 20 mm beside, 12 mm above the heading and below
    return bool(places) and all(left <= x <= right and top <= y <= bottom for x, y in places)
