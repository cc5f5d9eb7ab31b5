"""What became of a decision bears the decision's own id."""

from datetime import date

from microstructure_desktop.domain.suites_donnees import SuiteDonnee
from microstructure_desktop.domain.synthese import Decision, Suite


def test_that_a_decision_and_its_outcome_are_one():
    decision = Decision("d", "Appeler le CMP")
    said = SuiteDonnee(decision.id, "p", "s", Suite.FAITE, date(2026, 10, 5), "m")
    assert said.id == decision.id
