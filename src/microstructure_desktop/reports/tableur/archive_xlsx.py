"""A workbook saved without leaving memory: nothing on the disk, no clock, no name."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_PROGRAMME = "docProps/app.xml"
_SANS_PROGRAMME = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)


class _EnMemoire(ExcelWriter):
    """As the library writes, except that a sheet does not pass through a file in clear."""

    _archive: ZipFile

    def write_worksheet(self, ws: Worksheet) -> None:
        ecrit = BytesIO()
        WorksheetWriter(ws, out=ecrit).write()
        self._archive.writestr(ws.path[1:], ecrit.getvalue())
        self.manifest.append(ws)


def octets(livre: Workbook) -> bytes:
    """The same workbook gives the same bytes, whatever the day and the system."""
    with ZipFile(BytesIO(), "w") as brut:
        _EnMemoire(livre, brut).write_data()
        with BytesIO() as sortie:
            with ZipFile(sortie, "w") as archive:
                for piece in brut.namelist():
                    contenu = _SANS_PROGRAMME if piece == _PROGRAMME else brut.read(piece)
                    archive.writestr(_entree(piece), contenu)
            return sortie.getvalue()


def _entree(nom: str) -> ZipInfo:
    entree = ZipInfo(nom)  # 1 January 1980
    entree.compress_type = ZIP_DEFLATED
    entree.create_system = 0
    return entree
