"""Where each patient stands: current episode, forfait, last kept act, fiche due."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import Acte, RendezVous
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.fiche import echeance_suivi
from microstructure_desktop.domain.forfait import Forfait, cycle, forfait
from microstructure_desktop.domain.ids import MembreId, PatientId
from microstructure_desktop.domain.patient import Inclusion
from microstructure_desktop.domain.periods import mois_plus_tard

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

    from .reference import Reference

FICHE_DE_SUIVI = "psychologique_suivi"


@dataclass(frozen=True, slots=True)
class Suivi:
    """`fiche_due_le` is None for a person who is not followed at present."""

    patient: PatientId
    inclusion: Inclusion | None = None
    forfait: Forfait | None = None
    dernier_acte: date | None = None
    fiche_due_le: date | None = None

    def actif(self, le: date) -> bool:
        return self.inclusion is not None and self.inclusion.ouverte(le)

    def fiche_due(self, le: date) -> bool:
        return self.fiche_due_le is not None and self.fiche_due_le <= le

    def silence(self, le: date) -> int | None:
        """Days since the last kept act of somebody still followed."""
        if not self.actif(le) or self.dernier_acte is None:
            return None
        return (le - self.dernier_acte).days


def suivis(work: "Work", reference: "Reference", le: date) -> dict[PatientId, Suivi]:
    """Everybody ever included, in four queries whatever their number."""
    inclusions: dict[PatientId, list[Inclusion]] = defaultdict(list)
    for episode in work.inclusions.all():
        inclusions[episode.patient].append(episode)
    depuis = mois_plus_tard(le, -13)
    actes: dict[PatientId, list[Acte]] = defaultdict(list)
    for acte in work.queries.activity(depuis, le):
        actes[acte.patient].append(acte)
    prevus: dict[PatientId, list[RendezVous]] = defaultdict(list)
    for rendez_vous in work.rendez_vous.between(le, mois_plus_tard(le, 13)):
        prevus[rendez_vous.patient].append(rendez_vous)
    roles = roles_of(work)
    derniers = work.queries.last_kept_acts()
    fiches = last_follow_ups(work)
    found = {}
    for patient, episodes in inclusions.items():
        inclusion = courante(episodes, le)
        found[patient] = Suivi(
            patient,
            inclusion,
            open_forfait(reference, inclusion, actes[patient], prevus[patient], roles=roles, le=le),
            derniers.get(patient),
            fiche_due(reference, inclusion, fiches.get(patient), le),
        )
    return found


def courante(episodes: list[Inclusion], le: date) -> Inclusion | None:
    """The open episode, else the last one."""
    ouvertes = [e for e in episodes if e.ouverte(le)]
    return next(reversed(ouvertes or episodes), None)


def open_forfait(
    reference: "Reference",
    inclusion: Inclusion | None,
    actes: list[Acte],
    rendez_vous: list[RendezVous],
    *,
    roles: dict[MembreId, Role],
    le: date,
) -> Forfait | None:
    """The forfait of the current cycle, or of the last day of an ended episode."""
    if inclusion is None or inclusion.programme not in reference.programmes:
        return None
    jour = min(le, inclusion.fin) if inclusion.fin is not None else le
    programme = reference.programmes[inclusion.programme]
    return forfait(inclusion, programme, actes, rendez_vous, roles, le=jour)


def cycle_de(reference: "Reference", inclusion: Inclusion, le: date) -> tuple[date, date]:
    return cycle(inclusion, reference.programmes[inclusion.programme], le)


def fiche_due(
    reference: "Reference", inclusion: Inclusion | None, derniere: date | None, le: date
) -> date | None:
    """When the next psychological follow-up fiche is due."""
    if inclusion is None or not inclusion.ouverte(le):
        return None
    return echeance_suivi(inclusion, derniere, reference.seuils.fiche_suivi_mois)


def last_follow_ups(work: "Work") -> dict[PatientId, date]:
    """Day of each patient's last complete follow-up fiche."""
    found: dict[PatientId, date] = {}
    for row in work.fiches.all():
        if row.form == FICHE_DE_SUIVI and row.complete:
            found[row.patient] = max(row.jour, found.get(row.patient, row.jour))
    return found


def roles_of(work: "Work") -> dict[MembreId, Role]:
    return {m.id: m.role for m in work.equipe.all()}
