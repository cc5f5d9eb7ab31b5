"""The annual report as a PDF: marked when it must stay, the same bytes each time."""

import pytest

from microstructure_desktop.reports.rapport import FILIGRANE, rapport
from microstructure_desktop.reports.raster import pages
from tests.reports.rapport_cases import EMPTY, FULL, LONG, OUTSIDE
from tests.reports.reading import fonts, framed, ink, plain, reader, texts, whole


@pytest.mark.parametrize("contenu", [FULL, EMPTY, LONG], ids=["full", "empty", "long"])
def test_that_the_internal_version_is_marked_on_each_page(contenu):
    found = texts(rapport(contenu))
    assert all(FILIGRANE in page for page in found)
    assert all("Interne — ne pas diffuser" in page for page in found)


def test_that_the_version_that_leaves_has_no_such_mark():
    said = plain(whole(rapport(OUTSIDE)))
    assert "interne" not in said.casefold().replace("version interne : chiffres exacts.", "")
    assert "Version diffusable" in said


def test_that_the_same_report_gives_the_same_bytes():
    assert rapport(FULL) == rapport(FULL)


def test_that_the_file_is_described_without_any_name():
    made = reader(rapport(FULL))
    assert made.metadata.title == "Rapport d’activité 2026"
    assert not made.metadata.author
    assert not made.metadata.creator
    assert all(fonts(rapport(FULL)).values())


@pytest.mark.parametrize("contenu", [OUTSIDE, LONG], ids=["outside", "long"])
def test_that_nothing_leaves_the_page(contenu):
    assert all(framed(ink(page)) for page in pages(rapport(contenu), 40))
