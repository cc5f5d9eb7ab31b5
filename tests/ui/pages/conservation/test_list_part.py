"""Records in a list: the one chosen stays chosen when they are read again."""

from dataclasses import replace
from datetime import date

from microstructure_desktop.services.conservation import EtatDossier
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.pages.conservation.list_part import ListPart
from tests import factories as make

ONE = EtatDossier(
    make.a_patient(nom="Un"), date(2006, 3, 4), date(2011, 3, 4), date(2026, 3, 4), archive=True
)
OTHER = replace(ONE, patient=make.a_patient(nom="Autre"), deces=date(2010, 1, 2))


def test_that_the_chosen_one_stays_and_says_why(show):
    part = show(ListPart("Archives", ("Rien", ""), Discretion(), None), 900, 500)
    part.show_rows((ONE, OTHER))
    assert part.current() == ONE
    part.table.setCurrentIndex(part.model.index(1, 0))
    assert part.detail.text() == "Décès le 02/01/2010"
    part.show_rows((OTHER, ONE))
    assert part.current() == OTHER
    part.show_rows(())
    assert part.current() is None
    assert part.empty.isVisible()
