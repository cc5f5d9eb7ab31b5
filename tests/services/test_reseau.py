"""What is expected of a team is read strictly, with its source."""

import pytest

from microstructure_desktop import assets
from microstructure_desktop.forms.toml_table import FormError
from microstructure_desktop.services import shipped
from microstructure_desktop.services.reseau import load, reseau

SHIPPED = assets.text("reseau.toml")


def test_that_the_quarterly_meeting_lasts_two_hours_four_times_a_year():
    assert (reseau().trimestrielle_minutes, reseau().trimestrielles_par_an) == (120, 4)
    assert "MSMA" in reseau().source


def test_that_the_three_trainings_before_the_start_are_in_the_list():
    known = shipped.shipped().listes["FORMATIONS"]
    assert reseau().formations_attendues == ("CONCEPT", "SYSTEME_INFORMATION", "ADDICTOLOGIE")
    assert all(code in known for code in reseau().formations_attendues)


def test_that_a_theme_keeps_its_code_for_ever():
    agreed = "INDICATEURS PRATIQUES PARTENARIATS VEILLE EVALUATION SEVRAGE ENTRETIEN VHC TROD"
    assert [t.code for t in reseau().themes] == [*agreed.split(), "FORMATIONS"]
    assert all(t.source for t in reseau().themes)


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('code = "TROD"', 'code = "VHC"', "deux fois"),
        ("trimestrielle_minutes = 120", "trimestrielle_minutes = 0", "trimestrielle_minutes"),
        ('titre = "Formations à prévoir"', "", "titre"),
        ('code = "TROD"', 'code = "TROD"\nautre = 1', "autre"),
    ],
)
def test_that_a_mistake_is_said(was, becomes, said):
    with pytest.raises(FormError) as found:
        load(SHIPPED.replace(was, becomes))
    assert said in " ".join(map(str, found.value.faults))
