"""Which convention is in use, and which waits, whatever was received before."""

import pytest

from microstructure_desktop.services import convention_lue, enrolement
from microstructure_desktop.services.convention_lue import NotEnrolled
from tests.services.conventions import coded, enrolled, fichier


def test_that_the_last_confirmed_is_in_use_and_a_later_one_waits(team):
    office = team.medecin
    first = enrolled(office)
    second = enrolement.importer(office, fichier(2))
    with office.store.read() as work:
        etat = convention_lue.etat(work)
        assert etat.courante == first.courante
        assert etat.en_attente == second
        assert convention_lue.en_vigueur(work).fichier != second.fichier


def test_that_nothing_is_in_use_before(team):
    coded(team.medecin)
    with team.medecin.store.read() as work:
        etat = convention_lue.etat(work)
        assert (etat.courante, etat.en_attente, etat.cle, etat.coded) == (None, None, None, True)
        with pytest.raises(NotEnrolled):
            convention_lue.en_vigueur(work)


def test_that_the_secret_is_in_no_word_of_it(team):
    enrolled(team.medecin)
    with team.medecin.store.read() as work:
        used = convention_lue.en_vigueur(work)
        said = repr((used, convention_lue.etat(work), work.cles_signature.all()))
    assert used.cle.secret.hex() not in said
    assert repr(used.cle.secret) not in said
