"""What stands on the sheet, in the order it is read."""

from dataclasses import replace

from microstructure_desktop.reports.relance import relances
from tests.reports.reading import plain, reader, texts, whole
from tests.reports.test_relance_imprimee import LETTRE
from tests.reports.told import tree

ORDER = (
    "RAMIP contact@example.org",
    "Cabinet des Lilas OCC-31-001 Le 20 avril 2026",
    "Données d’activité à nous envoyer Bonjour, Il nous manque",
    "– février 2026 – mars 2026 Merci.",
    "RAMIP Signature",
)


def test_that_words_come_in_the_order_they_are_read():
    said, at = plain(whole(relances([LETTRE]))), 0
    for text in ORDER:
        assert text in said[at:], text
        at = said.index(text, at) + len(text)


def test_that_the_subject_is_the_title():
    kinds = [part["/S"] for part in tree(reader(relances([LETTRE])))]
    assert kinds.count("/H1") == 1


def test_that_a_long_letter_goes_on_over_the_page():
    items = tuple(f"–\xa0mois {n}" for n in range(80))
    found = texts(relances([replace(LETTRE, corps=items)]))
    assert len(found) == 3
    assert "Signature" in found[-1]
