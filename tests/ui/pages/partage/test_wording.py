"""Every state and every check has its words."""

from datetime import UTC, date, datetime

from microstructure_desktop.domain.boite_envoi import Essai, EtatPli, Pli
from microstructure_desktop.exchange.accuse import Accuse, EtatAccuse
from microstructure_desktop.services.envois import EnvoiLu
from microstructure_desktop.services.envois_depart import Controle
from microstructure_desktop.ui.pages.partage import wording

NOW = datetime(2026, 11, 19, 14, tzinfo=UTC)


def lu(etat, *essais, accuse=None, remplace=None):
    pli = Pli("ab" * 32, "2026-10", 3, remplace, "MSMA_x.msma", NOW, etat)
    return EnvoiLu(pli, essais, accuse)


def test_that_no_state_nor_check_is_without_words():
    assert set(wording.ETATS) == set(EtatPli)
    assert set(wording.CONTROLES) == set(Controle)
    signs = [sign for sign, _, _ in wording.ETATS.values()]
    assert len(set(signs)) == len(signs)  # told by shape too


def test_that_a_receipt_gives_its_day():
    told = Accuse("ab" * 32, "OCC-31-007", EtatAccuse.ACCEPTE, "", date(2026, 11, 3))
    assert wording.state_words(lu(EtatPli.ACCUSE, accuse=told)) == (
        "package-check",
        "ok",
        "Reçu par l’animateur le 3\xa0novembre\xa02026",
    )
    assert (
        wording.state_words(lu(EtatPli.REMPLACE, accuse=told))[2] == "Remplacé par une correction"
    )


def test_that_the_last_attempt_and_a_refusal_are_said():
    tried = Essai("ab" * 32, NOW, "c", "injoignable", "coupure")
    assert wording.attempts(lu(EtatPli.EN_ATTENTE, tried), NOW) == [
        "abababab",
        "Aujourd’hui\xa0: serveur injoignable",
    ]
    refused = Accuse("ab" * 32, "OCC-31-007", EtatAccuse.REFUSE, "cumul", date(2026, 11, 3))
    found = wording.attempts(lu(EtatPli.REFUSE, accuse=refused, remplace="cd" * 32), NOW)
    assert found[0] == "abababab · correction"
    assert "total depuis janvier" in found[-1]
