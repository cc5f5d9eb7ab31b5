"""Structure: what is a title, a text, a table or an ornament, for who has the pages read aloud."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table: `table` is any object of its own, row 0 names what is below it."""

    table: object
    row: int
    column: int

    @property
    def tag(self) -> str:
        return "TD" if self.row else "TH"


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing; `instead` is read in its place."""

    instead: str
    tag: str = "Figure"


Kind = str | Cell | Figure


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """Keeps what each part drawn is, page by page, and writes it as the document's structure.

    Readers show what the document is called instead of the name of its file.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.setViewerPreference("DisplayDocTitle", "true")
        self.tagged: list[list[Kind]] = []

    def mark(self, kind: Kind) -> None:
        """What is drawn next is a part of this kind, until `end_mark`."""
        while len(self.tagged) < self.getPageNumber():
            self.tagged.append([])
        here = self.tagged[-1]
        tag = kind if isinstance(kind, str) else kind.tag
        self.addLiteral(f"/{tag} <</MCID {len(here)}>> BDC")
        here.append(kind)

    def end_mark(self) -> None:
        self.addLiteral("EMC")

    def save(self) -> None:
        if self._code:
            self.showPage()
        _Tree(self._doc).write(self.tagged)
        super().save()


@contextmanager
def part(canvas: Canvas, kind: Kind) -> Iterator[None]:
    """What is drawn inside is a title (H1 to H3), a text (P), the text of a cell or a figure."""
    if not isinstance(canvas, TaggedCanvas):
        yield
        return
    canvas.mark(kind)
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


class _Tree:
    """The parts in the order they are read, found from each page and from the whole."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        self._whole = self._element("Document", self._root)
        self._grouped: dict[object, PDFDictionary] = {}

    def write(self, tagged: list[list[Kind]]) -> None:
        document, numbers = self._document, []
        for rank, (page, kinds) in enumerate(zip(document.Pages.pages, tagged, strict=False)):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = rank, PDFName("S")
            own = [self._marked(page, kind, mcid) for mcid, kind in enumerate(kinds)]
            numbers += [rank, PDFArray(own)]
        self._root["K"] = document.Reference(self._whole)
        self._root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        document.Catalog.StructTreeRoot = self._root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _marked(self, page: Any, kind: Kind, mcid: int) -> Any:
        """The part of which this is the content, or more of it after a page."""
        element = self._of(kind)
        content = {"Type": PDFName("MCR"), "Pg": self._document.Reference(page), "MCID": mcid}
        element["K"].sequence.append(PDFDictionary(content))
        return self._document.Reference(element)

    def _of(self, kind: Kind) -> PDFDictionary:
        if isinstance(kind, Cell):
            return self._cell(kind)
        if isinstance(kind, str):
            return self._under(self._whole, kind)
        element = self._under(self._whole, kind.tag)
        element["Alt"] = PDFString(kind.instead)
        return element

    def _cell(self, cell: Cell) -> PDFDictionary:
        table = self._kept(cell.table, self._whole, "Table")
        row = self._kept((cell.table, cell.row), table, "TR")
        found = self._kept(cell, row, cell.tag)
        if not cell.row:
            found["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName("Column")})
        return found

    def _kept(self, key: object, parent: PDFDictionary, tag: str) -> PDFDictionary:
        if key not in self._grouped:
            self._grouped[key] = self._under(parent, tag)
        return self._grouped[key]

    def _under(self, parent: PDFDictionary, tag: str) -> PDFDictionary:
        element = self._element(tag, parent)
        parent["K"].sequence.append(self._document.Reference(element))
        return element

    def _element(self, tag: str, parent: PDFDictionary) -> PDFDictionary:
        element = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(tag)})
        element["P"] = self._document.Reference(parent)
        element["K"] = PDFArray([])
        return element
