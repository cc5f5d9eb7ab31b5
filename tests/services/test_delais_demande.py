"""When a person who asks for their data is answered, counted by hand from the shipped file."""

from datetime import date

import pytest

from microstructure_desktop import assets
from microstructure_desktop.domain.demande import Demande, NatureDemande
from microstructure_desktop.forms.toml_table import FormError
from microstructure_desktop.services.delais_demande import Echeance, delais, load
from tests.factories import AUTHOR, PATIENT


def asked(jour, nature=NatureDemande.ACCES):
    return Demande("d", PATIENT, jour, nature, AUTHOR)


def test_that_an_access_is_due_in_eight_days_and_not_before_two():
    found = delais().echeance(asked(date(2026, 11, 19)))
    assert found == Echeance(
        date(2026, 11, 27), date(2026, 11, 21), date(2027, 1, 19), date(2021, 11, 19)
    )
    assert not found.en_retard(date(2026, 11, 27))
    assert found.en_retard(date(2026, 11, 28))


def test_that_the_other_requests_are_due_in_a_month():
    found = delais().echeance(asked(date(2026, 12, 31), NatureDemande.RECTIFICATION))
    assert found == Echeance(date(2027, 1, 31))


def test_that_what_was_not_read_word_for_word_is_said():
    found = delais()
    assert "L1111-7" in found.source
    assert "non relu mot pour mot" in found.source
    assert [r.titre for r in found.regles if r.a_verifier] == ["Autres demandes"]
    assert "mère" in found.proches


def test_that_the_latest_version_applies_and_a_damaged_file_is_refused():
    text = assets.text("demandes.toml")
    older = text.replace("depuis = 2026-11-01", "depuis = 2019-01-01").replace("= 8", "= 9")
    assert load(f"{older}\n{text}").sante_jours == 8
    for wrong in (text.replace("= 8", "= 0"), text.replace("regle]]", "autre]]"), ""):
        with pytest.raises(FormError):
            load(wrong)
