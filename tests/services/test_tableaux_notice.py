"""What the first sheet says of the others."""

from datetime import date

from microstructure_desktop.services.tableaux_notice import AVEC_NOM, GARDER, SANS_NOM, notice

DU, AU = date(2026, 1, 1), date(2026, 1, 31)


def said(*numbers, nominatif=False):
    return [row[1] for row in notice(DU, AU, *numbers, nominatif=nominatif).lignes]


def test_that_what_it_is_and_where_to_keep_it_are_said():
    assert said(0, 0) == ["Du 01/01/2026 au 31/01/2026", SANS_NOM, GARDER]
    assert AVEC_NOM in said(0, 0, nominatif=True)


def test_that_who_is_left_out_is_a_number():
    assert [words[:12] for words in said(2, 1)[3:]] == ["2\u00a0personnes ", "1\u00a0dossier vo"]
