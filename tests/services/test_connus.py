"""People are read when they are named, and only once."""

import pytest

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.services.connus import Connus


def test_that_people_are_known_whether_they_were_asked_for_or_not(team):
    sophie, luc = team.patient(), team.patient("Bernard", "Luc")
    with team.medecin.store.read() as work:
        known = Connus(work, [sophie.id])
        assert (known[sophie.id], known[luc.id]) == (sophie, luc)
        assert known.get(luc.id) is known.get(luc.id)
        assert sophie.id in known
        assert luc.id in known


def test_that_nobody_is_nobody(team):
    with team.medecin.store.read() as work:
        known = Connus(work, [])
        nobody = PatientId("inconnu")
        assert nobody not in known
        assert known.get(nobody) is None
        with pytest.raises(KeyError):
            known[nobody]
