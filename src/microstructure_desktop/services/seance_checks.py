"""What is wrong, or doubtful, in a session before it is recorded."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from microstructure_desktop.domain.consultation import (
    HORS_RENDEZ_VOUS,
    Consultation,
    Issue,
    RendezVous,
    TypeActe,
)
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.forfait import Forfait, imputable
from microstructure_desktop.domain.ids import (
    ConsultationId,
    MembreId,
    PatientId,
    RendezVousId,
)
from microstructure_desktop.forms.model import Control, ItemType
from microstructure_desktop.forms.rules import enabled, visible_answers

from . import seance_forms, suites
from .access import Permission, check
from .conflits import conflits
from .consultations import SeanceSaisie, attendus
from .office import Office, today
from .suivi import forfait_sans

if TYPE_CHECKING:
    from microstructure_desktop.domain.fiche import Answers
    from microstructure_desktop.forms.model import Form
    from microstructure_desktop.store.work import Work

    from .reference import Reference

ODD_DURATION = (10, 120)
LONGEST = 24 * 60
FAR_PAST = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Doute:
    """A likely mistake, put as a question about one field."""

    champ: str
    question: str


def problems(saisie: SeanceSaisie, aujourdhui: date) -> dict[str, str]:
    """Field name to sentence; empty when the session can be recorded."""
    faults = {}
    if saisie.jour is None:
        faults["jour"] = "Entrez la date de la séance, par exemple 19/11/2026."
    elif saisie.jour > aujourdhui:
        faults["jour"] = "La date de la séance doit être aujourd’hui ou avant."
    if saisie.heure is None:
        faults["heure"] = "Entrez l’heure de début, par exemple 14:00."
    if saisie.duree is None or not 0 < saisie.duree <= LONGEST:
        faults["duree"] = "Entrez la durée en minutes, par exemple 45."
    prochain = saisie.prochain_jour
    if prochain is None and saisie.prochaine_heure is not None:
        faults["prochain"] = "Entrez aussi la date du prochain rendez-vous."
    elif prochain is not None and saisie.jour is not None and prochain <= saisie.jour:
        faults["prochain"] = "Le prochain rendez-vous doit suivre la séance."
    elif prochain is not None and prochain < aujourdhui:
        faults["prochain"] = "Le prochain rendez-vous doit être aujourd’hui ou après."
    return faults


def doutes(
    office: Office, seance_id: ConsultationId, patient_id: PatientId, saisie: SeanceSaisie
) -> tuple[Doute, ...]:
    """Likely mistakes of a session without problems; asked once, never refused."""
    check(office, Permission.SEANCE)
    assert saisie.jour is not None
    assert saisie.duree is not None
    found = []
    low, high = ODD_DURATION
    if not low <= saisie.duree <= high:
        found.append(Doute("duree", f"Durée {saisie.duree} min : c’est bien cela ?"))
    if today(office) - saisie.jour > FAR_PAST:
        found.append(Doute("jour", "Cette séance date de plus de deux mois : c’est bien cela ?"))
    with office.store.read() as work:
        miennes = [
            a
            for a in work.consultations.between(saisie.jour, saisie.jour)
            if a.id != seance_id and a.membre == office.membre.id
        ]
        hors = _beyond(work, office, patient_id, seance_id, saisie)
        form, answers = _answered(work, office, patient_id, seance_id, saisie)
    if form is not None and (alarm := _unheeded(form, answers)):
        found.append(Doute("reponses", f"{alarm} Rien n’est écrit : enregistrer ainsi ?"))
    if saisie.type not in HORS_RENDEZ_VOUS and any(
        a.patient == patient_id and not a.hors_rendez_vous for a in miennes
    ):
        found.append(Doute("jour", "Une séance est déjà notée ce jour-là : en ajouter une autre ?"))
    elif saisie.issue is Issue.HONORE and any(_overlap(a, saisie) for a in miennes if a.honoree):
        found.append(Doute("heure", "Vous avez une autre séance à cette heure-là : garder ainsi ?"))
    if hors:
        found.append(Doute("forfait", "Hors forfait : enregistrer ainsi ?"))
    return (*found, *_about_the_next(office, patient_id, saisie))


def compte(reference: "Reference", forfait: Forfait, role: Role, saisie: SeanceSaisie) -> bool:
    """Whether this session takes one of the acts that a forfait includes."""
    jour = saisie.jour or forfait.debut
    programme = reference.programmes[forfait.programme]
    version = programme.version(forfait.debut)
    if version is None or not forfait.debut <= jour <= forfait.fin:
        return False
    acte = Consultation(
        ConsultationId(""),
        PatientId(""),
        MembreId(""),
        role,
        saisie.type,
        jour,
        saisie.heure or time(),
        saisie.duree or 0,
        issue=saisie.issue,
    )
    return any(imputable(acte, p, programme) for p in version.prestations)


def _about_the_next(office: Office, patient_id: PatientId, saisie: SeanceSaisie) -> Iterator[Doute]:
    """What speaks against the next appointment, when it is a new one or has moved."""
    heure = saisie.prochaine_heure or saisie.heure
    if saisie.prochain_jour is None or heure is None or saisie.jour is None:
        return
    moi, apres = office.membre, max(saisie.jour, today(office))
    with office.store.read() as work:
        connu = suites.next_appointment(work, moi.id, patient_id, apres)
    if connu is not None and (connu.jour, connu.heure) == (saisie.prochain_jour, heure):
        return
    duree = office.reference.seuils.duree_seance(moi.role)
    voulu = RendezVous(RendezVousId(""), patient_id, moi.id, saisie.prochain_jour, heure, duree)
    for conflit in conflits(office, (voulu,), connu.id if connu is not None else None):
        yield Doute("prochain", f"{conflit.phrase} Garder ce rendez-vous ?")


def _beyond(
    work: "Work",
    office: Office,
    patient_id: PatientId,
    seance_id: ConsultationId,
    saisie: SeanceSaisie,
) -> bool:
    """Whether this session would count in a forfait that has none left."""
    assert saisie.jour is not None
    le = today(office)
    forfait = forfait_sans(work, office.reference, patient_id, seance_id, saisie.jour, le=le)
    compteur = forfait.compteur(office.membre.role) if forfait is not None else None
    if forfait is None or compteur is None or not compteur.complet:
        return False
    return compte(office.reference, forfait, office.membre.role, saisie)


def _answered(
    work: "Work",
    office: Office,
    patient_id: PatientId,
    seance_id: ConsultationId,
    saisie: SeanceSaisie,
) -> "tuple[Form | None, Answers]":
    """The questions of this session and what is answered; none when they are not asked."""
    if not attendus(office.membre.role, saisie.type, saisie.issue).reponses:
        return None, {}
    actes = work.consultations.of(patient_id)
    connue = next((a for a in actes if a.id == seance_id), None)
    patient = work.patients.get(patient_id)
    form = seance_forms.forms_for(office, work, patient, (saisie.type,), connue).get(saisie.type)
    return form, seance_forms.answers_to(form, saisie.reponses) if form is not None else {}


def _unheeded(form: "Form", answers: "Answers") -> str:
    """What the first alarm asks, when no text below it says what is done, or why nothing is."""
    shown, given = enabled(form, answers), visible_answers(form, answers)
    for rank, item in enumerate(form.items):
        if item.control is Control.ALERTE and item.id in shown:
            below = form.items[rank + 1 :]
            said = any(i.type is ItemType.TEXT and i.id in given for i in below)
            return "" if said else item.text
    return ""


def _overlap(acte: Consultation, saisie: SeanceSaisie) -> bool:
    """At the same time; everybody of a group is there together."""
    assert saisie.heure is not None
    assert saisie.duree is not None
    if acte.type is saisie.type is TypeActe.GROUPE:
        return False
    debut, autre = (h.hour * 60 + h.minute for h in (saisie.heure, acte.heure))
    return debut < autre + acte.duree and autre < debut + saisie.duree
