"""The annual report as a DOCX that the team goes on writing: real titles and tables, no picture."""

from __future__ import annotations

import re
from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from microstructure_desktop.charts import words
from microstructure_desktop.charts.model import Courbe, valeurs
from microstructure_desktop.domain.rapport_annuel import Version

from .printed_rapport import TableauImprime
from .rapport import FILIGRANE, titre
from .rapport_words import (
    AUCUNE_REUNION,
    COMMENTAIRE,
    DEFINITION,
    RETENUS_DITS,
    SOMMAIRE,
    annexed,
    retenu,
    titled,
)

if TYPE_CHECKING:
    from docx.document import Document

    from .printed_rapport import ChapitreImprime, RapportImprime

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What a text may hold and a file of this kind may not."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_TEMPLATE = ("/thumbnail", "/extended-properties", "/stylesWithEffects")
"""What the library's own model brings: its picture, its program, a second copy of its styles."""
_TABLE, _CAPTION, _GREY = "Table Grid", "Caption", "Subtitle"


def docx(contenu: RapportImprime) -> bytes:
    """The same content as the PDF; what charts draw stands in tables."""
    # Loading the library takes longer than the rest: only who writes such a file pays for it.
    import docx as library

    made = library.Document()
    _described(made, contenu)
    if contenu.version is Version.INTERNE:
        made.sections[0].header.paragraphs[0].text = FILIGRANE.capitalize()
    made.add_heading(titre(contenu), 0)
    made.add_paragraph(_clean(contenu.cabinet.nom), _GREY)
    made.add_paragraph(_clean(contenu.avertissement))
    for value, mots in contenu.cles:
        made.add_paragraph(_clean(f"{value} {mots}"), "List Bullet")
    _contents(made, contenu)
    for chapitre in contenu.chapitres:
        _chapter(made, chapitre)
    _annexes(made, contenu)
    return _packed(made)


def _described(made: Document, contenu: RapportImprime) -> None:
    """A title and a day; nothing says who made the file, nor with what."""
    core = made.core_properties
    core.title, core.language = titre(contenu), "fr-FR"
    core.author = core.last_modified_by = core.comments = core.keywords = ""
    core.created = core.modified = contenu.edite_le.astimezone(UTC).replace(tzinfo=None)
    for part in (made.part.package, made.part):
        for key in [k for k, rel in part.rels.items() if rel.reltype.endswith(_TEMPLATE)]:
            del part.rels[key]
    _french(made)


def _french(made: Document) -> None:
    """What the word processor checks the spelling with."""
    from docx.oxml.ns import qn

    spelled = made.styles.element.iter(qn("w:lang"))
    for lang in (*spelled, *made.settings.element.iter(qn("w:themeFontLang"))):
        lang.set(qn("w:val"), "fr-FR")


def _contents(made: Document, contenu: RapportImprime) -> None:
    """The titles in their order; the word processor adds the pages when asked to."""
    made.add_paragraph(SOMMAIRE, "TOC Heading")
    for title in (*map(titled, contenu.chapitres), *annexed(contenu)):
        made.add_paragraph(_clean(title))


def _chapter(made: Document, chapitre: ChapitreImprime) -> None:
    made.add_heading(_clean(titled(chapitre)), 1)
    for text in (*chapitre.phrases, chapitre.vide):
        if text:
            made.add_paragraph(_clean(text))
    for graphique in chapitre.graphiques:
        if isinstance(graphique, Courbe) and valeurs(graphique):
            shown = words.table(graphique)
            head, *columns = shown.entete
            _table(made, TableauImprime(head, tuple(columns), shown.lignes), graphique.titre)
    for tableau in chapitre.tableaux:
        _table(made, tableau)
    if chapitre.commentaire:
        made.add_heading(COMMENTAIRE, 2)
        for text in chapitre.commentaire.split("\n"):
            if text.strip():
                made.add_paragraph(_clean(text))


def _annexes(made: Document, contenu: RapportImprime) -> None:
    titles = iter(annexed(contenu))
    made.add_heading(next(titles), 1)
    _table(made, TableauImprime(DEFINITION[0], DEFINITION[1:], contenu.definitions))
    if contenu.retenus:
        made.add_heading(next(titles), 1)
        made.add_paragraph(RETENUS_DITS)
        for each in contenu.retenus:
            made.add_paragraph(_clean(retenu(each)))
    made.add_heading(next(titles), 1)
    if contenu.reunions.lignes:
        _table(made, contenu.reunions)
    else:
        made.add_paragraph(AUCUNE_REUNION)


def _table(made: Document, tableau: TableauImprime, caption: str = "") -> None:
    """A table whose first row is repeated after a page."""
    from docx.oxml import OxmlElement

    if caption:
        made.add_paragraph(_clean(caption), _CAPTION)
    rows = [(tableau.titre, *tableau.colonnes), *tableau.lignes]
    table: Any = made.add_table(len(rows), len(rows[0]), _TABLE)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = _clean(text)
    for cell in table.rows[0].cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    made.add_paragraph(_clean(tableau.note))


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)


def _packed(made: Document) -> bytes:
    """The same content gives the same bytes: no clock in the archive."""
    written, again = BytesIO(), BytesIO()
    made.save(written)
    with ZipFile(written) as read, ZipFile(again, "w", ZIP_DEFLATED) as kept:
        for name in read.namelist():
            kept.writestr(ZipInfo(name, _EPOCH), read.read(name), ZIP_DEFLATED)
    return again.getvalue()
