"""When the next follow-up fiche is due."""

from datetime import date

from microstructure_desktop.domain.fiche import echeance_suivi
from microstructure_desktop.domain.ids import InclusionId, PatientId
from microstructure_desktop.domain.patient import Inclusion

INCLUSION = Inclusion(InclusionId("i"), PatientId("p"), "COVID_SM", date(2026, 3, 3))


def test_that_it_is_counted_from_the_inclusion_until_a_first_one_exists():
    assert echeance_suivi(INCLUSION, None, 6) == date(2026, 9, 3)


def test_that_it_is_counted_from_the_last_one():
    assert echeance_suivi(INCLUSION, date(2026, 9, 10), 6) == date(2027, 3, 10)


def test_that_a_fiche_of_an_earlier_episode_does_not_bring_it_forward():
    assert echeance_suivi(INCLUSION, date(2025, 6, 1), 6) == date(2026, 9, 3)
