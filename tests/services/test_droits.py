"""The matrix of rights is read strictly."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.forms.toml_table import FormError
from microstructure_desktop.services.droits import load, matrice

LINE = '[[contenu]]\nid = "{}"\ntitre = "Séances"\n{}\n'
HEAD = 'source = "essai"\n'


def test_that_a_right_is_what_the_line_says_and_no_more():
    read = load(HEAD + LINE.format("seance", 'psychologue = ["lire", "ecrire"]'))
    assert read.has(Role.PSYCHOLOGUE, "seance", "ecrire")
    assert not read.has(Role.PSYCHOLOGUE, "seance", "liste")
    assert not read.has(Role.SECRETARIAT, "seance", "lire")
    assert not read.has(Role.PSYCHOLOGUE, "fiche", "lire")


@pytest.mark.parametrize(
    "words", ['psychologue = ["tout"]', 'chirurgien = ["lire"]', 'psychologue = "lire"']
)
def test_that_a_word_nobody_knows_is_refused(words):
    with pytest.raises(FormError) as refused:
        load(HEAD + LINE.format("seance", words))
    assert len(refused.value.faults) == 1


def test_that_the_shipped_matrix_has_a_source_and_a_title_for_each_content():
    shipped = matrice()
    assert "L1110-12" in shipped.source
    assert all(contenu.titre for contenu in shipped.contenus.values())
