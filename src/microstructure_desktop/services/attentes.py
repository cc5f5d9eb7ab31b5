"""What waits for one role in particular: long consultations, opinions, people to call back."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import Question, RendezVous
from microstructure_desktop.domain.equipe import Membre, Role
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.permanence import TempsTenu

from . import presences
from .access import Permission, allowed
from .archives import archives
from .cercle import Cercle
from .certificat_effacement import a_faire
from .connus import Personnes
from .effacement_copies import restant
from .office import Office
from .permanence_psychiatre import bilan_du_mois
from .presences import EtatRendezVous

if TYPE_CHECKING:
    from collections.abc import Mapping

    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.store.work import Work

    from .suivi import Suivi

RAPPEL = timedelta(days=14)


class GenreAttente(StrEnum):
    INCLUSION = "inclusion"
    CONSULTATION_LONGUE = "consultation_longue"
    AVIS = "avis"


@dataclass(frozen=True, slots=True)
class Attente:
    """`jour`: until when, or since when; `auteur` asked for an opinion."""

    genre: GenreAttente
    patient: Patient
    jour: date | None = None
    auteur: Membre | None = None


@dataclass(frozen=True, slots=True)
class Rappel:
    """Somebody who did not come, and has no other appointment with the same professional."""

    rendez_vous: RendezVous
    patient: Patient
    membre: Membre


def attentes(
    work: "Work",
    office: Office,
    patients: Personnes,
    etats: "Mapping[PatientId, Suivi]",
    posees: tuple[Question, ...],
    autour: Cercle,
) -> tuple[Attente, ...]:
    """The doctor's or the psychiatrist's own list; nothing for the others.

    `posees`: the questions that no meeting has answered.
    """
    role = office.membre.role
    if role is Role.MEDECIN:
        return (*_inclusions(work, office), *_longues(office, patients, etats))
    if role is Role.PSYCHIATRE:
        return _avis(work, office, patients, posees, autour)
    return ()


def copies_a_reprendre(work: "Work", office: Office) -> tuple[str, ...]:
    """For the doctor: where somebody erased may still be, as sentences."""
    if not allowed(office.membre.role, Permission.DECIDER_CONSERVATION):
        return ()
    return a_faire(restant(work))


def rappels(work: "Work", office: Office, patients: Personnes, le: date) -> tuple[Rappel, ...]:
    """For the reception: who missed an appointment lately without a word, latest first."""
    role = office.membre.role
    if allowed(role, Permission.CLINIQUE) or not allowed(role, Permission.AGENDA):
        return ()
    depuis = le - RAPPEL
    actes = presences.actes_entre(work, depuis, le)
    membres = {m.id: m for m in work.equipe.all()}
    vus = {(a.patient, a.membre, a.jour) for a in actes.tous if a.honoree}
    prevus = work.rendez_vous.between(depuis, le + timedelta(days=366))
    manques = [
        r
        for r in prevus
        if presences.etat(r, presences.acte_de(r, actes)) is EtatRendezVous.ABSENT
        and r.patient in patients
        and not any(_after(r, autre) for autre in prevus)
        and not any((r.patient, r.membre) == v[:2] and v[2] > r.jour for v in vus)
    ]
    return tuple(Rappel(r, patients[r.patient], membres[r.membre]) for r in reversed(manques))


def temps_du_mois(work: "Work", office: Office, le: date) -> TempsTenu | None:
    """Of the psychiatrist, whose permanence is monthly: the hours that its own page counts."""
    if office.membre.role is not Role.PSYCHIATRE:
        return None
    return bilan_du_mois(office, work, Mois.de(le)).temps


def _inclusions(work: "Work", office: Office) -> tuple[Attente, ...]:
    """People registered whom nobody has included yet."""
    asleep = archives(office, work)
    waiting = (p for p in work.patients.never_included() if p.id not in asleep)
    return tuple(Attente(GenreAttente.INCLUSION, p) for p in waiting)


def _longues(
    office: Office, patients: Personnes, etats: "Mapping[PatientId, Suivi]"
) -> tuple[Attente, ...]:
    """Long consultations that the forfait includes and nobody held, the first to end first."""
    trouvees = []
    for suivi in etats.values():
        compteur = suivi.forfait.compteur(Role.MEDECIN) if suivi.forfait is not None else None
        if suivi.forfait is None or compteur is None or compteur.complet or compteur.planifies:
            continue
        if suivi.patient in patients and suivi.actif(office.now().astimezone().date()):
            patient = patients[suivi.patient]
            trouvees.append(Attente(GenreAttente.CONSULTATION_LONGUE, patient, suivi.forfait.fin))
    return tuple(sorted(trouvees, key=lambda a: (a.jour or date.max, a.patient.nom)))


def _avis(
    work: "Work",
    office: Office,
    patients: Personnes,
    posees: tuple[Question, ...],
    autour: Cercle,
) -> tuple[Attente, ...]:
    """The questions of colleagues, the oldest first."""
    membres = {m.id: m for m in work.equipe.all()}
    return tuple(
        Attente(
            GenreAttente.AVIS,
            patients[q.patient],
            q.posee_le.astimezone().date(),
            membres.get(q.membre),
        )
        for q in sorted(autour.ouverts(posees), key=lambda q: q.posee_le)
        if q.membre != office.membre.id and q.patient in patients
    )


def _after(manque: RendezVous, autre: RendezVous) -> bool:
    same = (autre.patient, autre.membre) == (manque.patient, manque.membre)
    return same and autre.jour > manque.jour
