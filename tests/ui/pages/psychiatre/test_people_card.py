"""People of the month, or what is said when there is nobody."""

from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.pages.psychiatre.people_card import PeopleCard
from microstructure_desktop.ui.pages.psychiatre.person_line import PersonLine
from tests.factories import a_patient

SOPHIE = a_patient(nom="Légende", prenom="Sophie", numero=7)


def test_that_lines_are_counted_and_named_anew(qtbot, show):
    discretion = Discretion()
    card = show(PeopleCard("Avis", "Personne.", discretion), 320, 200)
    assert card._none.isVisible()
    assert not card.note.isVisible()
    card.show_lines([PersonLine(SOPHIE, discretion, text) for text in ("Vue", "Revue")])
    assert (len(card.lines()), card.many.text()) == (2, "2")
    assert not card._none.isVisible()
    discretion.switch(on=True)
    assert all("LÉGENDE" not in line.name_button.text() for line in card.lines())
    with qtbot.waitSignal(card.route_chosen):
        card.lines()[1].name_button.click()
    card.show_lines([])
    assert card.many.text() == ""
    card.set_note("Une personne n’est pas montrée.")
    assert card.note.isVisible()
