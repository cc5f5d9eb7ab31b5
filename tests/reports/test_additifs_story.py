"""What was added after the close is printed after the signatures, signed and dated."""

from datetime import UTC, datetime

import pytest

from microstructure_desktop.reports.synthese import minutes
from microstructure_desktop.reports.wording import instant
from tests.reports import cases
from tests.reports.reading import plain, texts, whole


def signed(day: int) -> str:
    return instant(datetime(2026, 11, day, 9, 12, tzinfo=UTC))


def test_that_each_addition_says_who_when_about_whom_and_its_fingerprint():
    made = cases.added(cases.additif(1, "Confirmé.", 0), cases.additif(2, "Salle changée."))
    found = plain(whole(minutes(made))).partition("Signatures")[2]
    assert (
        f"Additifs Additif 1, signé par C. Morel (psychologue) le {signed(21)} "
        "Au sujet de GARCIA Élodie, dossier n° 0001 · empreinte 1A2B3C01 Confirmé. "
        f"Additif 2, signé par C. Morel (psychologue) le {signed(22)} "
        "Au sujet de la réunion · empreinte 1A2B3C02 Salle changée."
    ) in found


def test_that_nothing_is_said_while_nothing_was_added():
    assert "Additif" not in whole(minutes(cases.normal()))


@pytest.mark.parametrize(
    ("retenus", "told"),
    [(1, "1 additif n’est pas communiqué ici,"), (2, "2 additifs ne sont pas communiqués ici,")],
)
def test_that_what_is_held_back_is_counted(retenus, told):
    assert told in plain(whole(minutes(cases.added(retenus=retenus))))


def test_that_the_title_of_the_additions_never_stays_alone():
    for lines in range(0, 60, 3):
        contenu = cases.added(cases.additif(1, "Confirmé.", 0))
        organised = cases.minutes((), organisation="ligne\n" * lines)
        for page in texts(minutes(cases.with_additions(organised, contenu))):
            assert not plain(page).endswith("Additifs")


def test_that_a_very_long_addition_is_whole():
    made = cases.added(cases.additif(1, cases.LONG, 0))
    printed = whole(minutes(made)).partition("Signatures")[2]
    assert printed.count("hépatique") == cases.LONG.count("hépatique")
