"""What a cabinet of the region keeps of its letters."""

from datetime import date

import pytest

from microstructure_desktop.demo import correspondance
from microstructure_desktop.demo.cabinet import PASSPHRASE
from microstructure_desktop.domain.boite_envoi import EtatPli
from microstructure_desktop.domain.canal import TypeCanal
from microstructure_desktop.exchange.convention import empreinte
from microstructure_desktop.services import canaux, enrolement, envois, unlock


@pytest.fixture
def opened(region, cost):
    """A cabinet of the region, by its rank."""
    offices = []

    def open_one(rank):
        home = region.lieux.cabinet(region.temoins[rank].structure)
        doctor = unlock.door(home).accounts[0]
        offices.append(unlock.open_cabinet(home, doctor.id, PASSPHRASE, cost=cost))
        return offices[-1]

    yield open_one
    for office in offices:
        unlock.close(office)


def sent(office):
    return [(e.pli.periode, e.pli.etat, e.pli.sequence) for e in envois.historique(office)]


def test_that_a_cabinet_has_a_receipt_of_each_month_and_corrected_one(opened):
    office = opened(0)
    assert sent(office) == [
        ("2026-10", EtatPli.ACCUSE, 4),
        ("2026-09", EtatPli.ACCUSE, 3),
        ("2026-09", EtatPli.REMPLACE, 2),
        ("2026-08", EtatPli.ACCUSE, 1),
    ]
    last, corrected, first, _ = envois.historique(office)
    assert corrected.pli.remplace == first.pli.paquet
    assert last.pli.remplace is None
    assert last.accuse is not None
    assert last.accuse.recu_le == date(2026, 11, 3)
    ways = [voie.reglage.type for voie in canaux.canaux(office)]
    assert ways == [TypeCanal.DOSSIER, TypeCanal.COURRIEL]


def test_that_what_was_damaged_or_never_sent_waits_for_its_receipt(opened):
    assert sent(opened(1))[0] == ("2026-10", EtatPli.DEPOSE, 3)
    assert sent(opened(2))[0] == ("2026-09", EtatPli.ACCUSE, 2)


def test_that_a_cabinet_confirmed_the_key_that_the_animator_has(opened, region):
    etat = enrolement.etat(opened(2))
    assert etat.courante is not None
    convention = (region.lieux.boites / "convention.msma-conv").read_bytes()
    assert etat.courante.fichier == empreinte(convention)
    assert etat.cle is not None
    assert etat.cle.creee_le == date(2026, 8, 20)


def test_that_a_month_is_sent_on_the_third_or_on_the_last_day():
    day = correspondance.sending_day
    assert day(date(2026, 11, 20), date(2026, 11, 20)) == date(2026, 11, 3)
    assert day(date(2026, 11, 1), date(2026, 11, 2)) == date(2026, 11, 2)
