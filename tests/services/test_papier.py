"""The sheet of a sealed month carries its very bytes, and who drew it is known."""

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.boite_envoi import EtatPli, Pli
from microstructure_desktop.exchange.paper import Genre, PaperTooLarge, Papier, join
from microstructure_desktop.reports.scan import codes
from microstructure_desktop.services import documents, papier
from microstructure_desktop.services.access import AccessDenied
from microstructure_desktop.services.journal import Demande, read
from microstructure_desktop.services.papier import PasAImprimer
from tests.reports.reading import plain, whole

LE = datetime(2026, 11, 3, 9, 15, tzinfo=UTC)
PLI = Pli("ab" * 32, "2026-10", 3, None, "MSMA_OCC-31-007_2026-10_0003_abababab.msma", LE)
OCTETS = random.Random(1).randbytes(5_000)


def sealed(team, octets=OCTETS, **changes) -> str:
    pli = replace(PLI, **changes)
    with team.medecin.store.begin(team.medecin.membre.id, team.medecin.now()) as work:
        work.outbox.add(pli, octets)
    return pli.paquet


def test_that_a_scan_of_the_sheet_gives_the_bytes_back(team):
    made = papier.feuille(team.medecin, sealed(team))
    assert join(codes(made.pdf)) == Papier(Genre.PAQUET, "abababab", OCTETS)


def test_what_the_sheet_says(team):
    made = papier.feuille(team.medecin, sealed(team))
    said = plain(whole(made.pdf))
    assert "Structure OCC-31-007 Mois octobre 2026 Numéro de l’envoi abababab Codes 5" in said
    assert (made.fichier, made.nominatif) == ("envoi-papier-2026-10-abababab.pdf", False)


def test_that_seeing_it_and_printing_it_are_in_the_log(team):
    doctor = team.medecin
    paquet = sealed(team)
    for _ in range(2):  # going back and forth is one opening
        made = papier.feuille(doctor, paquet)
    documents.printed(doctor, made)
    lines = [x for x in read(doctor, Demande()).lignes if x.acces.objet == paquet]
    assert [x.quoi for x in lines] == [
        "Impression\u00a0: envoi sur papier",
        "Échanges avec l’animateur\u00a0: envoi sur papier",
    ]
    assert {x.acces.action for x in lines} == {Action.IMPRESSION, Action.ECHANGES}


def test_that_who_may_not_send_may_not_print(team):
    with pytest.raises(AccessDenied):
        papier.feuille(team.psychologue, sealed(team))


@pytest.mark.parametrize("etat", [EtatPli.ANNULE, EtatPli.REMPLACE])
def test_that_what_is_no_longer_sent_is_not_printed(team, etat):
    with pytest.raises(PasAImprimer):
        papier.feuille(team.medecin, sealed(team, etat=etat))


@pytest.mark.parametrize("etat", [EtatPli.SCELLE, EtatPli.EN_ATTENTE, EtatPli.DEPOSE])
def test_that_it_is_printed_as_often_as_it_is_lost(team, etat):
    assert papier.feuille(team.medecin, sealed(team, etat=etat)).objet == PLI.paquet


def test_that_an_unknown_one_is_not_printed(team):
    with pytest.raises(PasAImprimer):
        papier.feuille(team.medecin, "cd" * 32)


def test_that_what_takes_too_many_pages_goes_another_way(team):
    paquet = sealed(team, bytes(40_000))
    with pytest.raises(PaperTooLarge, match="trop gros"):
        papier.feuille(team.medecin, paquet)
