"""Read what a document tells of its parts, as who has it read aloud hears it."""

import re

from tests.reports.reading import reader


def tree(document):
    return parts(document.trailer["/Root"]["/StructTreeRoot"]["/K"])


def parts(element):
    """What stands below a part, without what is written in it."""
    below = [x.get_object() for x in element["/K"]]
    return [x for x in below if x["/Type"] == "/StructElem"]


def written(element, document):
    """Page and number of each content of a part."""
    pages = [page.indirect_reference for page in document.pages]
    below = [x.get_object() for x in element["/K"]]
    return [(pages.index(x.raw_get("/Pg")), x["/MCID"]) for x in below if x["/Type"] == "/MCR"]


def words(document, page, mcid) -> str:
    """Read as a reader of tagged pages does: what lies between a mark and its end."""
    read = []
    inside = False

    def before(operator, operands, *_matrices):
        nonlocal inside
        if operator == b"BDC":
            inside = operands[1].get("/MCID") == mcid
        elif operator == b"EMC":
            inside = False

    def visit(text, *_where):
        if inside:
            read.append(text)

    document.pages[page].extract_text(visitor_operand_before=before, visitor_text=visit)
    return "".join(read).strip()


def all_told(pdf: bytes) -> bool:
    """Whether every mark is closed and nothing is drawn outside of one."""
    for page in reader(pdf).pages:
        depth = 0
        for operator in re.findall(rb"\b(BDC|BMC|EMC|Tj|TJ|S)\b", page.get_contents().get_data()):
            depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
            if depth not in (0, 1) or (depth == 0 and operator != b"EMC"):
                return False
        if depth:
            return False
    return True


def tables(document):
    return [part for part in tree(document) if part["/S"] == "/Table"]


def headings(document) -> list[list[str]]:
    """The words above each column, table by table."""
    return [
        [words(document, *written(cell, document)[0]) for cell in parts(parts(table)[0])]
        for table in tables(document)
    ]
