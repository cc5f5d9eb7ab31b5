"""Letters: begun from a template, made one's own, kept with who agreed to their leaving."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from microstructure_desktop.domain.consultation import Consultation
from microstructure_desktop.domain.document import Lettre
from microstructure_desktop.domain.equipe import Cabinet
from microstructure_desktop.domain.ids import (
    ConsultationId,
    LettreId,
    PartenaireId,
    PatientId,
    RevisionId,
    new_id,
)
from microstructure_desktop.domain.partenaire import Partenaire
from microstructure_desktop.domain.patient import Inclusion, Patient
from microstructure_desktop.domain.text import normalise
from microstructure_desktop.errors import AppError
from microstructure_desktop.french import agreed, clock, long_date, plain_date

from . import drafts
from .access import AccessDenied, Permission, check
from .cercle import autour_de
from .lettres_modeles import Destinataire, Modele, modeles
from .office import Office
from .oppositions import of_patient
from .patients import Formulaire
from .reunis import current
from .suivi import courante

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

OBJET_MAX = 200
CORPS_MAX = 12_000
DESTINATAIRE_MAX = 400
_AU_CABINET = ("CABINET", "MSP")
_REVEALING = ("addict", "microstructure", "csapa", "caarud", "psych", "alcool", "drogue", "sevrage")
"""Words that tell of a care, wherever they stand in a word."""


class LetterUnusable(AppError):
    sentence = "Cette lettre ne peut pas être enregistrée ainsi."
    way_out = "Corrigez les champs indiqués, puis recommencez."


class NotYourLetter(AccessDenied):
    sentence = "Cette lettre est signée par un autre membre de l’équipe."
    way_out = "Demandez-lui de la corriger, ou écrivez la vôtre."


@dataclass(frozen=True, slots=True)
class LettreSaisie:
    """What the form collects; `accord` None: the person's agreement is not noted."""

    modele: str
    jour: date | None
    objet: str
    corps: str
    destinataire: str = ""
    partenaire: PartenaireId | None = None
    accord: date | None = None


@dataclass(frozen=True, slots=True)
class Depart:
    """What a letter is begun or corrected with.

    `lettre` and its `revision` when it exists; `draft`, what was being typed.
    """

    patient: Patient
    cabinet: Cabinet
    inclusion: Inclusion | None
    rendez_vous: tuple[Consultation, ...]
    partenaires: tuple[Partenaire, ...]
    oppose: bool
    lettre: Lettre | None = None
    revision: RevisionId | None = None
    draft: dict[str, Any] | None = None


def sujet(patient_id: PatientId, lettre_id: LettreId | None) -> str:
    """The subject of its draft."""
    root = Formulaire.LETTRE.sujet(patient_id)
    return root if lettre_id is None else f"{root}/{lettre_id}"


def depart(office: Office, patient_id: PatientId, lettre_id: LettreId | None = None) -> Depart:
    """Raises:
    NotYourLetter: it is signed by somebody else.
    RecordJoined: the record became part of another one.
    """
    check(office, Permission.ECRIRE_DOCUMENTS)
    draft = drafts.load(office, drafts.PATIENT, sujet(patient_id, lettre_id))
    with office.store.read() as work:
        patient = current(work, patient_id)
        found = work.lettres.get(lettre_id) if lettre_id is not None else None
        if found is not None and found.membre != office.membre.id:
            raise NotYourLetter
        inclusions = work.inclusions.of(patient_id)
        followers = {i.partenaire for i in work.intervenants.of(patient_id)}
        seen = autour_de(office, work, patient_id)
        return Depart(
            patient,
            work.cabinet.get(),
            courante(inclusions, office.now().astimezone().date()),
            tuple(
                reversed([a for a in seen.ouverts(work.consultations.of(patient_id)) if _came(a)])
            ),
            _ordered(work.annuaire.all(), followers),
            bool(of_patient(work, patient_id).partage),
            found,
            work.revisions.head(lettre_id) if lettre_id is not None else None,
            draft,
        )


def texte(
    depart: Depart, modele: Modele, rendez_vous: ConsultationId | None = None
) -> tuple[str, str]:
    """The subject and the text that a template gives for this person."""
    patient, inclusion = depart.patient, depart.inclusion
    debut = f" depuis le {plain_date(inclusion.debut)}" if inclusion is not None else ""
    fin = inclusion.fin if inclusion is not None else None
    acte = next((a for a in depart.rendez_vous if a.id == rendez_vous), None)
    return modele.rempli(
        {
            "personne": f"{patient.prenom} {patient.nom.upper()}".strip(),
            "ne": agreed("né", patient.sexe),
            "naissance": _born(patient),
            "depuis": debut,
            "jusqua": f" et jusqu’au {plain_date(fin)}" if fin is not None else "",
            "presente": agreed("présenté", patient.sexe),
            "rendez_vous": _when(acte) if acte is not None else "",
            "cabinet": depart.cabinet.nom,
        }
    )


def remarques(depart: Depart, saisie: LettreSaisie) -> tuple[str, ...]:
    """What to think of before it leaves; nothing here prevents it."""
    modele = modeles().get(saisie.modele)
    found = []
    if depart.oppose:
        found.append(
            "La personne s’oppose au partage d’informations : vérifiez avec elle chaque phrase."
        )
    if depart.patient.anonyme:
        found.append("La personne a demandé l’anonymat : la lettre porterait son alias.")
    if modele is not None and modele.neutre:
        words = normalise(f"{saisie.objet} {saisie.corps}")
        if any(sign in words for sign in _REVEALING):
            found.append("Ce texte laisse deviner un soin : un tel certificat n’en dit rien.")
        if any(sign in normalise(depart.cabinet.nom) for sign in _REVEALING):
            found.append("L’en-tête laisse deviner un soin : il porte le nom du cabinet.")
    return (*found, *(modele.rappels if modele is not None else ()))


def problems(saisie: LettreSaisie, le: date) -> dict[str, str]:
    """Field name to sentence; empty when the letter can be kept."""
    faults = {}
    modele = modeles().get(saisie.modele)
    if modele is None:
        faults["modele"] = "Choisissez un modèle."
    if saisie.jour is None:
        faults["jour"] = "Entrez la date de la lettre, par exemple 14/05/2026."
    for name, text, limit in (
        ("objet", saisie.objet, OBJET_MAX),
        ("corps", saisie.corps, CORPS_MAX),
        ("destinataire", saisie.destinataire, DESTINATAIRE_MAX),
    ):
        if len(text.strip()) > limit:
            faults[name] = f"Ce texte doit tenir en {limit} caractères."
    if not saisie.corps.strip():
        faults["corps"] = "Écrivez le texte de la lettre."
    if modele is not None and modele.destinataire is Destinataire.PARTENAIRE:
        if not saisie.destinataire.strip():
            faults["destinataire"] = "Dites à qui va cette lettre."
        if modele.accord and saisie.accord is None:
            faults["accord"] = "Cette lettre sort de l’équipe : notez l’accord de la personne."
        elif saisie.accord is not None and saisie.accord > le:
            faults["accord"] = "La date de l’accord doit être aujourd’hui ou avant."
    return faults


def lettres(office: Office, patient_id: PatientId) -> tuple[Lettre, ...]:
    """The latest first."""
    check(office, Permission.DOCUMENTS)
    with office.store.read() as work:
        seen = autour_de(office, work, patient_id)
        return tuple(reversed(seen.ouverts(work.lettres.of(patient_id))))


def ecrire(
    office: Office,
    patient_id: PatientId,
    saisie: LettreSaisie,
    lettre_id: LettreId | None = None,
    based_on: RevisionId | None = None,
) -> Lettre:
    """Keep a letter, or another version of it.

    Raises:
        LetterUnusable: `problems` says why.
        NotYourLetter: it is signed by somebody else.
        StaleRevision: it was changed since it was opened.
        RecordJoined: the record became part of another one.
    """
    check(office, Permission.ECRIRE_DOCUMENTS)
    if problems(saisie, office.now().astimezone().date()):
        raise LetterUnusable
    assert saisie.jour is not None
    made = Lettre(
        lettre_id or LettreId(new_id()),
        patient_id,
        saisie.modele,
        saisie.jour,
        office.membre.id,
        " ".join(saisie.objet.split()),
        saisie.corps.strip(),
        saisie.destinataire.strip(),
        saisie.partenaire,
        saisie.accord if modeles()[saisie.modele].accord else None,
    )
    with office.store.begin(office.membre.id, office.now()) as work:
        current(work, patient_id)
        made = _in_its_record(work, office, made, lettre_id)
        work.lettres.save(made, based_on)
        work.drafts.drop(drafts.key(drafts.PATIENT, sujet(patient_id, lettre_id)), office.membre.id)
    return made


def titre(lettre: Lettre) -> str:
    """What its template is called; one that is not shipped any more says its own name."""
    modele = modeles().get(lettre.modele)
    return modele.titre if modele is not None else lettre.modele


def _in_its_record(
    work: "Work", office: Office, made: Lettre, lettre_id: LettreId | None
) -> Lettre:
    """What is signed already is corrected by who signed it, and stays where it is."""
    if lettre_id is None:
        return made
    known = work.lettres.get(lettre_id)
    if known.membre != office.membre.id:
        raise NotYourLetter
    return replace(made, patient=known.patient)


def _came(acte: Consultation) -> bool:
    """Whether the person was at the cabinet themselves."""
    there = acte.honoree and acte.lieu in _AU_CABINET
    return there and not (acte.sans_patient or acte.entourage)


def _ordered(
    partenaires: Sequence[Partenaire], followers: set[PartenaireId]
) -> tuple[Partenaire, ...]:
    """Those who follow the person first."""
    active = [p for p in partenaires if p.actif]
    return tuple(sorted(active, key=lambda p: p.id not in followers))


def _born(patient: Patient) -> str:
    """Of an alias, the year alone is known."""
    if patient.anonyme:
        return f"en {patient.naissance.year}"
    return f"le {plain_date(patient.naissance)}"


def _when(acte: Consultation) -> str:
    return f" le {long_date(acte.jour)} à {clock(acte.heure)}"
