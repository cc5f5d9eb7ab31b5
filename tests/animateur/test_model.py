"""What the register holds is compared by value."""

from microstructure_desktop.animateur.model import Cle, EtatPaquet, Quarantaine

from .cases import JOUR


def test_that_a_key_in_use_is_neither_retired_nor_lost():
    assert Cle("A", "k", JOUR) == Cle("A", "k", JOUR, None, perdue=False)


def test_that_what_cannot_be_read_has_no_bundle():
    kept = Quarantaine("e", "n", "scelle", JOUR, "dossier")
    assert (kept.paquet, kept.structure, kept.periode) == (None, None, None)


def test_that_the_states_are_those_written():
    assert set(EtatPaquet) == {"retenu", "remplace"}


def test_that_a_refusal_is_told_in_the_words_of_its_code():
    kept = Quarantaine("e", "n", "scelle", JOUR, "dossier")
    assert kept.phrase == (
        "Ce paquet a été abîmé ou coupé en chemin.",
        "Demandez au cabinet de le renvoyer.",
    )
