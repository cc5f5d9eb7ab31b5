"""Indicators in rows: labels, the year before, professions across, zeros left out."""

from dataclasses import replace

import pytest

from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.indicateurs.valeur import Nature, Resultat, Valeur
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services import reference
from microstructure_desktop.services.activite_lignes import Ligne, bloc, groupes
from microstructure_desktop.services.indicateurs import Bilan

ROLES = ("medecin", "psychologue", "travailleur_social", "psychiatre")


@pytest.fixture(scope="module")
def known():
    return reference.load()


def a_bilan(code, *figures):
    values = tuple(Valeur(cle, Nature.NOMBRE, n) for cle, n in figures)
    period = Periode.du_mois(Mois(2026, 11))
    return Bilan(period, {code: Resultat(code, values)}, en_cours=False, exclus=0)


def made(known, code, now, before=()):
    avant = a_bilan(code, *before) if before else None
    return bloc(known, known.indicateurs.definitions[code], a_bilan(code, *now), avant)


def test_that_each_figure_has_a_label_and_the_year_before(known):
    found = made(known, "M14", [("", 4), ("plus_30", 2)], [("", 3)])
    assert [(x.libelle, x.valeur.valeur) for x in found.lignes] == [
        ("En attente", 4),
        ("Depuis plus de 30 jours", 2),
    ]
    assert found.total.avant.valeur == 3
    assert found.lignes[1].avant is None
    assert found.definition.startswith("Personnes qui attendent")


def test_that_a_figure_alone_is_called_as_its_indicator(known):
    (ligne,) = made(known, "M01", [("", 4)]).lignes
    assert ligne.libelle == "Personnes vues dans le mois"


def test_that_a_long_list_leaves_out_zeros_but_never_its_total(known):
    many = [(f"code_{n}", n % 2) for n in range(9)]
    found = made(known, "A17", [("", 0), *many], [("code_0", 5)])
    assert [x.cle for x in found.utiles] == ["", "code_0", "code_1", "code_3", "code_5", "code_7"]
    short = made(known, "M14", [("", 0), ("plus_30", 0)])
    assert short.utiles == short.lignes


def test_that_professions_stand_across_when_much_is_said_of_each(known):
    acts = [(role, n) for n, role in enumerate(ROLES)]
    minutes = [(f"{role}_minutes", 30 * n) for n, role in enumerate(ROLES)]
    found = made(known, "M05", [("", 6), ("minutes", 180), *acts, *minutes])
    assert found.lignes == ()
    assert found.colonnes == ("Actes", "Minutes")
    assert [name for name, _ in found.rangs][-1] == "Ensemble"
    assert [[v.valeur for v in values] for _, values in found.rangs] == [
        [0, 0],
        [1, 30],
        [2, 60],
        [3, 90],
        [6, 180],
    ]


def test_that_professions_alone_stay_one_after_the_other(known):
    found = made(known, "M06", [("", 6), *((role, 1) for role in ROLES)])
    assert found.colonnes == ()
    assert len(found.lignes) == 5


def test_that_what_stands_beside_professions_is_not_lost(known):
    odd = [*((role, 1) for role in ROLES), *((f"{role}_minutes", 2) for role in ROLES)]
    found = made(known, "M05", [*odd, ("hors_tableau", 3)])
    assert len(found.lignes) == len(odd) + 1
    assert replace(found, lignes=()).total is None


def test_that_lines_told_alike_stand_under_what_they_are_about():
    """Also when another comes between them."""

    def line(text):
        return Ligne(text, text.replace(" : ", "\u00a0: "), Valeur("", Nature.NOMBRE, 1), None)

    told = ("Toutes", "Sexe : femme", "Âge : 18", "Sexe : homme", "Seul : ici", "Âge : 25")
    found = groupes([line(text) for text in told])
    assert [(head, [name for name, _ in rows]) for head, rows in found] == [
        ("", ["Toutes", "Seul\u00a0: ici"]),
        ("Sexe", ["Femme", "Homme"]),
        ("Âge", ["18", "25"]),
    ]
