"""What changes with the key is said before, and what is left to do is said after."""

from datetime import UTC, datetime

from microstructure_desktop.services.restauration import Apercu, Bilan
from microstructure_desktop.services.restauration_cle import Feuille, Suite
from microstructure_desktop.services.restauration_words import apres, avant

MADE = datetime(2026, 11, 12, 12, tzinfo=UTC)


def bilan(suite, partis=()):
    return Bilan(Apercu("Les Lilas", (), 1, None, MADE, 8, suite=suite), None, partis=partis)


def test_that_nothing_is_said_when_nobody_left():
    assert avant(Suite()) == ""
    assert list(apres(bilan(Suite()))) == []


def test_that_who_left_is_named_before_with_what_follows():
    assert avant(Suite(autre_cle=True, partis=("Clara Morel",))) == (
        "Clara Morel a quitté l’équipe depuis\u00a0: le cabinet sera mis sous une nouvelle clé, et "
        "son compte reste fermé."
    )
    both = avant(Suite(autre_cle=True, partis=("Dr A", "B", "C")))
    assert both.startswith("Dr A, B et C ont quitté l’équipe")
    assert both.endswith("leurs comptes restent fermés.")
    assert avant(Suite(autre_cle=True)).startswith("La clé du cabinet a changé depuis")


def test_that_what_was_done_is_said_after():
    key, who = apres(bilan(Suite(autre_cle=True), ("Clara Morel",)))
    assert "nouvelle clé" in key
    assert who == "Clara Morel a quitté l’équipe, et reste sans accès."
    (who,) = apres(bilan(Suite(), ("A", "B")))
    assert who == "A et B ont quitté l’équipe, et restent sans accès."


def test_that_on_a_blank_computer_it_says_to_remove_them_again():
    (said,) = apres(bilan(Suite(inconnue=True)))
    assert said == (
        "Si quelqu’un a quitté l’équipe depuis le 12/11/2026, retirez-le de nouveau dans "
        "«\u00a0Équipe et droits\u00a0»."
    )


def test_that_a_sheet_to_print_again_is_said():
    (lost,) = apres(bilan(Suite(feuille=Feuille.RETIREE)))
    (used,) = apres(bilan(Suite(feuille=Feuille.SERVIE)))
    assert "Aucune feuille de secours" in lost
    assert "qui a servi avait été retirée" in used
