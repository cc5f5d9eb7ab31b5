"""What a month says: a word and a shape of its own for each state."""

from datetime import date

from microstructure_desktop.animateur.completeness import Case, EtatCase, LigneTableau
from microstructure_desktop.animateur.model import EtatPaquet, Paquet, Quarantaine, Structure
from microstructure_desktop.animateur.reminders import Refus, Relance
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.ui.animateur.pages.mois import acts, wording

MARS, JOUR = Mois(2026, 3), date(2026, 4, 20)
STRUCTURE = Structure("OCC-31-001", "OCC", "Cabinet", "k", "c", JOUR, MARS)


def ligne(*trous):
    return LigneTableau(STRUCTURE, (), trous)


def test_that_no_two_states_share_a_shape_or_a_word():
    assert set(wording.SIGNES) == set(EtatCase)
    assert len({sign.icone for sign in wording.SIGNES.values()}) == len(EtatCase)
    assert len({sign.long for sign in wording.SIGNES.values()}) == len(EtatCase)


def test_that_a_correction_says_its_version():
    assert wording.short(Case(MARS, EtatCase.CORRIGE, 2)) == "v2"
    assert wording.short(Case(MARS, EtatCase.CORRIGE, 1)) == "Corrigé"
    said = wording.spoken(ligne(), Case(MARS, EtatCase.CORRIGE, 2))
    assert said == "Cabinet, mars\xa02026\xa0: Corrigé, la dernière version (version 2)"


def test_that_a_bundle_says_how_it_came_and_whether_it_counts():
    paquet = Paquet("id", "s", MARS, 4, None, EtatPaquet.RETENU, JOUR, "courriel")
    assert wording.bundle(paquet, 2) == (
        "Version 2, c’est elle qui compte",
        "Reçue le 20\xa0avril\xa02026 par message · envoi n°\xa04",
    )
    refus = Quarantaine("e", "n", "scelle", JOUR, "dossier")
    assert wording.refused(refus)[1].endswith("Reçu le 20\xa0avril\xa02026.")


def test_that_an_empty_month_says_until_when_it_was_awaited(world):
    lu = acts.lire(world.desk, None)
    said = {etat: wording.nothing(Case(MARS, etat), lu) for etat in EtatCase}
    assert said[EtatCase.HORS].startswith("Rien n’est attendu")
    assert said[EtatCase.ATTENDU].endswith("attendu jusqu’au 15\xa0avril\xa02026.")
    assert said[EtatCase.MANQUANT].endswith("c’était attendu jusqu’au 15\xa0avril\xa02026.")


def test_that_gaps_are_named():
    assert wording.gaps(ligne()) == ""
    assert wording.gaps(ligne(2)).startswith("L’envoi n°\xa02 n’est")
    assert wording.gaps(ligne(2, 3, 5)).startswith("Les envois n°\xa02, 3 et 5 ne sont")


def test_that_what_is_owed_is_said_in_full():
    relance = Relance(STRUCTURE, (MARS,), (Refus(Mois(2026, 4), "scelle"),))
    assert wording.owed(relance) == "mars\xa02026, avril\xa02026 (refusé)"
