"""A period holds its two ends."""

from datetime import date

from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.periods import Mois


def test_that_a_month_and_a_year_hold_their_first_and_last_days():
    february, year = Periode.du_mois(Mois(2028, 2)), Periode.de_l_annee(2028)
    assert (february.premier, february.dernier) == (date(2028, 2, 1), date(2028, 2, 29))
    assert date(2028, 2, 29) in february
    assert date(2028, 3, 1) not in february
    assert (year.premier, year.dernier) == (date(2028, 1, 1), date(2028, 12, 31))
