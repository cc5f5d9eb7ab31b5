"""What is kept of an erasure names nobody, and nobody chooses what the program does by itself."""

from dataclasses import fields

from microstructure_desktop.domain.effacement import CHOISIS, Effacement, Fondement


def test_that_no_field_is_made_for_a_name():
    kept = ["fondement", "motif", "dossiers", "comptes", "mentions"]
    assert [f.name for f in fields(Effacement)] == kept


def test_that_what_is_done_again_on_a_copy_is_nobodys_choice():
    assert set(Fondement) - set(CHOISIS) == {Fondement.REJEU}
