"""Reading one file to look at it."""

import pytest

from microstructure_desktop import assets
from microstructure_desktop.services.definition_preview import NO_PREVIEW, preview
from microstructure_desktop.services.known_definitions import known
from tests.forms.samples import one_item

KNOWN = known()
ASSIST = next(scale for scale in KNOWN.scales if scale.id == "assist_tabac")


@pytest.fixture
def read(tmp_path):
    def found(text):
        path = tmp_path / "a.toml"
        path.write_text(text, encoding="utf-8")
        return preview(path, KNOWN)

    return found


def test_that_a_form_is_shown_with_what_may_surprise(read):
    text = one_item("trajectoire = true", kind="integer").replace(
        'title = "Un"', 'title = "Un"\nrepeat = 2'
    )
    found = read(text)
    assert found.form.id == "essai"
    assert (len(found.remarques), found.fautes) == (1, ())


def test_that_a_scale_is_shown_in_the_form_that_fills_it_in(read):
    found = read(ASSIST.source.replace("version = 1", "version = 2", 1))
    (asked,) = [item for item in found.form.items if item.instrument]
    assert (asked.instrument.id, asked.instrument.version) == ("assist_tabac", 2)


def test_that_the_file_is_shown_even_when_its_version_is_shipped(read):
    found = read(ASSIST.source.replace('nom = "', 'nom = "Mon ', 1))
    (asked,) = [item for item in found.form.items if item.instrument]
    assert asked.instrument.nom.startswith("Mon ")


def test_that_a_faulty_file_says_its_faults(read, tmp_path):
    assert len(read(one_item("zut = 1")).fautes) == 1
    assert read("a = ").form is None
    assert preview(tmp_path / "absent.toml", KNOWN).fautes == ("fichier illisible",)


def test_that_a_list_has_no_preview(read):
    found = read(assets.text("listes", "cl04_lieu.toml"))
    assert (found.form, found.fautes) == (None, (NO_PREVIEW,))
