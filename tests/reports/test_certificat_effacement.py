"""The certificate as a file."""

from microstructure_desktop.reports.certificat_effacement import certificat
from tests.reports.reading import fonts, reader
from tests.reports.test_certificat_story import CONTENU


def test_that_the_file_says_what_it_is():
    assert reader(certificat(CONTENU)).metadata.title == "Certificat d’effacement"


def test_that_letters_are_embedded_and_the_same_content_gives_the_same_bytes():
    assert all(fonts(certificat(CONTENU)).values())
    assert certificat(CONTENU) == certificat(CONTENU)
