"""What is shipped is read once."""

from microstructure_desktop.services import shipped


def test_that_everything_is_read_once():
    assert shipped.shipped() is shipped.shipped()


def test_that_each_scale_has_its_form():
    found = shipped.shipped()
    ids = {form.id for form in found.forms}
    assert {f"echelle_{scale.id}" for scale in found.instruments} <= ids
    assert len(shipped.texts("listes")) == len(found.listes)
