"""An own sheet is one page whose code is read back from it, and says that it opens no cabinet."""

from datetime import UTC, datetime

import pytest
import zxingcpp
from PIL import Image

from microstructure_desktop.reports.feuille_personnelle import FeuilleSecours, feuille_personnelle
from microstructure_desktop.reports.raster import pages
from microstructure_desktop.store import recovery_code
from microstructure_desktop.store.failures import SheetIsPersonal
from tests.reports import told
from tests.reports.reading import fonts, framed, ink, plain, texts

CODE = bytes(range(7, 27))
COFFRE = "0199c3f2-7f31-7c55-9d4e-2b6f0f1d9a11"
AT = datetime(2026, 11, 22, 10, 40, tzinfo=UTC)


@pytest.fixture(scope="module")
def pdf():
    carre = recovery_code.printed(CODE, COFFRE, recovery_code.OWN_PREFIX)
    return feuille_personnelle(
        FeuilleSecours(
            "Cabinet des Lilas", COFFRE, "Claire Modèle", recovery_code.groups(CODE), carre, AT
        )
    )


def test_that_its_groups_are_typed_back_from_the_page(pdf):
    (said,) = map(plain, texts(pdf))
    words = said.split()
    shown = [group for group in recovery_code.groups(CODE) if group in words]
    assert recovery_code.parse(" ".join(shown)) == CODE
    assert all(f"Groupe {rank}" in said for rank in range(1, 9))


def test_that_it_says_whose_notes_it_opens_and_where_it_is_not_kept(pdf):
    (said,) = map(plain, texts(pdf))
    for words in (
        "Ma feuille de secours",
        "Claire Modèle",
        "elle n’ouvre pas le cabinet",
        "rouvre mes notes personnelles",
        "Pas dans l’enveloppe du cabinet",
        "22/11/2026",
    ):
        assert words in said


def test_that_its_square_code_opens_no_cabinet(pdf):
    (page,) = pages(pdf, 100)
    size = page.width, page.height
    picture = Image.frombytes("RGB", size, page.data, "raw", "BGRX", page.stride).convert("L")
    (found,) = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    assert recovery_code.parse(found.text, COFFRE, recovery_code.OWN_PREFIX) == CODE
    with pytest.raises(SheetIsPersonal):
        recovery_code.parse(found.text, COFFRE)


def test_that_nothing_leaves_the_page_and_all_of_it_is_told(pdf):
    assert all(framed(ink(page)) for page in pages(pdf, 50))
    assert all(fonts(pdf).values())
    assert told.all_told(pdf)
