"""Who animates: what cabinets will read in the convention."""

from microstructure_desktop.animateur.enrol import Projet
from microstructure_desktop.ui.animateur.gate.who_form import WhoForm
from tests.ui import a11y


def test_that_what_is_missing_is_said_at_its_field(show):
    form = show(WhoForm())
    assert not form.check()
    assert form.fields["nom"].error_text == "Entrez le nom de votre réseau."
    assert form.nom.hasFocus()
    form.nom.setText("RAMIP")
    assert not form.check()
    assert form.fields["nom"].error_text == ""
    assert form.contact.hasFocus()
    assert a11y.problems(form) == []


def test_that_it_makes_the_start_of_a_convention(show):
    form = show(WhoForm())
    form.region.set_value("BFC")
    form.nom.setText(" RAMIP ")
    form.contact.setText("05 61 00 00 00")
    assert form.check()
    assert form.projet() == Projet("BFC", "RAMIP", "05 61 00 00 00")
