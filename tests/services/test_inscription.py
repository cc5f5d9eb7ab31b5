"""What the animator receives: signed by the key in use, vouched for by the one before."""

import pytest
import zxingcpp

from microstructure_desktop.exchange import inscription as enrolment
from microstructure_desktop.exchange.errors import InscriptionNotSigned, StructureUnknown
from microstructure_desktop.reports.raster import pages
from microstructure_desktop.services import convention_lue, enrolement, inscription
from microstructure_desktop.services.convention_lue import NotEnrolled
from tests.reports.reading import plain, whole
from tests.reports.test_qr import grey
from tests.services.conventions import coded, enrolled


def test_that_the_file_says_who_under_which_convention(team):
    etat = enrolled(team.medecin)
    made = inscription.fichier(team.medecin)
    said = enrolment.read(made.pdf)
    assert (said.structure, said.region, said.nom) == ("OCC-31-007", "OCC", etat.cabinet.nom)
    assert etat.courante is not None
    assert said.convention == etat.courante.fichier
    assert said.precedente is None
    assert made.fichier == "OCC-31-007.msma-inscription"
    assert inscription.fichier(team.medecin).pdf == made.pdf


def test_that_a_renewed_key_is_vouched_for_by_the_former(team):
    enrolled(team.medecin)
    first = enrolment.read(inscription.fichier(team.medecin).pdf)
    enrolement.renouveler(team.medecin)
    octets = inscription.fichier(team.medecin).pdf
    second = enrolment.read(octets, first.cle)
    assert second.precedente == first.cle != second.cle
    enrolement.renouveler(team.medecin)
    third = inscription.fichier(team.medecin).pdf
    assert enrolment.read(third, second.cle).precedente == second.cle
    with pytest.raises(InscriptionNotSigned):
        enrolment.read(third, first.cle)


def test_that_the_sheet_holds_the_same_file_and_both_fingerprints(team):
    etat = enrolled(team.medecin)
    sheet = inscription.feuille(team.medecin)
    (page,) = pages(sheet.pdf, 300)
    (found,) = zxingcpp.read_barcodes(grey(page), formats=zxingcpp.BarcodeFormat.QRCode)
    assert found.bytes == inscription.fichier(team.medecin).pdf
    assert etat.cle is not None
    assert etat.courante is not None
    for empreinte in (etat.cle.empreinte, etat.courante.cle):
        assert empreinte in plain(whole(sheet.pdf))


def test_that_no_secret_is_in_either(team):
    enrolled(team.medecin)
    with team.medecin.store.read() as work:
        secret = convention_lue.en_vigueur(work).cle.secret
    for made in (inscription.fichier(team.medecin), inscription.feuille(team.medecin)):
        assert secret not in made.pdf
        assert secret.hex().encode() not in made.pdf


def test_that_nothing_is_made_before_a_convention_nor_without_a_code(team):
    coded(team.medecin)
    with pytest.raises(NotEnrolled):
        inscription.fichier(team.medecin)
    enrolled(team.medecin)
    coded(team.medecin, "")
    with pytest.raises(StructureUnknown):
        inscription.feuille(team.medecin)
