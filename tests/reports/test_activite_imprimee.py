"""What is printed of activity is plain words and figures."""

from dataclasses import FrozenInstanceError

import pytest

from microstructure_desktop.reports.activite_imprimee import ThemeImprime


def test_that_what_is_printed_cannot_change_under_the_printer():
    made = ThemeImprime("Qui vient", (), ())
    with pytest.raises(FrozenInstanceError):
        made.titre = "Entrées"
