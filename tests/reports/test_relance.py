"""Letters in one file, each on its own sheet and without the numbers of the others."""

import re

from microstructure_desktop.reports.relance import relances
from tests.reports.reading import plain, reader, texts
from tests.reports.test_relance_imprimee import LETTRE, OTHER
from tests.reports.told import all_told


def test_that_each_structure_has_its_own_sheet():
    first, second = map(plain, texts(relances([LETTRE, OTHER])))
    assert "Cabinet des Lilas" in first
    assert "Cabinet des Lilas" not in second


def test_that_no_sheet_is_numbered_among_the_others():
    assert not re.search(r"Page \d", " ".join(map(plain, texts(relances([LETTRE, OTHER])))))


def test_that_the_same_letters_make_the_same_bytes():
    assert relances([LETTRE]) == relances([LETTRE])


def test_that_a_letter_is_told_aloud():
    pdf = relances([LETTRE, OTHER])
    assert all_told(pdf)
    assert reader(pdf).metadata.title == "Relances"
