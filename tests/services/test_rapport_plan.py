"""Each section is there once, each figure in one of them; a faulty file is refused."""

import pytest

from microstructure_desktop import assets
from microstructure_desktop.domain.indicateurs.tous import ANNUELS, MENSUELS
from microstructure_desktop.domain.rapport_annuel import Section
from microstructure_desktop.forms.toml_table import FormError
from microstructure_desktop.services import rapport_plan
from microstructure_desktop.services.activite import SUR_L_ANNEE
from microstructure_desktop.services.rapport_plan import Exporte, plan
from microstructure_desktop.services.shipped import shipped

TEXT = assets.text("rapport_annuel.toml")


def test_that_the_sections_are_in_their_order():
    assert [p.section for p in plan().parties] == list(Section)
    assert all(p.titre for p in plan().parties)


def test_that_every_annual_indicator_stands_in_one_section():
    shown = plan().indicateurs
    assert set(ANNUELS) | set(SUR_L_ANNEE) == set(shown)
    assert len(shown) == len(set(shown))
    assert {r.code for r in plan().reperes} <= {*ANNUELS, *MENSUELS}


def test_that_every_variable_and_table_that_may_leave_has_its_place():
    variables = [v for p in plan().parties for v in p.variables]
    assert set(variables) == set(shipped().regles.regroupements)
    assert [e for p in plan().parties for e in p.exporte] == [
        Exporte.FILE_ACTIVE,
        Exporte.ACTIVITE,
        Exporte.FONCTIONNEMENT,
        Exporte.FORFAITS,
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "methode"', 'id = "autre"', "« id »"),
        ('id = "methode"', 'id = "identite"', "partie oubliée"),
        ('indicateurs = ["A04"]', 'indicateurs = ["A01"]', "« A01 »"),
        ('diffusables = ["A24"]', 'diffusables = ["A01"]', "pas parmi les indicateurs"),
        ('exporte = ["forfaits"]', 'exporte = ["noms"]', "« exporte »"),
        ('exporte = ["forfaits"]', 'exporte = ["activite"]', "« activite »"),
        ('titre = "Méthode"', 'titre = "Méthode"\nnoms = true', "clé inconnue"),
        ('mots = "actes honorés"', "", "« mots »"),
    ],
)
def test_that_a_faulty_file_is_refused(old, new, said):
    assert old in TEXT
    with pytest.raises(FormError) as refused:
        rapport_plan.load(TEXT.replace(old, new, 1))
    assert said in " ".join(map(str, refused.value.faults)).replace("\u00a0", " ")
