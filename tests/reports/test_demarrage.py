"""The list of the start is made in memory, the same each time."""

from microstructure_desktop.reports.demarrage import DemarrageImprime, EtapeImprimee, demarrage
from tests import factories as make
from tests.reports import cases
from tests.reports.reading import plain, whole

STEP = EtapeImprimee("Signer la convention", "Pourquoi.", True, "Faite le 03/02/2026", "", ())


def printed(*etapes: EtapeImprimee) -> bytes:
    return demarrage(DemarrageImprime(cases.CABINET, "Démarrage", etapes, "Sources.", make.NOW))


def test_that_the_same_list_gives_the_same_bytes():
    assert printed(STEP) == printed(STEP)


def test_that_it_says_whose_it_is_and_where_it_comes_from():
    said = plain(whole(printed(STEP)))
    for part in ("Cabinet médical des Oliviers", "Édité le", "Sources : Sources."):
        assert part in said
