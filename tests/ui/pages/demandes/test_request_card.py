"""A request is noted with its day; what is wrong is said at its field."""

from datetime import date

from microstructure_desktop.domain.demande import NatureDemande
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services.demandes import DemandeSaisie
from microstructure_desktop.ui.pages.demandes.request_card import RequestCard
from tests.cabinet import TODAY
from tests.ui import a11y
from tests.ui.desk import make_desk


def test_that_what_is_typed_is_asked_and_a_day_to_come_is_refused(team, theme, show, qtbot):
    card = show(RequestCard(make_desk(team, theme, Role.MEDECIN).context), 320, 420)
    assert a11y.problems(card) == []
    card.demandeur.setText("Sa tutrice")
    with qtbot.waitSignal(card.asked) as asked:
        card.button.click()
    assert asked.args == [DemandeSaisie(NatureDemande.ACCES, TODAY, "Sa tutrice")]
    card.jour.set_value(date(2026, 11, 20))
    with qtbot.assertNotEmitted(card.asked):
        card.button.click()
    assert "aujourd’hui ou avant" in card.fields["jour"].error_text
    card.clear()
    assert (card.demandeur.text(), card.fields["jour"].error_text) == ("", "")
