"""What the sheet of enrolment says."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from microstructure_desktop.domain.equipe import Cabinet
from microstructure_desktop.reports.inscription import InscriptionImprimee, inscription
from tests.reports.reading import plain, texts

CONTENU = InscriptionImprimee(
    Cabinet("Cabinet des Oliviers", "OCC", "OCC-31-007"),
    "RAMIP",
    "3F2A 91C0 0B7D 44E8 9A1F 5C06 D2E3 7788",
    "AAAA BBBB CCCC DDDD EEEE FFFF 0000 1111",
    b'{"contenu":{"structure":"OCC-31-007"}}',
    suite=False,
    edite_le=datetime(2026, 11, 22, 9, 30, tzinfo=UTC),
)


@pytest.fixture(scope="module")
def said() -> str:
    (page,) = texts(inscription(CONTENU))
    return plain(page)


@pytest.mark.parametrize(
    "words",
    [
        "Cabinet des Oliviers · OCC-31-007 · RAMIP",
        "3F2A 91C0 0B7D 44E8 9A1F 5C06 D2E3 7788",
        "AAAA BBBB CCCC DDDD EEEE FFFF 0000 1111",
        "Pour le cabinet Pour l’animateur",
        "Signature : Signature :",
        "aucun secret",
    ],
)
def test_that_it_says_who_the_two_keys_and_where_to_sign(said, words):
    assert words in said


def test_that_a_key_that_follows_another_says_so():
    (page,) = texts(inscription(replace(CONTENU, suite=True)))
    assert "qui la garantit" in plain(page)
    (page,) = texts(inscription(CONTENU))
    assert "qui la garantit" not in plain(page)
