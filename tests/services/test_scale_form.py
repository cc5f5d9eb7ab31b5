"""The form of a scale filled in alone."""

import pytest

from microstructure_desktop.forms.model import ItemType, Stage
from microstructure_desktop.forms.rules import enabled
from microstructure_desktop.services import reference, scale_form

SHIPPED = reference.load()


@pytest.mark.parametrize("scale", SHIPPED.instruments.values(), ids=lambda scale: scale.id)
def test_that_every_scale_can_be_filled_in_alone_by_any_carer(scale):
    form = SHIPPED.forms.get(scale_form.form_id(scale.id))
    assert (form.title, form.version, form.stage, form.role) == (
        scale.nom,
        scale.version,
        Stage.ECHELLE,
        None,
    )
    item = form.item(scale.id)
    assert (item.type, item.instrument) == (ItemType.INSTRUMENT, scale)
    assert item.export is not bool(scale.alertes)


def test_that_an_answer_about_dying_asks_what_is_done_now():
    form = SHIPPED.forms.get("echelle_phq_9")
    calm = {"phq_9": {"version": 1, "cotes": {"9": 0}}}
    worry = {"phq_9": {"version": 1, "cotes": {"9": 1}}}
    assert "alerte_suite" not in enabled(form, calm)
    shown = enabled(form, worry)
    assert {"alerte", "alerte_suite"} <= shown
    assert "alerte_conduite" not in shown
    assert "alerte_conduite" in enabled(form, {**worry, "alerte_suite": "ACTION"})
    assert "alerte_motif" in enabled(form, {**worry, "alerte_suite": "SANS_SUITE"})
    assert not form.item("alerte_suite").export


def test_that_other_scales_do_not_speak_of_suicide():
    assert SHIPPED.forms.get("echelle_audit").item("alerte") is None
