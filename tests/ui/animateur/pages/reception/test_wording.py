"""What is said of a file: what happened, and what to do."""

from datetime import date

from microstructure_desktop.animateur.model import Quarantaine
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.ui.animateur.pages.reception import wording
from microstructure_desktop.ui.animateur.pages.reception.acts import Attente, Ligne

MARS, JOUR = Mois(2026, 3), date(2026, 4, 20)


def test_that_an_accepted_one_asks_for_nothing():
    dite = wording.line(Ligne("accepte", "x.msma", "Cabinet", MARS))
    assert (dite.titre, dite.tag, dite.suite) == ("Cabinet · mars\xa02026", "Accepté", "")
    assert dite.fichier == "x.msma"


def test_that_a_correction_and_what_it_let_in_are_told():
    dite = wording.line(Ligne("accepte", "x", "Cabinet", MARS, corrige=True, reprises=2))
    assert "remplace l’envoi d’avant" in dite.detail
    assert "2\xa0paquets attendaient celui-ci en quarantaine\xa0: acceptés aussi." in dite.detail


def test_that_a_way_out_of_the_cabinet_is_told_as_words_for_it():
    assert wording.advice("convention", "Importez.") == "À dire au cabinet\xa0: «\xa0Importez.\xa0»"
    assert wording.advice("structure", "Inscrivez.") == "Inscrivez."
    assert wording.advice("", "Rebranchez.") == "Rebranchez."


def test_that_what_has_no_name_is_called_by_its_file():
    dite = wording.line(Ligne("illisible", "page.pdf", phrase=("Illisible.", "Scannez.")))
    assert (dite.titre, dite.fichier, dite.tag) == ("page.pdf", "", "Non lu")
    assert wording.line(Ligne("illisible", "")).titre == "Feuilles scannées"


def test_that_the_quarantine_says_since_when():
    kept = Quarantaine("e", "n.msma", "scelle", JOUR, "dossier")
    assert "Reçu aujourd’hui." in wording.waiting(Attente(kept, ""), JOUR).detail
    later = wording.waiting(Attente(kept, ""), date(2026, 5, 1))
    assert "Reçu le 20\xa0avril\xa02026." in later.detail


def test_that_a_heap_is_summed_up():
    lignes = [Ligne("accepte", "a"), Ligne("accepte", "b"), Ligne("doublon", "c")]
    assert wording.summary(lignes) == ("ok", "3\xa0paquets lus", "2\xa0acceptés, 1\xa0doublon.")
    kind, title, said = wording.summary([*lignes, Ligne("refuse", "d"), Ligne("illisible", "e")])
    assert title == "4\xa0paquets lus"
    assert (kind, said.split(", ")[2:]) == ("warn", ["1\xa0refusé", "1 à revoir."])
