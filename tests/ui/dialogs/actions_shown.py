"""Actions as a card shows them, without a store."""

from datetime import date

from microstructure_desktop.domain.actions import Action
from microstructure_desktop.domain.ids import DecisionId, SyntheseId
from microstructure_desktop.domain.synthese import Decision, Suite
from microstructure_desktop.services.actions_decidees import ActionDecidee
from tests.factories import a_patient

SEPTEMBER = date(2026, 9, 24)
SOPHIE = a_patient(nom="Légende", prenom="Sophie")


def shown(texte, *, pour=None, qui=None, echeance="", suite=Suite.A_FAIRE, mienne=True, **over):
    """One action, decided in September."""
    decision = Decision(DecisionId(texte), texte, qui and qui.id, echeance, suite)
    par = over.pop("par", None)
    action = Action(decision, SOPHIE.id, SEPTEMBER, SyntheseId(texte), pour, **over)
    return ActionDecidee(action, SOPHIE, qui, par, mienne and suite is Suite.A_FAIRE)
