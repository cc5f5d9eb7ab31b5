"""Where each patient stands: current episode, forfait, last kept act, fiche due."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.decompte import Decompte, de_l_acte, du_suivi
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.fiche import Fiche, echeance_suivi
from microstructure_desktop.domain.forfait import Forfait
from microstructure_desktop.domain.ids import ConsultationId, PatientId
from microstructure_desktop.domain.patient import Inclusion
from microstructure_desktop.forms.model import Stage

from .decomptes import decomptes_de, decomptes_des

if TYPE_CHECKING:
    from microstructure_desktop.domain.consultation import Acte
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
class Suivi:
    """`forfait`: of the episode; `a_compter`: where an act of that day counts, the same unless two
    episodes cover the day. `fiches_dues`: when each profession owes its next follow-up fiche; none
    once they left. `ouverts`: all the forfaits open that day, counted.
    """

    patient: PatientId
    inclusion: Inclusion | None = None
    forfait: Forfait | None = None
    a_compter: Forfait | None = None
    dernier_acte: date | None = None
    fiches_dues: Mapping[Role, date] = field(default_factory=dict)
    ouverts: "tuple[Decompte[Acte], ...]" = ()

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


def suivis(
    work: "Work", reference: "Reference", le: date, depuis: date | None = None
) -> dict[PatientId, Suivi]:
    """Everybody followed on a day, in few queries whatever their number and the years behind.

    With those whose follow-up ended from `depuis` on, of whom no forfait is counted here.
    """
    inclusions: dict[PatientId, list[Inclusion]] = defaultdict(list)
    episodes = work.inclusions.followed_since(min(le, depuis or le))
    for episode in episodes:
        inclusions[episode.patient].append(episode)
    ouverts: dict[PatientId, list[Decompte[Acte]]] = defaultdict(list)
    for compte in decomptes_des(work, reference, episodes, depuis=le, le=le):
        if compte.cycle.ouvert(le):
            ouverts[compte.cycle.patient].append(compte)
    derniers = work.queries.last_kept_acts_of(inclusions, date.max)
    fiches = _last_fiches_of(work, reference, inclusions)
    found = {}
    for patient, siens in inclusions.items():
        inclusion = courante(siens, le)
        found[patient] = Suivi(
            patient,
            inclusion,
            du_suivi(ouverts[patient], inclusion, le),
            de_l_acte(ouverts[patient], le),
            derniers.get(patient),
            fiches_dues(reference, inclusion, fiches.get(patient, {}), le),
            tuple(ouverts[patient]),
        )
    return found


def courante(episodes: list[Inclusion], le: date) -> Inclusion | None:
    """The open episode, else the last one."""
    ouvertes = [e for e in episodes if e.ouverte(le)]
    return next(reversed(ouvertes or episodes), None)


def forfait_sans(
    work: "Work",
    reference: "Reference",
    patient_id: PatientId,
    sauf: ConsultationId,
    jour: date,
    *,
    le: date,
) -> Forfait | None:
    """The forfait that an act of some day counts in, as it is on `le` without one session."""
    others = [a for a in work.consultations.of(patient_id) if a.id != sauf]
    planned = work.rendez_vous.of(patient_id)
    return de_l_acte(decomptes_de(work, reference, patient_id, others, planned, le), jour)


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
    return _latest(_fillers(reference), ((f.patient, f.form, f.jour) for f in fiches if f.complete))


def _last_fiches_of(
    work: "Work", reference: "Reference", who: Iterable[PatientId]
) -> dict[PatientId, dict[Role, date]]:
    fillers = _fillers(reference)
    return _latest(fillers, work.fiches.completed(who, fillers))


def _fillers(reference: "Reference") -> dict[str, Role]:
    """Which profession fills each entry or follow-up form."""
    return {
        form.id: form.role
        for form in reference.forms.latest()
        if form.stage in (Stage.ENTREE, Stage.SUIVI) and form.role is not None
    }


def _latest(
    fillers: Mapping[str, Role], done: Iterable[tuple[PatientId, str, date]]
) -> dict[PatientId, dict[Role, date]]:
    found: dict[PatientId, dict[Role, date]] = defaultdict(dict)
    for patient, form, jour in done:
        if form in fillers:
            known, role = found[patient], fillers[form]
            known[role] = max(jour, known.get(role, jour))
    return found
