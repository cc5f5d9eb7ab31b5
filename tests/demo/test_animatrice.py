"""The demonstration agrees with an animator whose secrets nobody keeps."""

from microstructure_desktop.demo import animatrice
from microstructure_desktop.services import enrolement


def test_that_the_cabinet_can_seal_afterwards(team):
    animatrice.convenir(team.medecin)
    etat = enrolement.etat(team.medecin)
    assert etat.courante is not None
    assert etat.courante.convention.animateur == animatrice.NOM
    assert etat.courante.convention.region == etat.cabinet.region
    assert etat.cle is not None
