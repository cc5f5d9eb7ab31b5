"""Code lists: strict to read, tolerant to unknown codes."""

import pytest

from microstructure_desktop.forms import code_lists
from microstructure_desktop.forms.toml_table import FormError

GOOD = """
id = "CL05"
label = "Issue"
version = 2
depuis = 2026-11-01
source = "essai"
proposal = true
codes = [{ code = "HONORE", label = "Honoré" }, { code = "REPORTE", label = "Reporté" }]
"""


def test_that_a_list_is_read_with_its_date_and_its_source():
    found = code_lists.load(GOOD)
    assert (found.id, found.version, found.proposal) == ("CL05", 2, True)
    assert found.depuis.isoformat() == "2026-11-01"
    assert found.source == "essai"
    assert [option.code for option in found.options] == ["HONORE", "REPORTE"]


def test_that_a_code_has_its_label_and_an_unknown_code_labels_itself():
    found = code_lists.load(GOOD)
    assert found.label_of("HONORE") == "Honoré"
    assert found.label_of("ANCIEN") == "ANCIEN"
    assert "HONORE" in found
    assert "ANCIEN" not in found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"REPORTE"', '"HONORE"'),
        ('"REPORTE"', '"RE PORTE"'),
        ('label = "Reporté"', 'label = ""'),
        ('label = "Reporté"', 'label = "Reporté", poids = 1'),
        ('label = "Issue"', 'titre = "Issue"'),
        ("depuis = 2026-11-01", 'depuis = "hier"'),
        ("[{", "["),
    ],
)
def test_that_a_damaged_list_is_refused(old, new):
    with pytest.raises(FormError) as caught:
        code_lists.load(GOOD.replace(old, new))
    assert caught.value.faults


def test_that_an_empty_list_is_refused():
    text = GOOD[: GOOD.index("codes")] + "codes = []"
    with pytest.raises(FormError):
        code_lists.load(text)


def test_that_a_fault_of_a_code_has_the_line_of_the_code():
    text = GOOD[: GOOD.index("codes")] + 'codes = [\n  { code = "A", label = "A" },\n'
    text += '  { code = "A", label = "B" },\n]\n'
    with pytest.raises(FormError) as caught:
        code_lists.load(text)
    assert [fault.line for fault in caught.value.faults] == [10]
    with pytest.raises(FormError) as caught:
        code_lists.load(GOOD.replace("REPORTE", "HONORE"))
    assert [fault.line for fault in caught.value.faults] == [8]


def test_that_a_retired_code_is_labelled_and_not_offered():
    retired = GOOD.replace('label = "Reporté"', 'label = "Reporté", retired = true')
    listed = code_lists.load(retired)
    assert listed.label_of("REPORTE") == "Reporté"
    assert [option.code for option in listed.offered] == ["HONORE"]
