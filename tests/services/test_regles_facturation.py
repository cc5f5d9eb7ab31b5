"""What makes a forfait billable is dated data that a cabinet may change."""

from datetime import date

import pytest

from microstructure_desktop import assets
from microstructure_desktop.domain.facturable import Piece, SeuilActes
from microstructure_desktop.forms.toml_table import FormError
from microstructure_desktop.services import reference
from microstructure_desktop.services.regles_facturation import load

SHIPPED = assets.text("facturation.toml")
OWN = """
[[version]]
depuis = 2027-01-01
source = "Convention du cabinet"
avant_terme = false
sortie = "prorata"
[[version.piece]]
code = "actes"
seuil = "tous"
bloque = true
source = "Convention du cabinet"
"""


@pytest.fixture
def folder(tmp_path):
    found = tmp_path / "facturation"
    found.mkdir()
    return found


def test_that_what_is_shipped_names_its_source_and_forms_that_exist():
    (regles,) = reference.load().facturation
    assert [p.piece for p in regles.pieces] == list(Piece)
    assert all(p.source for p in regles.pieces)
    assert "Propositions" in regles.source
    forms = next(p.formulaires for p in regles.pieces if p.piece is Piece.FICHE_ENTREE)
    assert all(reference.load().forms.get(form) is not None for form in forms)


def test_that_a_cabinet_adds_its_own_rules_from_a_day(folder):
    (folder / "nous.toml").write_text(OWN, encoding="utf-8")
    known = reference.load(folder.parent)
    assert [r.depuis for r in known.facturation] == [date(2019, 10, 22), date(2027, 1, 1)]
    own = known.facturation[1]
    assert (own.avant_terme, own.prorata) == (False, True)
    assert own.pieces[0].seuil is SeuilActes.TOUS
    assert known.refuses == ()


def test_that_rules_of_the_same_day_take_the_place_of_the_shipped_ones(folder):
    (folder / "nous.toml").write_text(OWN.replace("2027-01-01", "2019-10-22"), encoding="utf-8")
    (regles,) = reference.load(folder.parent).facturation
    assert regles.source == "Convention du cabinet"


def test_that_a_damaged_file_is_left_aside_and_said(folder):
    (folder / "nous.toml").write_text(OWN.replace("tous", "beaucoup"), encoding="utf-8")
    known = reference.load(folder.parent)
    assert len(known.facturation) == 1
    assert [r.fichier for r in known.refuses] == ["nous.toml"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('sortie = "entier"', 'sortie = "moitié"'),
        ('code = "information"', 'code = "actes"'),
        ("apres_jours = 30", "apres_jours = -1"),
        ("bloque = true", "bloques = true"),
        (
            'formulaires = ["medicale_entree", "psychologique_entree", "sociale_entree"]\n',
            "",
        ),
    ],
)
def test_that_a_file_is_read_strictly(old, new):
    assert old in SHIPPED
    with pytest.raises(FormError):
        load(SHIPPED.replace(old, new, 1))
