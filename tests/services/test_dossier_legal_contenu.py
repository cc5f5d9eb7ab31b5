"""A paper is filled in from the texts and from what the program applies, the same each time."""

from datetime import date

import pytest

from microstructure_desktop.reports.dossier_legal_imprime import Cases, Grille, Textes
from microstructure_desktop.services import droits_mots
from microstructure_desktop.services.dossier_legal_constats import Constat
from microstructure_desktop.services.dossier_legal_contenu import Etat, papier
from microstructure_desktop.services.dossier_legal_lecture import modeles
from microstructure_desktop.services.dossier_legal_modeles import Observe, Point
from microstructure_desktop.services.dossier_legal_valeurs import Remplisseur
from microstructure_desktop.services.durees import regles

LE = date(2026, 11, 19)
ALL = {name: f"<{name}>" for name in modeles().blancs}
GOOD = {each: Constat(bon=True, phrase="Vu.") for each in Observe}
BY_HAND, ONCE = Point("disque", "Disque", "…", mois=12), Point("action", "Action")


def made(papier_id, filled=ALL, points=None):
    fill = Remplisseur(filled)
    modele = next(p for p in modeles().papiers if p.id == papier_id)
    return papier(modele, fill, Etat(points or {}, GOOD, LE)), fill


def blocs(papier_id, kind, **options):
    printed, _ = made(papier_id, **options)
    return [b for partie in printed.parties for b in partie.blocs if isinstance(b, kind)]


@pytest.mark.parametrize("papier_id", [p.id for p in modeles().papiers])
def test_that_every_blank_is_filled_or_told(papier_id):
    _, full = made(papier_id)
    assert full.manquants == []
    printed, empty = made(papier_id, filled={})
    assert set(empty.manquants) <= set(modeles().blancs)
    assert str(printed).count("[à compléter") >= len(empty.manquants)
    assert "{" not in str(printed)


def test_that_every_blank_serves():
    asked = {name for p in modeles().papiers for name in made(p.id, filled={})[1].manquants}
    on_each_foot = {"relecture"}
    assert asked | on_each_foot == set(modeles().blancs)


def test_that_the_rights_are_those_that_are_applied():
    (rights,) = [g for g in blocs("registre", Grille) if g.colonnes[0] == "Contenu"]
    assert [row[0] for row in rights.lignes] == [x.titre for x in droits_mots.tableau().lignes]
    assert rights.lignes[0][1:] == droits_mots.tableau().lignes[0].mots
    assert Textes((droits_mots.HONNETE,)) in blocs("registre", Textes)


def test_that_durations_are_those_that_are_applied():
    (kept,) = [g for g in blocs("registre", Grille) if g.colonnes[0] == "Quoi"]
    rules = [(r.titre, r.texte, "À vérifier" if r.a_verifier else "") for r in regles().regles]
    assert list(kept.lignes[:-2]) == rules
    assert kept.lignes[-2][1] == "<duree_journal>, puis les lignes sont retirées."
    assert kept.lignes[-1][1].startswith("12\u00a0mois au plus")


def test_that_each_risk_has_its_line():
    (risks,) = [g for g in blocs("aipd", Grille) if "Avant" in g.colonnes]
    assert len(risks.lignes) == len(modeles().risques) == 12
    assert risks.lignes[0][2] == "Gravité 4\nVraisemblance 2"
    assert risks.lignes[-1][4].startswith("Limité\nAccepté")


def test_that_a_line_checked_is_done_until_it_is_to_be_looked_at_again():
    etat = Etat({"disque": date(2025, 11, 20), "action": date(2019, 1, 1)}, GOOD, LE)
    assert (etat.fait(BY_HAND), etat.phrase(BY_HAND)) == (True, "Vérifié le 20/11/2025")
    old = Etat({"disque": date(2025, 11, 19)}, GOOD, LE)
    said = "Vérifié le 19/11/2025\u00a0: à revoir"
    assert (old.fait(BY_HAND), old.phrase(BY_HAND)) == (False, said)
    assert (etat.fait(ONCE), etat.phrase(ONCE)) == (True, "Fait le 01/01/2019")
    never = Etat({}, GOOD, LE)
    assert (never.phrase(BY_HAND), never.phrase(ONCE)) == ("À vérifier", "À faire")


def test_that_a_line_of_the_thirty_first_is_looked_at_in_a_shorter_month():
    half = Point("p", "P", "…", mois=6)
    day = {"p": date(2026, 8, 31)}
    assert Etat(day, GOOD, date(2027, 2, 27)).fait(half)
    assert not Etat(day, GOOD, date(2027, 2, 28)).fait(half)


def test_that_what_the_program_sees_is_not_what_was_ticked():
    seen = {**GOOD, Observe.LIEU: Constat(bon=False, phrase="Ailleurs.")}
    point = next(p for p in modeles().points() if p.constat is Observe.LIEU)
    etat = Etat({point.id: LE}, seen, LE)
    assert (etat.fait(point), etat.phrase(point)) == (False, "Ailleurs.")


def test_that_ticks_are_printed():
    first = blocs("poste", Cases, points={"disque": LE})[0]
    assert [case.faite for case in first.lignes] == [True, *[False] * 4, True, True]
