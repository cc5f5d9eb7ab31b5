"""The sheet is one page that is typed, scanned and told aloud; its code is read back from it."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from microstructure_desktop.reports.feuille_secours import FeuilleSecours, feuille_secours
from microstructure_desktop.reports.raster import pages
from microstructure_desktop.store import recovery_code
from tests.reports import told
from tests.reports.reading import fonts, framed, ink, plain, reader, texts

CODE = bytes(range(7, 27))
COFFRE = "0199c3f2-7f31-7c55-9d4e-2b6f0f1d9a11"
AT = datetime(2026, 11, 22, 10, 40, tzinfo=UTC)


@pytest.fixture(scope="module")
def pdf():
    groupes, carre = recovery_code.groups(CODE), recovery_code.printed(CODE, COFFRE)
    return feuille_secours(
        FeuilleSecours("Cabinet des Lilas", COFFRE, "Dr Paul Exemple", groupes, carre, AT)
    )


def test_that_the_code_is_read_on_the_page(pdf):
    (said,) = map(plain, texts(pdf))
    for rank, group in enumerate(recovery_code.groups(CODE), start=1):
        assert group in said
        assert f"Groupe {rank}" in said
    for fact in ("Cabinet des Lilas", COFFRE, "22/11/2026", "Dr Paul Exemple"):
        assert fact in said


def test_that_it_says_what_it_opens_what_not_and_where_it_is_kept(pdf):
    (said,) = map(plain, texts(pdf))
    assert "À conserver avec une sauvegarde" in said
    assert "ce code ne remplace ni le coffre, ni son trousseau" in said
    assert "Les notes personnelles" in said
    assert "enveloppe fermée" in said


def test_that_the_square_code_is_read_back_from_a_poor_scan(pdf):
    (page,) = pages(pdf, 100)
    size = page.width, page.height
    picture = Image.frombytes("RGB", size, page.data, "raw", "BGRX", page.stride).convert("L")
    (found,) = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
    assert recovery_code.parse(found.text, COFFRE) == CODE


def test_that_nothing_leaves_the_page_and_all_of_it_is_told(pdf):
    assert all(framed(ink(page)) for page in pages(pdf, 50))
    assert all(fonts(pdf).values())
    (figure,) = [part["/Alt"] for part in told.tree(reader(pdf)) if part["/S"] == "/Figure"]
    assert figure.startswith("Code carré")
    assert told.all_told(pdf)


def test_that_its_metadata_give_nothing_of_the_code(pdf):
    about = str(dict(PdfReader(BytesIO(pdf)).metadata))
    assert "Feuille de secours" in about
    assert not any(group in about for group in recovery_code.groups(CODE))
