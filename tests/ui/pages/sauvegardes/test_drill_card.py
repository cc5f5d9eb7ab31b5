"""The monthly proof: when it was done, what it found, when it is due."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from microstructure_desktop.domain.ids import ExerciceId, MembreId
from microstructure_desktop.domain.support import Exercice
from microstructure_desktop.services import sauvegardes
from microstructure_desktop.ui.pages.sauvegardes.drill_card import DrillCard
from tests.ui import a11y

NOW = datetime(2026, 11, 22, 11, tzinfo=UTC)
DONE = Exercice(ExerciceId("e"), NOW, MembreId("m"), NOW - timedelta(days=1), patients=12)


def test_that_a_success_says_what_it_counted_and_the_next_one(show, team):
    card = show(DrillCard(may_try=True), 340, 300)
    state = sauvegardes.etat(team.medecin)
    card.show_state(state)
    assert card.next.text() == "À faire ce mois-ci."
    card.show_state(replace(state, exercice=DONE, exercice_du=False))
    assert card.last.text().startswith("Réussi le 22/11/2026\u00a0: 12\u00a0patients, sauvegarde")
    assert card.next.text() == "Prochain exercice\u00a0: le 23/12/2026."
    assert a11y.problems(card) == []


def test_that_a_failure_says_why_and_is_to_do_again(show, team):
    card = show(DrillCard(may_try=False), 340, 300)
    failed = replace(DONE, probleme="Cette sauvegarde est abîmée.")
    card.show_state(replace(sauvegardes.etat(team.medecin), exercice=failed, exercice_du=True))
    assert card.last.text().endswith("Cette sauvegarde est abîmée.")
    assert card.next.text() == "À faire ce mois-ci."
    assert not card.button.isVisible()
