"""Every indicator has its words, and every word its indicator."""

import pytest

from microstructure_desktop.domain.indicateurs.faits import Periode
from microstructure_desktop.domain.indicateurs.tous import ANNUELS, MENSUELS
from microstructure_desktop.domain.indicateurs.valeur import TOTAL
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.services.shipped import shipped

from .faits import FaitsEcrits

PERIODES = {
    **dict.fromkeys(MENSUELS, Periode.du_mois(Mois(2026, 10))),
    **dict.fromkeys(ANNUELS, Periode.de_l_annee(2026)),
}


def test_that_what_is_counted_is_what_is_defined():
    assert set(shipped().indicateurs.definitions) == {*MENSUELS, *ANNUELS}


@pytest.mark.parametrize("code", PERIODES)
def test_that_an_indicator_answers_by_its_code_even_of_nothing(code):
    found = {**MENSUELS, **ANNUELS}[code](FaitsEcrits(), PERIODES[code])
    assert found.code == code
    assert found.valeurs
    assert len({v.cle for v in found.valeurs}) == len(found.valeurs)


@pytest.mark.parametrize("code", PERIODES)
def test_that_every_line_has_a_label(code):
    known = shipped()
    faits = FaitsEcrits(programmes=known.programmes, groupes=known.indicateurs.groupes)
    definition = known.indicateurs.definitions[code]
    codes = known.listes[definition.liste].options if definition.liste else ()
    of_series = (
        f"{serie.prefixe}{option.code}"
        for serie in definition.series
        for option in known.listes[serie.liste].options
    )
    labels = {TOTAL, *definition.lignes, *(o.code for o in codes), *of_series}
    found = {**MENSUELS, **ANNUELS}[code](faits, PERIODES[code])
    assert {v.cle for v in found.valeurs} <= labels
    assert set(definition.exactes) <= {v.cle for v in found.valeurs}
