"""A document's content is kept as it came, and letters as they were written."""

import pytest

from microstructure_desktop.domain.document import DocumentRecu, Lettre
from microstructure_desktop.store.failures import RecordMissing
from tests import factories as make

JOUR = make.NOW.date()


def test_that_a_content_comes_back_byte_for_byte(store):
    made = DocumentRecu(
        "d", make.PATIENT, "Bilan", "ANALYSE", JOUR, "application/pdf", 4, "ab" * 32, make.AUTHOR
    )
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.documents.add(made, b"%PDF")
        assert work.documents.of(make.PATIENT) == [made]
        assert work.documents.contenu(made.id) == b"%PDF"
        with pytest.raises(RecordMissing):
            work.documents.contenu("autre")


def test_that_a_letter_is_kept(store):
    made = Lettre("l", make.PATIENT, "sortie", JOUR, make.AUTHOR, "Objet", "Corps")
    with store.begin(make.AUTHOR, make.NOW) as work:
        work.lettres.save(made)
        assert work.lettres.of(make.PATIENT) == [made]
