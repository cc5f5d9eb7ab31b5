"""The annual report as a file: exact for the team, protected for who is outside."""

from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.rapport_annuel import Version

from . import rapport_annuel, rapport_diffusable
from .documents import Document
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.reports.printed_rapport import RapportImprime

GENRES = {
    (Version.INTERNE, "pdf"): "rapport_interne",
    (Version.DIFFUSABLE, "pdf"): "rapport_diffusable",
    (Version.INTERNE, "docx"): "rapport_interne_texte",
    (Version.DIFFUSABLE, "docx"): "rapport_diffusable_texte",
}
"""What the access log calls each of them."""


class Format(StrEnum):
    """To read and print, or to go on writing in a word processor."""

    PDF = "pdf"
    DOCX = "docx"


def interne(office: Office, annee: int, format_: Format = Format.PDF) -> Document:
    """The report with exact figures, marked on each page.

    Raises:
        AccessDenied: the role does not read it.
        YearNotBegun
    """
    return _document(rapport_annuel.rapport(office, annee).imprime, format_)


def apercu(office: Office, annee: int, *, vignettes: bool = False) -> Document:
    """What would leave, to look at: nothing is entered, so it is neither saved nor printed.

    Raises:
        AccessDenied: the role may not hand it out.
        YearNotOver
    """
    found = rapport_diffusable.apercu(office, annee, vignettes=vignettes)
    return _document(found.imprime, Format.PDF)


def diffuser(
    office: Office,
    annee: int,
    format_: Format = Format.PDF,
    *,
    vignettes: bool = False,
    relu: bool = False,
) -> Document:
    """What leaves, entered for ever: to be saved or printed now.

    Raises:
        AccessDenied: the role may not hand it out.
        YearNotOver
        NamesDoubted: a text seems to name somebody, and nobody said that it was read again.
    """
    found = rapport_diffusable.diffuser(office, annee, vignettes=vignettes, relu=relu)
    return _document(found, format_)


def _document(contenu: "RapportImprime", format_: Format) -> Document:
    from microstructure_desktop.reports import rapport, rapport_docx

    render = rapport.rapport if format_ is Format.PDF else rapport_docx.docx
    return Document(
        rapport.titre(contenu),
        f"rapport-{contenu.annee}-{contenu.version}.{format_}",
        render(contenu),
        nominatif=False,
        genre=GENRES[contenu.version, format_.value],
    )
