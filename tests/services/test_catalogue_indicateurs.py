"""The indicators in words, read strictly."""

import pytest

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.indicateurs.reponses import Origine
from microstructure_desktop.forms.toml_table import FormError
from microstructure_desktop.services import catalogue_indicateurs as catalogue
from microstructure_desktop.services.catalogue_indicateurs import Diffusion
from microstructure_desktop.services.shipped import shipped

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
ASKED = (
    OTHER
    + """
serie = [{ prefixe = "logement_", libelle = "Logement", liste = "CL09" }]
[[indicateur.ligne]]
cle = "logement_total"
libelle = "Tous les logements"
[[question]]
nom = "logement"
items = ["logement", "logement_ancien"]
metiers = ["travailleur_social", "equipe"]
[[ordre]]
liste = "CL18"
codes = ["AUCUNE_30J", "QUOTIDIENNE"]
"""
)


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


def test_that_a_series_of_values_is_called_by_its_list():
    found, listes = catalogue.load(ASKED).definitions["A01"], shipped().listes
    assert found.libelle("logement_SDF", listes) == "Logement\u00a0: Sans domicile"
    assert found.libelle("logement_YOURTE", listes) == "Logement\u00a0: YOURTE"
    assert found.libelle("logement_total", listes) == "Tous les logements"
    assert found.libelle("autre", listes) == "autre"
    assert catalogue.load(ONE).definitions["M04"].libelle("DECES", listes) == "Décès"


def test_that_questions_name_their_items_and_professions_and_orders_their_codes():
    found = catalogue.merged([catalogue.load(ONE), catalogue.load(ASKED)])
    said = Origine(("logement", "logement_ancien"), frozenset({Role.TRAVAILLEUR_SOCIAL, None}))
    assert found.origines == {"logement": said}
    assert found.ordres == {"CL18": ("AUCUNE_30J", "QUOTIDIENNE")}
    lexique = found.lexique(shipped().listes)
    assert (lexique.origines, lexique.ordres) == (found.origines, found.ordres)
    assert lexique.codes["CL07"] == ("F", "H", "AUTRE", "NR")


def test_that_a_profession_that_fills_in_no_fiche_is_refused():
    with pytest.raises(FormError) as refused:
        catalogue.load(ASKED.replace("travailleur_social", "secretariat"))
    assert any("secretariat" in str(fault) for fault in refused.value.faults)
