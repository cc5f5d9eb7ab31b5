"""Where each patient stands: current episode, forfait, last kept act, fiche due."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import Acte, RendezVous
from microstructure_desktop.domain.cycles import du_jour, tous_les_cycles
from microstructure_desktop.domain.equipe import CycleForfait, Role
from microstructure_desktop.domain.fiche import Fiche, echeance_suivi
from microstructure_desktop.domain.forfait import Forfait, cycle, forfait
from microstructure_desktop.domain.ids import ConsultationId, MembreId, PatientId
from microstructure_desktop.domain.patient import Inclusion
from microstructure_desktop.domain.periods import mois_plus_tard
from microstructure_desktop.forms.model import Stage

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

    from .reference import Reference

FICHE_DE_SUIVI = "psychologique_suivi"
FICHES_DE_SUIVI = {
    Role.MEDECIN: "medicale_suivi",
    Role.PSYCHOLOGUE: FICHE_DE_SUIVI,
    Role.TRAVAILLEUR_SOCIAL: "sociale_suivi",
}
"""The follow-up form that each profession owes."""


@dataclass(frozen=True, slots=True)
class Regles:
    """What a forfait is counted with: who is who, who is never counted, which cycle."""

    roles: Mapping[MembreId, Role]
    aliases: Collection[PatientId]
    cycle: CycleForfait


def regles_of(work: "Work") -> Regles:
    roles = {m.id: m.role for m in work.equipe.all()}
    return Regles(roles, work.patients.aliases(), work.cabinet.get().cycle_forfait)


@dataclass(frozen=True, slots=True)
class Suivi:
    """`fiches_dues`: when each profession owes its next follow-up fiche; none once they left."""

    patient: PatientId
    inclusion: Inclusion | None = None
    forfait: Forfait | None = None
    dernier_acte: date | None = None
    fiches_dues: Mapping[Role, date] = field(default_factory=dict)

    def actif(self, le: date) -> bool:
        return self.inclusion is not None and self.inclusion.ouverte(le)

    def fiche_due_le(self, role: Role) -> date | None:
        return self.fiches_dues.get(role)

    def fiche_due(self, role: Role, le: date) -> bool:
        due = self.fiches_dues.get(role)
        return due is not None and due <= le

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
    regles = regles_of(work)
    derniers = work.queries.last_kept_acts()
    fiches = last_fiches(reference, work.fiches.all())
    found = {}
    for patient, episodes in inclusions.items():
        inclusion = courante(episodes, le)
        found[patient] = Suivi(
            patient,
            inclusion,
            open_forfait(
                reference,
                inclusion,
                actes[patient],
                prevus[patient],
                regles=regles,
                le=le,
            ),
            derniers.get(patient),
            fiches_dues(reference, inclusion, fiches.get(patient, {}), le),
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
    regles: Regles,
    le: date,
) -> Forfait | None:
    """The forfait of the current cycle, or of the last day of an ended episode.

    None under an alias: it is billed for a person identified.
    """
    if inclusion is None or inclusion.programme not in reference.programmes:
        return None
    if inclusion.patient in regles.aliases:
        return None
    jour = min(le, inclusion.fin) if inclusion.fin is not None else le
    programme = reference.programmes[inclusion.programme]
    return forfait(
        inclusion, programme, actes, rendez_vous, regles.roles, le=jour, rythme=regles.cycle
    )


def forfait_sans(
    work: "Work", reference: "Reference", patient_id: PatientId, sauf: ConsultationId, le: date
) -> Forfait | None:
    """The forfait that an act of that day counts in, as it is without one session."""
    inclusions, regles = work.inclusions.of(patient_id), regles_of(work)
    counting = du_jour(tous_les_cycles(inclusions, reference.programmes, le, regles.cycle), le)
    return open_forfait(
        reference,
        counting.inclusion if counting is not None else courante(inclusions, le),
        [a for a in work.consultations.of(patient_id) if a.id != sauf],
        work.rendez_vous.of(patient_id),
        regles=regles,
        le=le,
    )


def cycle_de(
    reference: "Reference", inclusion: Inclusion, le: date, regles: Regles
) -> tuple[date, date]:
    return cycle(inclusion, reference.programmes[inclusion.programme], le, regles.cycle)


def fiches_dues(
    reference: "Reference", inclusion: Inclusion | None, dernieres: Mapping[Role, date], le: date
) -> dict[Role, date]:
    """By profession, from its last entry or follow-up fiche (domain.fiche.echeance_suivi)."""
    if inclusion is None or not inclusion.ouverte(le):
        return {}
    mois = reference.seuils.fiche_suivi_mois
    return {
        role: echeance_suivi(inclusion, dernieres.get(role), mois)
        for role, form in FICHES_DE_SUIVI.items()
        if reference.forms.get(form) is not None
    }


def last_fiches(
    reference: "Reference", fiches: Iterable[Fiche]
) -> dict[PatientId, dict[Role, date]]:
    """The day of each profession's last complete entry or follow-up fiche."""
    fillers = {
        form.id: form.role
        for form in reference.forms.latest()
        if form.stage in (Stage.ENTREE, Stage.SUIVI) and form.role is not None
    }
    found: dict[PatientId, dict[Role, date]] = defaultdict(dict)
    for fiche in fiches:
        role = fillers.get(fiche.form)
        if role is not None and fiche.complete:
            known = found[fiche.patient]
            known[role] = max(fiche.jour, known.get(role, fiche.jour))
    return found
