"""A paper of the cabinet is nobody's."""

from datetime import date

from microstructure_desktop.domain.document import CABINET, DocumentRecu
from microstructure_desktop.store.tables import DOCUMENT


def test_that_a_paper_of_the_cabinet_has_no_patient_in_its_history():
    made = DocumentRecu("d", CABINET, "Convention", "", date(2026, 1, 5), "", 0, "", "m")
    assert DOCUMENT.patient(made) is None
