"""The DOCX of the report, read back by the library and as the XML that it is."""

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx as library
import pytest

from microstructure_desktop.reports.rapport_docx import docx
from tests.reports.rapport_cases import EMPTY, FULL, LONG, OUTSIDE
from tests.reports.reading import plain


def opened(contenu):
    return library.Document(BytesIO(docx(contenu)))


def xml(contenu, part="word/document.xml") -> str:
    with ZipFile(BytesIO(docx(contenu))) as archive:
        return archive.read(part).decode("utf-8")


def headings(document, level):
    return [p.text for p in document.paragraphs if p.style.name == f"Heading {level}"]


def test_that_titles_are_titles_and_tables_tables():
    found = opened(FULL)
    assert headings(found, 1)[:3] == [
        "1. Partie identite",
        "2. Partie methode",
        "3. Partie file_active",
    ]
    assert headings(found, 1)[-2:] == [
        "Annexe A. Définition de chaque chiffre",
        "Annexe B. Réunions tenues",
    ]
    assert headings(found, 2) == ["Ce qu’en dit l’équipe"]
    tables = [[[c.text for c in row.cells] for row in table.rows] for table in found.tables]
    assert tables[0][0] == ["Mois", "2026", "2025"]  # the curve, as figures
    assert tables[1][:2] == [
        ["File active", "2026", "Part", "2025"],
        ["Personnes vues", "24", "", "20"],
    ]
    assert [plain(c) for c in tables[-1][1]] == ["29 janvier 2026", "Réunion de synthèse", "1 h"]


def test_that_the_first_row_of_a_table_is_repeated_after_a_page():
    assert xml(FULL).count("<w:tblHeader/>") == len(opened(FULL).tables)


def test_that_the_words_come_in_the_order_of_the_pdf():
    said = re.sub(r"<[^>]+>", " ", xml(FULL))
    order = [
        "Rapport d’activité 2026", "Version interne", "24 personnes vues", "Sommaire",
        "24 personnes vues en 2026.", "Nouvelles", "Hors de ces parts", "Le cabinet a déménagé.",
        "On vient de plus loin.", "Financeur", "Personnes vues au moins une fois.",
        "Réunion de synthèse",
    ]  # fmt: skip
    at = 0
    for text in order:
        assert text in said[at:], text
        at = said.index(text, at) + len(text)


def test_that_nothing_describes_who_made_it():
    core = opened(FULL).core_properties
    assert (core.title, core.language) == ("Rapport d’activité 2026", "fr-FR")
    assert not core.author
    assert not core.last_modified_by
    assert not core.comments
    with ZipFile(BytesIO(docx(FULL))) as archive:
        assert not [n for n in archive.namelist() if "thumbnail" in n]
        every = b"".join(archive.read(n) for n in archive.namelist())
    assert b"python-docx" not in every
    assert b"<Application>" not in every
    assert b'w:val="en-US"' not in every


def test_that_the_internal_version_is_marked_on_each_page_and_the_other_is_not():
    assert opened(FULL).sections[0].header.paragraphs[0].text == "Interne — ne pas diffuser"
    outside = opened(OUTSIDE)
    assert not outside.sections[0].header.paragraphs[0].text
    said = [p.text.replace("\u00a0", " ") for p in outside.paragraphs]
    assert "• Logement : non diffusé" in said


def test_that_there_is_no_picture():
    with ZipFile(BytesIO(docx(LONG))) as archive:
        assert not [n for n in archive.namelist() if "media" in n]


@pytest.mark.parametrize("contenu", [FULL, EMPTY])
def test_that_the_same_report_gives_the_same_bytes(contenu):
    assert docx(contenu) == docx(contenu)


def test_that_whatever_was_pasted_makes_a_file_that_opens():
    first, *others = FULL.chapitres
    odd = replace(first, commentaire="Un\x00 texte\x0b collé \ud800 <b>&amp;</b> \U0001f600")
    found = opened(replace(FULL, chapitres=(odd, *others)))
    assert any("<b>&amp;</b> \U0001f600" in p.text for p in found.paragraphs)
