"""One month and several are asked for in good French, and no secret address is written."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.animateur import reminder_words
from microstructure_desktop.domain.canal import TypeCanal
from microstructure_desktop.exchange.convention import CanalPropose, Convention

from .cases import FEVRIER, JANVIER

LE = date(2026, 4, 20)


def test_that_one_and_several_are_told_apart():
    assert reminder_words.late([JANVIER], LE).endswith("pour le mois suivant\xa0:")
    assert reminder_words.late([JANVIER, FEVRIER], LE).endswith("pour les mois suivants\xa0:")
    assert reminder_words.refused([1]).startswith("Ce mois nous est parvenu et n’a pas")
    assert reminder_words.refused([1, 2]).startswith("Ces mois nous sont parvenus et n’ont pas")


def test_that_the_first_of_the_month_is_written_as_it_is_said():
    assert "le 1er du mois" in reminder_words.calendar(1)
    assert "le 15 du mois" in reminder_words.calendar(15)


def test_that_each_way_has_words_and_no_deposit_its_address():
    every = [CanalPropose(each, f"secret-{each}@example.org") for each in TypeCanal]
    said = reminder_words.ways(every)
    assert len(said) == len(TypeCanal)
    assert [each for each in said if "secret" in each] == [
        "par courriel, en pièce jointe\xa0: secret-courriel@example.org"
    ]


def test_that_a_key_and_paper_always_work():
    said = reminder_words.ways([CanalPropose(TypeCanal.DOSSIER, "ici")])
    assert said == ("sur une clé USB", "sur la feuille imprimée du mois, par la poste")


def test_that_items_are_marked():
    assert list(reminder_words.items(["a", "b"])) == ["–\xa0a", "–\xa0b"]


def test_that_a_contact_is_given_when_there_is_one():
    with_one = Convention("OCC", "RAMIP", "05 00 00 00 00", "", ())
    assert reminder_words.contact(with_one).endswith("aiderons\xa0: 05 00 00 00 00.")
    assert reminder_words.contact(replace(with_one, contact="")).endswith("aiderons.")
