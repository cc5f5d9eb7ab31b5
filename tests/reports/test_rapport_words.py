"""Titles of sections and annexes, the same in each format."""

from microstructure_desktop.reports.rapport_words import annexed, retenu, titled
from tests.reports.rapport_cases import FULL, OUTSIDE
from tests.reports.reading import plain


def test_that_annexes_are_lettered_in_their_order():
    assert [t[:9] for t in annexed(FULL)] == ["Annexe A.", "Annexe B."]
    assert [t[:9] for t in annexed(OUTSIDE)] == ["Annexe A.", "Annexe B.", "Annexe C."]
    assert "non diffusés" in annexed(OUTSIDE)[1]


def test_that_a_section_has_its_number():
    assert titled(FULL.chapitres[2]) == "3. Partie file_active"
    assert plain(retenu("Logement")) == "• Logement : non diffusé"
