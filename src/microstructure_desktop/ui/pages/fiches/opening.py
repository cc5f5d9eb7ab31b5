"""Open what a route names: the fiche, and what is shown beside its questions."""

from dataclasses import dataclass
from datetime import date

from microstructure_desktop.domain.fiche import Answers
from microstructure_desktop.forms.model import Auto, Stage
from microstructure_desktop.services import fiches
from microstructure_desktop.services.assiduite import Assiduite
from microstructure_desktop.services.automatique import Automatique, automatique
from microstructure_desktop.services.fiches import FicheOuverte
from microstructure_desktop.services.office import Office
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.navigation import Route

JOUR = "jour"
"""The item whose answer is the date of the fiche."""


@dataclass(frozen=True, slots=True)
class Opened:
    """`route` tells a late reply from the one that is awaited; `obtenues` are labels."""

    route: Route
    fiche: FicheOuverte
    automatique: Automatique
    obtenues: tuple[str, ...]

    @property
    def answers(self) -> Answers:
        """The answers to start with: a new fiche is dated, a sheet to copy has its own date."""
        asks_day = self.fiche.form.item(JOUR) is not None and not self.fiche.papier
        dated = {JOUR: self.fiche.jour.isoformat()} if asks_day else {}
        return {**dated, **self.fiche.answers}

    @property
    def lone_scale(self) -> str:
        """The item of a scale that is filled in alone."""
        form = self.fiche.form
        scales = (item.id for item in form.questions if item.instrument is not None)
        return next(scales, "") if form.stage is Stage.ECHELLE else ""

    @property
    def auto(self) -> dict[Auto, str]:
        found = self.automatique
        since = _since(found.assiduite.depuis)
        moves = (
            texts.count(found.visites, "visite à domicile", "visites à domicile"),
            texts.count(found.accompagnements, "accompagnement"),
        )
        return {
            Auto.ASSIDUITE: attendance(found.assiduite),
            Auto.DEPLACEMENTS: f"{', '.join(moves)}{since}",
            Auto.ENTOURAGE: f"{texts.count(found.proches, 'entretien')}{since}",
            Auto.DEMARCHES: ", ".join(self.obtenues) or "Rien de noté pour l’instant",
        }


def open_route(office: Office, route: Route) -> Opened:
    """`Route("fiche", fiche_id=…)` opens one, `Route("fiche", patient_id=…, form_id=…)` starts it;
    with `papier`, it copies a sheet.

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
    found = automatique(office, fiche.patient.id, fiche.form.role, since)
    obtained = tuple(office.reference.libelle("CL31", code) for code in found.obtenues)
    return Opened(route, fiche, found, obtained)


def attendance(found: Assiduite) -> str:
    since = _since(found.depuis)
    if not found.tenues and not found.manquees:
        return f"Aucune séance notée{since}"
    kept = texts.count(found.tenues, "séance tenue")
    missed = f", {texts.count(found.manquees, 'absence')}" if found.manquees else ""
    return f"{kept}{missed}{since}"


def _since(day: date | None) -> str:
    return f" depuis le {texts.numeric_date(day)}" if day else ""
