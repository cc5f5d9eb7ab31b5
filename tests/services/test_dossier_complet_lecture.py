"""A record becomes an entry: what it is called, its facts, and what was typed in each."""

from microstructure_desktop.reports.dossier_complet_imprime import Entree, Ligne, Partie
from microstructure_desktop.services.dossier_complet_lecture import Sources, ligne, simple
from microstructure_desktop.services.versions import Reader
from tests import factories as make


def test_that_a_record_becomes_an_entry(team):
    sophie = team.patient()
    with team.medecin.store.read() as work:
        sources = Sources(Reader(team.medecin, work, {}), sophie, frozenset({sophie.id}))
        (made,) = sources.entrees([make.a_rendez_vous(precision="Avec sa mère")])
    assert made.titre.startswith("Rendez-vous du ")
    (part,) = made.parties
    assert part.titre == ""
    assert part.lignes[-1] == Ligne("Précision", "Avec sa mère", ("Avec sa mère",))
    assert part.lignes[0].libres == ()


def test_that_a_line_without_a_text_is_left_out():
    made = simple("Titre", ligne("A", "dit", " "), ligne("B", ""))
    assert made == Entree("Titre", (Partie("", (Ligne("A", "dit"),)),))
