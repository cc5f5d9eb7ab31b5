"""The table of rights as a file."""

from microstructure_desktop.reports.droits import droits
from tests.reports.reading import fonts, reader
from tests.reports.test_droits_story import CONTENU


def test_that_the_file_says_what_it_is():
    assert reader(droits(CONTENU)).metadata.title == "Qui peut quoi"


def test_that_letters_are_embedded_and_the_same_content_gives_the_same_bytes():
    assert all(fonts(droits(CONTENU)).values())
    assert droits(CONTENU) == droits(CONTENU)
