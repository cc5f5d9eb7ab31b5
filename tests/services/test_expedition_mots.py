"""Each code that a way can answer has words of its own."""

import pytest

from microstructure_desktop.domain.boite_envoi import Resultat
from microstructure_desktop.exchange.channels.model import Detail
from microstructure_desktop.services import expedition_mots

WELL = {Detail.RIEN, Detail.NON_RELU, Detail.A_ENVOYER, Detail.SERVEUR}


def test_what_is_said_of_what_went_well():
    assert expedition_mots.dit("depose", "") == "déposé"
    assert expedition_mots.dit("deja_la", "") == "déjà déposé, à l’identique"
    assert expedition_mots.dit("depose", "a_envoyer") == "message préparé"
    assert expedition_mots.dit("conflit", "") == "un autre fichier porte déjà ce nom"


@pytest.mark.parametrize("detail", sorted(set(Detail) - WELL))
def test_that_each_failure_has_its_words(detail):
    told = expedition_mots.dit(Resultat.INJOIGNABLE, detail)
    assert told != expedition_mots.dit(Resultat.INJOIGNABLE, Detail.SERVEUR)
