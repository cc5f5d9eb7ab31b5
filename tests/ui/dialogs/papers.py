"""Small PDFs to show and print, each page recognisable by its ink."""

from microstructure_desktop.reports.flow import line
from microstructure_desktop.reports.layout import Sheet, render
from microstructure_desktop.reports.styles import TITLE
from microstructure_desktop.services.documents import Document

SHEET = Sheet("t", "Gauche", "Droite", ("Pied", ""))


def document(lines: int = 80) -> Document:
    """Three pages at 80 lines: two full ones and a short one."""
    pdf = render(SHEET, lambda _running: [line("Titre\n" * lines, TITLE)])
    return Document("Compte rendu", "synthese-2026-11.pdf", pdf)


def dark(picture) -> int:
    """How many pixels hold ink."""
    return sum(
        picture.pixelColor(x, y).lightness() < 128
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    )
