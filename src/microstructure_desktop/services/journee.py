"""The day of a professional: who comes, at which hour of the permanence, and what stays free."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import Consultation, RendezVous
from microstructure_desktop.domain.creneaux import Plage, libres, minutes
from microstructure_desktop.domain.equipe import SOIGNANTS, Membre
from microstructure_desktop.domain.ids import ConsultationId, MembreId, PatientId
from microstructure_desktop.domain.patient import Patient

from . import drafts, presences
from .access import Permission, allowed
from .connus import Personnes
from .horaires import horaires
from .office import Office
from .presences import Actes, EtatRendezVous

if TYPE_CHECKING:
    from collections.abc import Mapping

    from microstructure_desktop.store.work import Work

    from .suivi import Suivi

AHEAD = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class RendezVousLigne:
    """One appointment of the day; `rang` of `inclus` for the coming act, when a forfait counts it.

    `consultation`: the session recorded for it, if any.
    """

    rendez_vous: RendezVous
    patient: Patient
    membre: Membre
    rang: int | None
    inclus: int | None
    etat: EtatRendezVous
    consultation: ConsultationId | None

    @property
    def plage(self) -> Plage:
        return Plage.de(self.rendez_vous.heure, self.rendez_vous.duree)


@dataclass(frozen=True, slots=True)
class Creneau:
    """Some minutes of a permanence: somebody's, or free."""

    plage: Plage
    ligne: RendezVousLigne | None = None


@dataclass(frozen=True, slots=True)
class PermanenceDuJour:
    """`creneaux` in order: the appointments of the day, and what is still free of the hours."""

    plages: tuple[Plage, ...]
    creneaux: tuple[Creneau, ...]

    @property
    def libres(self) -> int:
        return sum(c.ligne is None for c in self.creneaux)


class Journee:
    """What one reading of the store knows of somebody's appointments."""

    def __init__(
        self,
        work: "Work",
        office: Office,
        patients: Personnes,
        etats: "Mapping[PatientId, Suivi]",
        le: date,
    ) -> None:
        self._work = work
        self._office = office
        self._patients = patients
        self._etats = etats
        self._le = le
        self._membres = {m.id: m for m in work.equipe.all()}
        self._actes: Actes = presences.actes_entre(work, le, le)
        self._ouverts = {
            d.patient
            for d in drafts.of(work, office.membre.id)
            if d.genre == drafts.SEANCE and d.at.astimezone().date() == le
        }

    def lignes(self) -> tuple[RendezVousLigne, ...]:
        """One's own appointments of the day; everybody's for a role that receives nobody."""
        moi = self._office.membre
        if not allowed(moi.role, Permission.AGENDA):
            return ()
        return tuple(
            self._ligne(rdv)
            for rdv in self._work.rendez_vous.between(self._le, self._le)
            if rdv.patient in self._patients and (moi.role not in SOIGNANTS or rdv.membre == moi.id)
        )

    def prochain(self) -> RendezVousLigne | None:
        """The person's first appointment after today."""
        demain = self._le + timedelta(days=1)
        for rdv in self._work.rendez_vous.between(demain, demain + AHEAD):
            if rdv.membre == self._office.membre.id and rdv.patient in self._patients:
                return self._ligne(rdv)
        return None

    def permanence(self, lignes: tuple[RendezVousLigne, ...]) -> PermanenceDuJour | None:
        """The hours that the person keeps today; None when they receive nobody."""
        moi = self._office.membre
        if moi.role not in SOIGNANTS:
            return None
        plages = horaires(self._work).du_jour(moi.id, self._le)
        if not plages:
            return None
        pas = self._office.reference.seuils.duree_seance(moi.role)
        prises = [x.plage for x in lignes if x.etat not in presences.LIBERES]
        maintenant = minutes(self._office.now().astimezone().time())
        creneaux = []
        for plage in plages:  # two permanences may overlap: what one leaves free is not free twice
            trouvees = libres(plage, prises, pas)
            creneaux += [Creneau(p) for p in trouvees if p.fin > maintenant]
            prises += trouvees
        creneaux += [Creneau(x.plage, x) for x in lignes if x.etat not in presences.LIBERES]
        return PermanenceDuJour(plages, tuple(sorted(creneaux, key=lambda c: c.plage)))

    def prochaine_permanence(self) -> tuple[date, Plage] | None:
        return horaires(self._work).prochaine(self._office.membre.id, self._le)

    def _ligne(self, rdv: RendezVous) -> RendezVousLigne:
        acte = presences.acte_de(rdv, self._actes) if rdv.jour == self._le else None
        mine = rdv.membre == self._office.membre.id and rdv.jour == self._le
        rang, inclus = self._rang(rdv.patient, rdv.membre, acte)
        return RendezVousLigne(
            rdv,
            self._patients[rdv.patient],
            self._membres[rdv.membre],
            rang,
            inclus,
            presences.etat(rdv, acte, en_cours=mine and rdv.patient in self._ouverts),
            acte.id if acte is not None else None,
        )

    def _rang(
        self, patient: PatientId, membre: MembreId, acte: Consultation | None
    ) -> tuple[int | None, int | None]:
        """Which act of the forfait it is; care, which the reception does not read."""
        if not allowed(self._office.membre.role, Permission.CLINIQUE):
            return None, None
        suivi = self._etats.get(patient)
        forfait = suivi.a_compter if suivi is not None else None
        compteur = forfait.compteur(self._membres[membre].role) if forfait is not None else None
        if compteur is None:
            return None, None
        held = acte is not None and acte.honoree
        return compteur.faits + (not held), compteur.inclus
