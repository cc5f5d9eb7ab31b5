"""A fictional paper is a real document that names nobody."""

from microstructure_desktop.demo.feuille import feuille
from microstructure_desktop.services import pieces
from tests.reports.reading import plain, whole


def test_that_a_sheet_is_accepted_and_says_that_it_is_invented():
    made = feuille("Bilan biologique", "Laboratoire", "Résultats habituels.")
    assert pieces.examiner(made).mot == "un document PDF"
    said = plain(whole(made))
    assert "Bilan biologique Résultats habituels." in said
    assert "fabriqué pour la démonstration" in said


def test_that_other_words_make_another_sheet():
    assert feuille("a", "b", "c") == feuille("a", "b", "c") != feuille("a", "b", "d")
