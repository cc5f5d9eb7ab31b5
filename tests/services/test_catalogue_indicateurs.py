"""The indicators in words, read strictly."""

import pytest

from microstructure_desktop.forms.toml_table import FormError
from microstructure_desktop.services import catalogue_indicateurs as catalogue
from microstructure_desktop.services.catalogue_indicateurs import Diffusion

ONE = """
source = "Nous"
[[indicateur]]
code = "M04"
titre = "Sorties"
definition = "Suivis terminés dans le mois."
diffusion = "groupe"
liste = "CL29"
[[indicateur.ligne]]
cle = ""
libelle = "Ensemble"
[[groupe]]
liste = "CL29"
nom = "Relais"
codes = ["RELAIS_CSAPA", "RELAIS_AUTRE"]
"""
OTHER = """
source = "Vous"
[[indicateur]]
code = "A01"
titre = "File active"
definition = "Personnes vues."
diffusion = "exact"
"""


def test_that_a_definition_says_where_its_figures_may_go():
    found = catalogue.load(ONE).definitions["M04"]
    assert (found.diffusion, found.liste, found.mensuel) == (Diffusion.GROUPE, "CL29", True)
    assert found.lignes == {"": "Ensemble"}


def test_that_some_values_may_leave_although_the_rest_may_not():
    said = OTHER.replace('"exact"', '"interne"') + 'exactes = ["", "minutes"]'
    found = catalogue.load(said).definitions["A01"]
    assert [found.exacte(cle) for cle in ("", "minutes", "moyenne")] == [True, True, False]
    assert catalogue.load(OTHER).definitions["A01"].exacte("moyenne")


def test_that_several_files_are_one_catalogue_in_the_order_of_the_codes():
    found = catalogue.merged(map(catalogue.load, (ONE, OTHER)))
    assert list(found.definitions) == ["A01", "M04"]
    assert found.sources == ("Nous", "Vous")
    assert found.groupes == {"CL29": {"RELAIS_CSAPA": "Relais", "RELAIS_AUTRE": "Relais"}}


def test_that_a_figure_that_may_go_nowhere_known_is_refused():
    with pytest.raises(FormError):
        catalogue.load(OTHER.replace('"exact"', '"partout"'))
