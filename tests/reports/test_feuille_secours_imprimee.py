"""What the sheet is made from does not show its code."""

from datetime import UTC, datetime

from microstructure_desktop.reports.feuille_secours_imprimee import FeuilleSecours

AT = datetime(2026, 11, 22, 10, 40, tzinfo=UTC)


def test_that_the_code_is_not_shown_in_a_trace():
    contenu = FeuilleSecours("Cabinet", "0199", "Dr Paul Exemple", ("0W40T",), "MSMASEC1", AT)
    assert "Dr Paul Exemple" in repr(contenu)
    assert "0W40T" not in repr(contenu)
    assert "MSMASEC1" not in repr(contenu)
