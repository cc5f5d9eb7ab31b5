"""A letter is made in memory, says nothing about itself, and is the same each time."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from microstructure_desktop.reports.lettre import LettreImprimee, lettre
from tests import factories as make
from tests.reports import cases


@pytest.fixture
def contenu():
    written = make.a_lettre(objet="Orientation de Sophie LÉGENDE")
    return LettreImprimee(
        cases.CABINET, written, cases.MEMBRES[cases.MG], "Lettre d’orientation", False
    )


def test_that_the_same_letter_gives_the_same_bytes(contenu):
    assert lettre(contenu) == lettre(contenu)


def test_that_its_metadata_name_nobody(contenu):
    about = PdfReader(BytesIO(lettre(contenu))).metadata
    assert about.title == "Lettre d’orientation"
    assert "LÉGENDE" not in str(dict(about))
    assert "Lemoine" not in str(dict(about))


@pytest.mark.parametrize(("neutre", "printed"), [(False, True), (True, False)])
def test_that_the_directory_number_is_under_the_signature_but_on_neutral_paper(
    contenu, neutre, printed
):
    known = replace(contenu, auteur=replace(contenu.auteur, rpps="10003456784"), neutre=neutre)
    words = PdfReader(BytesIO(lettre(known))).pages[0].extract_text()
    assert ("10003456784" in words) is printed
