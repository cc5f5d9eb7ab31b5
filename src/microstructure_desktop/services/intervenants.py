"""Who, around the cabinet, follows one person: since when, until when."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import (
    IntervenantId,
    PartenaireId,
    PatientId,
    new_id,
)
from microstructure_desktop.domain.partenaire import Intervenant, Partenaire
from microstructure_desktop.errors import AppError

from . import annuaire
from .access import Permission, check
from .annuaire import PartenaireSaisi
from .cercle import autour_de
from .office import Office, today
from .reunis import current

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

PRECISION_MAX = 200


class AlreadyThere(AppError):
    sentence = "Ce partenaire suit déjà cette personne."
    way_out = "Corrigez la ligne qui le nomme déjà."


class DatesUnusable(AppError):
    sentence = "Ces dates ne vont pas ensemble."
    way_out = "La fin ne peut pas précéder le début."


@dataclass(frozen=True, slots=True)
class Autour:
    """One partner of one person; `en_cours` on the day it was read."""

    intervenant: Intervenant
    partenaire: Partenaire
    en_cours: bool


def problems(depuis: date | None, jusqu_a: date | None, precision: str) -> dict[str, str]:
    """Field name to sentence; empty when the line can be kept."""
    faults = {}
    if depuis is not None and jusqu_a is not None and jusqu_a < depuis:
        faults["jusqu_a"] = "La fin ne peut pas précéder le début."
    if len(precision.strip()) > PRECISION_MAX:
        faults["precision"] = f"La précision doit tenir en {PRECISION_MAX} caractères."
    return faults


def autour(office: Office, patient_id: PatientId) -> tuple[Autour, ...]:
    """Those who follow the person first, then those who did; by name."""
    check(office, Permission.DOCUMENTS)
    le = today(office)
    with office.store.read() as work:
        partenaires = {p.id: p for p in work.annuaire.all()}
        lignes = [
            Autour(i, partenaires[i.partenaire], i.jusqu_a is None or le <= i.jusqu_a)
            for i in autour_de(office, work, patient_id).ouverts(work.intervenants.of(patient_id))
            if i.partenaire in partenaires
        ]
    rank = {p: at for at, p in enumerate(partenaires)}
    return tuple(sorted(lignes, key=lambda a: (not a.en_cours, rank[a.partenaire.id])))


def add(office: Office, patient_id: PatientId, partenaire_id: PartenaireId) -> Intervenant:
    """From today on.

    Raises:
        AlreadyThere: it follows the person now.
    """
    check(office, Permission.ECRIRE_DOCUMENTS)
    with office.store.begin(office.membre.id, office.now()) as work:
        return _added(work, office, patient_id, partenaire_id)


def create(office: Office, patient_id: PatientId, saisi: PartenaireSaisi) -> Intervenant:
    """A new partner of the directory, who follows the person from today on.

    Raises:
        PartnerUnusable, PartnerKnown: the directory refuses it.
    """
    check(office, Permission.ECRIRE_DOCUMENTS)
    check(office, Permission.ECRIRE_ANNUAIRE)
    with office.store.begin(office.membre.id, office.now()) as work:
        made = annuaire.added(work, office, saisi)
        return _added(work, office, patient_id, made.id)


def edit(
    office: Office,
    intervenant_id: IntervenantId,
    depuis: date | None,
    jusqu_a: date | None,
    precision: str,
) -> Intervenant:
    """Raises:
    DatesUnusable: `problems` says why.
    PartageLimite: the person objects to who asks.
    """
    check(office, Permission.ECRIRE_DOCUMENTS)
    if problems(depuis, jusqu_a, precision):
        raise DatesUnusable
    with office.store.begin(office.membre.id, office.now()) as work:
        known = _open(work, office, intervenant_id)
        made = replace(known, depuis=depuis, jusqu_a=jusqu_a, precision=precision.strip())
        work.intervenants.save(made)
    return made


def remove(office: Office, intervenant_id: IntervenantId) -> None:
    """A line written by mistake; who followed the person gets an end instead.

    Raises:
        PartageLimite: the person objects to who asks.
    """
    check(office, Permission.ECRIRE_DOCUMENTS)
    with office.store.begin(office.membre.id, office.now()) as work:
        _open(work, office, intervenant_id)
        work.intervenants.void(intervenant_id, "ajouté par erreur")


def _open(work: "Work", office: Office, intervenant_id: IntervenantId) -> Intervenant:
    known = work.intervenants.get(intervenant_id)
    autour_de(office, work, known.patient).check(known)
    return known


def _added(
    work: "Work", office: Office, patient_id: PatientId, partenaire_id: PartenaireId
) -> Intervenant:
    le = today(office)
    current(work, patient_id)
    for known in work.intervenants.of(patient_id):
        if known.partenaire == partenaire_id and (known.jusqu_a is None or le <= known.jusqu_a):
            raise AlreadyThere
    work.annuaire.get(partenaire_id)
    made = Intervenant(IntervenantId(new_id()), patient_id, partenaire_id, depuis=le)
    work.intervenants.save(made)
    return made
