"""Open what a route names: the fiche, and what is shown beside its questions."""

from dataclasses import dataclass

from microstructure_desktop.domain.fiche import Answers
from microstructure_desktop.forms.model import Auto
from microstructure_desktop.services import fiches
from microstructure_desktop.services.assiduite import Assiduite, assiduite
from microstructure_desktop.services.fiches import FicheOuverte
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.navigation import Route

JOUR = "jour"
"""The item whose answer is the date of the fiche."""


@dataclass(frozen=True, slots=True)
class Opened:
    """`route` tells a late reply from the one that is awaited."""

    route: Route
    fiche: FicheOuverte
    assiduite: Assiduite

    @property
    def answers(self) -> Answers:
        """The answers to start with: a new fiche is dated, a sheet to copy has its own date."""
        asks_day = self.fiche.form.item(JOUR) is not None and not self.fiche.papier
        dated = {JOUR: self.fiche.jour.isoformat()} if asks_day else {}
        return {**dated, **self.fiche.answers}

    @property
    def auto(self) -> dict[Auto, str]:
        return {Auto.ASSIDUITE: attendance(self.assiduite)}


def open_route(office: Office, route: Route) -> Opened:
    """`Route("fiche", fiche_id=…)` opens one, `Route("fiche", patient_id=…, form_id=…)` starts it.

    Raises:
        AppError: it cannot be read, or another profession fills it in.
    """
    fiche_id = route.get("fiche_id")
    if fiche_id:
        fiche = fiches.open_fiche(office, fiche_id)
    else:
        fiche = fiches.start(
            office,
            route["patient_id"],
            route["form_id"],
            papier=bool(route.get("papier")),
        )
    since = max((known.jour for known in fiche.precedentes.values()), default=None)
    return Opened(route, fiche, assiduite(office, fiche.patient.id, fiche.form.role, since))


def attendance(found: Assiduite) -> str:
    since = f" depuis le {texts.numeric_date(found.depuis)}" if found.depuis else ""
    if not found.tenues and not found.manquees:
        return f"Aucune séance notée{since}"
    kept = texts.count(found.tenues, "séance tenue")
    missed = f", {texts.count(found.manquees, 'absence')}" if found.manquees else ""
    return f"{kept}{missed}{since}"
