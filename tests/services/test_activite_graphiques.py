"""Charts of a period: months with the year before, professions, steps, evolutions."""

from dataclasses import replace
from datetime import date

import pytest

from microstructure_desktop.charts.model import Barres, Cascade, Courbe
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.indicateurs.valeur import Nature, Resultat, Valeur
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services.activite import Activite, Autour, Serie
from microstructure_desktop.services.activite_graphiques import Cible, images
from microstructure_desktop.services.activite_themes import ACTES, EVOLUTION, QUI, SANTE
from microstructure_desktop.services.indicateurs import Bilan
from microstructure_desktop.services.reference import load

YEAR = Periode.de_l_annee(2026)
MONTHS = tuple(Mois(2026, n) for n in range(1, 13))
WHO = frozenset([PatientId("a")])


@pytest.fixture(scope="module")
def known():
    return load()


def a_bilan(periode, *results):
    return Bilan(periode, {r.code: r for r in results}, en_cours=False, exclus=0)


def an_activity(*results):
    return Activite(a_bilan(YEAR, *results), (), 0, frozenset())


def beside(now, before, *results):
    serie = Serie(MONTHS, now, before, MONTHS[10])
    return Autour(a_bilan(Periode.de_l_annee(2025), *results), serie, ())


def acts(code, *numbers):
    roles = ("medecin", "psychologue", "travailleur_social", "psychiatre")
    pairs = zip(roles, numbers, strict=True)
    return Resultat(code, tuple(Valeur(role, Nature.NOMBRE, n) for role, n in pairs))


def test_that_people_seen_are_drawn_month_after_month(known):
    now = (*range(1, 12), None)
    (image,) = images(QUI, known, an_activity(), beside(now, (0,) * 10 + (4, 5)))
    courbe = image.graphique
    assert isinstance(courbe, Courbe)
    assert courbe.mois[0] == date(2026, 1, 1)
    first, second = courbe.rangees
    assert (first.nom, second.nom, second.avant) == ("2026", "2025", True)
    assert [p.provisoire for p in first.points] == [False] * 10 + [True, False]
    assert [p.valeur for p in second.points] == [None] * 10 + [4, 5]
    assert image.cibles[0, 0] == Cible("M01", "", Periode.du_mois(Mois(2026, 1)))
    assert image.cibles[10, 1] == Cible("M01", "", Periode.du_mois(Mois(2025, 11)))
    assert (11, 0) not in image.cibles


def test_that_the_curve_waits_for_what_is_beside(known):
    assert images(QUI, known, an_activity(), None) == ()
    (image,) = images(QUI, known, an_activity(), beside((1,) * 12, (0,) * 12))
    assert len(image.graphique.rangees) == 1


def test_that_acts_are_drawn_by_profession_beside_the_year_before(known):
    found = an_activity(acts("A15", 1, 2, 3, 4))
    (image,) = images(ACTES, known, found, beside((0,) * 12, (0,) * 12, acts("A15", 4, 3, 2, 1)))
    bars = image.graphique
    assert isinstance(bars, Barres)
    assert bars.categories[0] == "Médecin généraliste"
    assert [[p.valeur for p in r.points] for r in bars.rangees] == [[1, 2, 3, 4], [4, 3, 2, 1]]
    assert image.cibles == {}
    (alone,) = images(ACTES, known, found, beside((0,) * 12, (0,) * 12, acts("A15", 0, 0, 0, 0)))
    assert len(alone.graphique.rangees) == 1


def with_definition(known, code):
    """An indicator that the catalogue may not have yet."""
    kept = known.indicateurs
    made = replace(kept.definitions["A27"], code=code, titre="Titre", lignes={"": "Exposées"})
    return replace(known, indicateurs=replace(kept, definitions={**kept.definitions, code: made}))


def test_that_steps_are_a_cascade_that_opens_its_people(known):
    steps = (
        Valeur("", Nature.NOMBRE, 10, qui=WHO),
        Valeur("testees", Nature.PART, 8, 10, 2, WHO),
        Valeur("delai", Nature.MEDIANE, 30, 8),
    )
    found = an_activity(Resultat("A11", steps))
    (image,) = images(SANTE, with_definition(known, "A11"), found, None)
    assert isinstance(image.graphique, Cascade)
    assert image.graphique.etapes == ("Exposées", "testees")
    assert [(p.valeur, p.note) for p in image.graphique.points] == [(10, ""), (8, "2 NR")]
    assert image.cibles == {(0, 0): Cible("A11", "", YEAR), (1, 0): Cible("A11", "testees", YEAR)}
    assert image.graphique.part(1) == 80
    nobody = an_activity(Resultat("A11", (Valeur("", Nature.NOMBRE, 0),)))
    assert images(SANTE, with_definition(known, "A11"), nobody, None) == ()


def test_that_evolutions_are_bars(known):
    parts = (Valeur("mieux", Nature.PART, 3, 5, 1, WHO), Valeur("pire", Nature.PART, 0, 5))
    found = an_activity(Resultat("A19", parts))
    (image,) = images(EVOLUTION, with_definition(known, "A19"), found, None)
    assert image.graphique.categories == ("mieux", "pire")
    assert image.cibles == {(0, 0): Cible("A19", "mieux", YEAR)}
    assert images(QUI, known, found, None) == ()


def test_that_what_is_told_alike_of_several_things_stands_in_as_many_rows(known):
    def part(cle, number, nr=0):
        return Valeur(cle, Nature.PART, number, 5, nr, WHO if number else frozenset())

    told = (
        "Santé\u00a0: stable",
        "Santé\u00a0: mieux",
        "Social\u00a0: stable",
        "Social\u00a0: mieux",
    )
    found = an_activity(Resultat("A19", tuple(map(part, told, (1, 4, 0, 5), (2, 2, 0, 0)))))
    (image,) = images(EVOLUTION, with_definition(known, "A19"), found, None)
    assert image.graphique.categories == ("stable", "mieux")
    assert [r.nom for r in image.graphique.rangees] == ["Santé (2 NR)", "Social"]
    assert [[p.valeur for p in r.points] for r in image.graphique.rangees] == [[1, 4], [0, 5]]
    assert set(image.cibles) == {(0, 0), (1, 0), (1, 1)}


def test_that_without_anybody_nothing_is_drawn(known):
    found = an_activity(Resultat("A19", (Valeur("mieux", Nature.PART, 0, 0),)))
    assert images(EVOLUTION, with_definition(known, "A19"), found, None) == ()
