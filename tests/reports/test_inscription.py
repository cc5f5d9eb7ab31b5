"""The sheet of enrolment as a file: its code is read back from a scan, and all of it told."""

import zxingcpp

from microstructure_desktop.domain.equipe import Cabinet
from microstructure_desktop.exchange import inscription as enrolment
from microstructure_desktop.exchange.seal import SigningKey
from microstructure_desktop.reports.inscription import InscriptionImprimee, inscription
from microstructure_desktop.reports.raster import pages
from tests.reports import told
from tests.reports.reading import fonts, framed, ink, reader
from tests.reports.test_inscription_story import CONTENU
from tests.reports.test_qr import grey

OLD, NEW = SigningKey(b"\x05" * 32), SigningKey(b"\x06" * 32)


def longest() -> InscriptionImprimee:
    """The most that an enrolment file says: a former key, and a very long name."""
    nom = "Maison de santé pluriprofessionnelle " * 5
    said = enrolment.Inscription(
        "OCC-31-007", "OCC", nom.strip(), NEW.public, "ab" * 32, OLD.public
    )
    cabinet = Cabinet(nom.strip(), "OCC", "OCC-31-007")
    octets = enrolment.write(said, NEW, OLD)
    return InscriptionImprimee(
        cabinet, "RAMIP", CONTENU.empreinte, CONTENU.cle_animateur, octets, True, CONTENU.edite_le
    )


def test_that_its_code_holds_the_enrolment_file_whole():
    contenu = longest()
    (page,) = pages(inscription(contenu), 300)
    (found,) = zxingcpp.read_barcodes(grey(page), formats=zxingcpp.BarcodeFormat.QRCode)
    assert found.bytes == contenu.fichier
    assert enrolment.read(found.bytes, OLD.public).cle == NEW.public


def test_that_it_stands_on_one_page_and_is_told_aloud():
    for contenu in (CONTENU, longest()):
        made = inscription(contenu)
        assert len(reader(made).pages) == 1
        assert framed(ink(next(iter(pages(made, 60)))))
        assert told.all_told(made)
    assert reader(made).metadata.title == "Inscription du cabinet"


def test_that_letters_are_embedded_and_the_same_content_gives_the_same_bytes():
    assert all(fonts(inscription(CONTENU)).values())
    assert inscription(CONTENU) == inscription(CONTENU)
