"""The register of trainings is made in memory, the same each time."""

from microstructure_desktop.reports.formations import (
    FormationImprimee,
    FormationsImprimees,
    formations,
)
from tests import factories as make
from tests.reports import cases
from tests.reports.reading import plain, whole

ONE = FormationImprimee(
    "14/05/2026", "Addictologie", "Premiers pas", "RAMIP", "7\u00a0h", attestation=True
)


def printed(*membres) -> bytes:
    return formations(
        FormationsImprimees(
            cases.CABINET, "Formations de l’équipe", membres, "2026.", "une source", make.NOW
        )
    )


def test_that_the_same_register_gives_the_same_bytes():
    row = (cases.MEMBRES[cases.PSY], "Reste.", (ONE,))
    assert printed(row) == printed(row)


def test_that_it_says_whose_it_is_and_where_it_comes_from():
    said = plain(whole(printed()))
    for part in ("Cabinet médical des Oliviers", "Édité le", "2026.", "une source"):
        assert part in said
