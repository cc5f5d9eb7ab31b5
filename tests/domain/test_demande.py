"""A request is open until it is answered, refused or not."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.domain.demande import Demande, NatureDemande


def test_that_a_request_waits_for_its_answer():
    asked = Demande("d", "p", date(2026, 1, 5), NatureDemande.ACCES, "m")
    assert asked.ouverte
    assert not replace(asked, repondue_le=date(2026, 1, 9), refusee=True, motif="tiers").ouverte
