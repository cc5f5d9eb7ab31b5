"""Names of others become ids and codes of ours, each once."""

import pytest

from microstructure_desktop.forms.fhir import names
from microstructure_desktop.forms.toml_table import CODE, ID


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("age", "age"),
        ("/44249-1/1.2", "q_44249_1_1_2"),
        ("Prénom d’usage", "prenom_dusage"),
        ("🙂", "q"),
        ("x" * 300, "x" * 50),
    ],
)
def test_that_a_link_becomes_an_id(link, expected):
    found = names.item_id(link, set())
    assert found == expected
    assert ID.fullmatch(found)


def test_that_two_links_never_share_an_id():
    taken: set[str] = set()
    assert [names.item_id(link, taken) for link in ("a.b", "a-b", "a_b", "a_b")] == [
        "a_b",
        "a_b_n2",
        "a_b_n3",
        "a_b_n4",
    ]


@pytest.mark.parametrize(
    ("code", "expected"), [("LA6568-5", "LA6568_5"), ("oui", "oui"), ("-1", "1"), ("¿", "CODE")]
)
def test_that_a_code_of_others_becomes_one_of_ours(code, expected):
    found = names.option_code(code, set())
    assert found == expected
    assert CODE.fullmatch(found)
