"""What is said of a file that cannot be read, whole and in place."""

from microstructure_desktop.forms.fhir.errors import Refused
from microstructure_desktop.forms.toml_table import Fault, FormError


def test_that_a_refusal_names_each_place_and_is_a_form_error():
    refused = Refused([Fault("/1", Refused.ELEMENT.format("x")), Fault("", Refused.NOT_JSON)])
    assert isinstance(refused, FormError)
    assert list(map(str, refused.faults)) == [
        "/1 : élément « x » non pris en charge",
        "écriture JSON non reconnue",
    ]
