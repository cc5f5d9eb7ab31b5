"""The list kept until now in a spreadsheet becomes records in a few clicks, and can go again."""

import pytest

from microstructure_desktop.domain.equipe import Role

TO_TAKE_UP, TO_UNDO = 6, 2
LIST = """Nom;Prénom;Né(e) le;Sexe;Téléphone
Fable;Inès;07/03/84;F;06 11 22 33 44
Récit;Karim;30/01/1979;H;
Fable;Ines;07/03/1984;F;
"""
TAKEN_UP = ["FABLE Inès", "RÉCIT Karim"]


@pytest.fixture
def liste(tmp_path):
    path = tmp_path / "file active.csv"
    path.write_bytes(LIST.encode("cp1252"))
    return path


@pytest.fixture
def paul(sit):
    hands = sit(Role.MEDECIN)
    hands.go("accueil")
    return hands


def everybody(hands):
    with hands.desk.office.store.read() as work:
        return sorted(p.nom_affiche for p in work.patients.all())


def take_up(hands, path):
    """From the page shown: settings, the file, its columns, what it would make, and yes."""
    hands.click(hands.window.sidebar.button("reglages"))
    hands.click(hands.page.reprise.open_button)
    hands.click(hands.page.file.choose_button)
    hands.give(path)
    hands.click(hands.page.next_button)
    assert everybody(hands) == []
    hands.click(hands.page.next_button)


def test_that_a_list_becomes_records_in_six_clicks(paul, liste, counted):
    counted.clicks = 0
    take_up(paul, liste)
    assert everybody(paul) == TAKEN_UP
    assert counted.clicks <= TO_TAKE_UP


def test_that_all_of_it_goes_again_in_two_clicks(paul, liste, counted):
    take_up(paul, liste)
    counted.clicks = 0
    paul.click(paul.page.done.undo_button)
    assert everybody(paul) == []
    assert counted.clicks <= TO_UNDO
