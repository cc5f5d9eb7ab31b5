"""A cabinet's own scales never prevent it from opening."""

import pytest

from microstructure_desktop.services import reference
from microstructure_desktop.services.local_definitions import SCALES
from microstructure_desktop.services.shipped import shipped

SHIPPED = {scale.id: scale for scale in shipped().instruments}


def own(tmp_path, text):
    folder = tmp_path / SCALES
    folder.mkdir(exist_ok=True)
    (folder / "essai.toml").write_text(text, encoding="utf-8")
    return reference.load(tmp_path)


def later(name, *changes):
    text = SHIPPED[name].source.replace("version = 1", "version = 2", 1)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_that_a_name_with_odd_signs_is_taken(tmp_path):
    text = later("deta", ('id = "deta"', 'id = "maison"'), ('nom = "', "nom = 'L\\\"a' #"))
    found = own(tmp_path, text)
    assert found.refuses == ()
    assert found.forms.get("echelle_maison").title == found.instruments["maison"].nom


@pytest.mark.parametrize(
    "text",
    [
        later("deta", ('id = "deta"', 'id = "jour"')),
        later("deta", ('id = "deta"', 'id = "commentaire"')),
        later("deta", ('id = "deta"', f'id = "{"a" * 58}"')),
        later("phq_9", ("alerte = [{ n = 9, des = 1 }]", "")),
        SHIPPED["gad_7"].source.replace("des = 10", "des = 12"),
    ],
    ids=["jour", "commentaire", "long", "alerte", "version"],
)
def test_that_a_scale_that_would_break_a_form_is_left_aside_and_said(tmp_path, text):
    found = own(tmp_path, text)
    assert [refus.fichier for refus in found.refuses] == ["essai.toml"]
    assert found.refuses[0].raisons
    assert dict(found.instruments) == SHIPPED
