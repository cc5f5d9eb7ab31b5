"""Somebody, a button to their record, and perhaps a letter."""

from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.pages.psychiatre.person_line import PersonLine
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.tag import Tag
from tests.factories import a_patient
from tests.ui import a11y

SOPHIE = a_patient(nom="Légende", prenom="Sophie", numero=7)


def test_that_a_line_leads_to_the_record_and_hides_the_name(qtbot, show):
    discretion = Discretion()
    line = PersonLine(SOPHIE, discretion, "Vue", day="mar. 3 nov. 14:00", tag=("Présente", "ok"))
    show(line, 500, 60)
    assert line.name_button.text() == "LÉGENDE Sophie"
    assert line.findChild(Tag).text() == "Présente"
    assert not line.letter_button.isVisible()
    assert a11y.problems(line) == []
    with qtbot.waitSignal(line.route_chosen) as chosen:
        line.name_button.click()
    assert chosen.args == [Route("dossier", patient_id=SOPHIE.id)]
    discretion.switch(on=True)
    line.name_anew()
    assert "LÉGENDE" not in line.name_button.text()


def test_that_a_letter_is_one_click_away(qtbot, show):
    line = show(PersonLine(SOPHIE, Discretion(), "MDPH", letter=True), 300, 60)
    name = f"Écrire le courrier{NBSP}: LÉGENDE Sophie"
    assert line.letter_button.accessibleName() == name
    with qtbot.waitSignal(line.route_chosen) as chosen:
        line.letter_button.click()
    assert chosen.args == [Route("dossier", patient_id=SOPHIE.id, formulaire="lettre")]
