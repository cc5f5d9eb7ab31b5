"""What a person says about their own record: information given, objections, withdrawal."""

from dataclasses import dataclass
from datetime import date

from microstructure_desktop.domain.declaration import Declaration, Objet
from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import DeclarationId, PatientId, new_id
from microstructure_desktop.domain.patient import Patient
from microstructure_desktop.errors import AppError

from . import drafts
from .access import Permission, check
from .office import Office, today
from .oppositions import Cible, of_patient
from .patients import Formulaire
from .reunis import current


class DeclarationRefusee(AppError):
    sentence = "Cette opposition ne peut pas être notée ainsi."
    way_out = "Vérifiez la date, et à qui la personne s’oppose."


class NotYoursToLift(AppError):
    sentence = "Cette opposition vous vise : un collègue la lève, après l’avoir revue avec elle."
    way_out = "Demandez à un autre membre de l’équipe d’en parler avec la personne."


@dataclass(frozen=True, slots=True)
class DroitsLus:
    """`oppositions`: each target and its day. `equipe`: before whom one may object."""

    patient: Patient
    oppositions: dict[Cible, date | None]
    equipe: tuple[Membre, ...]


def droits(office: Office, patient_id: PatientId) -> DroitsLus:
    check(office, Permission.CLINIQUE)
    with office.store.read() as work:
        return DroitsLus(
            work.patients.get(patient_id),
            of_patient(work, patient_id).cibles,
            tuple(m for m in work.equipe.all() if m.actif),
        )


def declarer(
    office: Office, patient_id: PatientId, cible: Cible, *, oppose: bool, jour: date
) -> Declaration:
    """Note what the person said; it takes effect at once.

    Only sharing can be refused before one member or one profession.

    Raises:
        DeclarationRefusee: a day to come, or a target that this object cannot have.
        NotYoursToLift: it names who would lift it, or their profession.
    """
    check(office, Permission.INCLUSION)
    if jour > today(office):
        raise DeclarationRefusee("La date doit être aujourd’hui ou avant.")
    if (cible.membre and cible.role) or (cible.objet is not Objet.PARTAGE and not cible.equipe):
        raise DeclarationRefusee
    if not oppose and not cible.equipe and cible.vise(office.membre):
        raise NotYoursToLift
    said = DeclarationId(new_id()), patient_id, cible.objet, oppose, jour, office.membre.id
    made = Declaration(*said, cible.membre, cible.role)
    with office.store.begin(office.membre.id, office.now()) as work:
        current(work, patient_id)
        work.declarations.save(made)
        subject = Formulaire.DROITS.sujet(patient_id)
        work.drafts.drop(drafts.key(drafts.PATIENT, subject), office.membre.id)
    return made
