"""What a new definition stands beside."""

import pytest

from microstructure_desktop import assets
from microstructure_desktop.forms.code_lists import CodeList
from microstructure_desktop.forms.model import Form
from microstructure_desktop.forms.toml_table import FormError
from microstructure_desktop.services.known_definitions import known
from microstructure_desktop.services.shipped import shipped
from tests.forms.samples import one_item

KNOWN = known()
DETA = next(scale for scale in KNOWN.scales if scale.id == "deta")


def test_that_everything_shipped_is_known():
    assert KNOWN.listes == shipped().listes
    assert KNOWN.scales == shipped().instruments
    written = {form.id for form in shipped().forms if not form.id.startswith("echelle_")}
    assert {form.id for form in KNOWN.forms} == written
    assert DETA.source in KNOWN.texts


def test_that_a_text_is_read_as_what_it_defines():
    assert isinstance(KNOWN.load(one_item()), Form)
    assert KNOWN.load(DETA.source) == (DETA,)
    assert isinstance(KNOWN.load(assets.text("listes", "cl04_lieu.toml")), CodeList)
    with pytest.raises(FormError):
        KNOWN.load("a = 1")


def test_that_a_form_may_ask_for_a_scale_of_the_same_lot():
    asking = one_item('instrument = "nouvelle"', kind="instrument")
    with pytest.raises(FormError):
        KNOWN.load(asking)
    scale = KNOWN.load(DETA.source.replace('id = "deta"', 'id = "nouvelle"'))
    assert KNOWN.beside(scale).load(asking).items[0].instrument == scale[0]


def test_that_a_list_of_a_cabinet_is_not_read():
    mine = KNOWN.load(assets.text("listes", "cl04_lieu.toml").replace('"CL04"', '"CL99"'))
    assert KNOWN.beside(mine) is KNOWN


def test_that_a_faulty_shipped_file_hides_nothing_else(tmp_path, monkeypatch):
    for folder in ("listes", "instruments", "forms"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.toml").write_text("a = 1", encoding="utf-8")
    (tmp_path / "instruments" / "deta.toml").write_text(DETA.source, encoding="utf-8")
    monkeypatch.setattr(assets, "root", lambda: tmp_path)
    found = known()
    assert (found.listes, found.scales, found.forms) == ({}, (DETA,), ())
