"""The access log as a file: it names nobody outside its pages."""

from microstructure_desktop.reports.journal import journal
from tests.reports.reading import fonts, reader
from tests.reports.test_journal_story import CONTENU


def test_that_the_file_names_nobody():
    pdf = reader(journal(CONTENU))
    assert pdf.metadata.title == "Journal d’accès"
    assert "Garcia" not in str(pdf.metadata)
    assert not pdf.metadata.author


def test_that_letters_are_embedded_and_the_same_content_gives_the_same_bytes():
    assert all(fonts(journal(CONTENU)).values())
    assert journal(CONTENU) == journal(CONTENU)
