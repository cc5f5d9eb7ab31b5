"""Structure: what is a title, a text or an ornament, for who has the pages read aloud."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Iterator


class TitledCanvas(Canvas):  # type: ignore[misc]
    """Readers show what the document is called instead of the name of its file."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.setViewerPreference("DisplayDocTitle", "true")


class TaggedCanvas(TitledCanvas):
    """Keeps what each part drawn is, page by page, and writes it as the document's structure."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.tagged: list[list[str]] = []

    def mark(self, tag: str) -> None:
        """What is drawn next is a part of this kind, until `end_mark`."""
        while len(self.tagged) < self.getPageNumber():
            self.tagged.append([])
        here = self.tagged[-1]
        self.addLiteral(f"/{tag} <</MCID {len(here)}>> BDC")
        here.append(tag)

    def end_mark(self) -> None:
        self.addLiteral("EMC")

    def save(self) -> None:
        if self._code:
            self.showPage()
        _write(self._doc, self.tagged)
        super().save()


@contextmanager
def part(canvas: Canvas, tag: str) -> Iterator[None]:
    """What is drawn inside is a title (H1 to H3) or a text (P)."""
    if not isinstance(canvas, TaggedCanvas):
        yield
        return
    canvas.mark(tag)
    yield
    canvas.end_mark()


@contextmanager
def ornament(canvas: Canvas) -> Iterator[None]:
    """What is drawn inside is not read: rules, and what every page repeats."""
    if not isinstance(canvas, TaggedCanvas):
        yield
        return
    canvas.addLiteral("/Artifact BMC")
    yield
    canvas.addLiteral("EMC")


def _write(document: Any, tagged: list[list[str]]) -> None:
    """The tree of parts in the order they are read, found from each page and from the whole."""
    root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    whole = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName("Document")})
    whole["P"] = document.Reference(root)
    parts, parents = [], []
    for rank, (page, tags) in enumerate(zip(document.Pages.pages, tagged, strict=False)):
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = rank, PDFName("S")
        own = [_element(document, whole, page, tag, mcid) for mcid, tag in enumerate(tags)]
        parts += own
        parents += [rank, PDFArray(own)]
    whole["K"] = PDFArray(parts)
    root["K"] = document.Reference(whole)
    root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(parents)}))
    document.Catalog.StructTreeRoot = root
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _element(document: Any, whole: PDFDictionary, page: Any, tag: str, mcid: int) -> Any:
    element = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(tag), "K": mcid})
    element["P"] = document.Reference(whole)
    element["Pg"] = document.Reference(page)
    return document.Reference(element)
