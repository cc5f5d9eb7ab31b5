"""A practice in a few words, for figures counted by hand."""

from dataclasses import replace
from datetime import date, time

from microstructure_desktop.domain.consultation import Consultation, Issue, TypeActe
from microstructure_desktop.domain.equipe import Cabinet, Membre, Role
from microstructure_desktop.domain.ids import (
    ConsultationId,
    InclusionId,
    MembreId,
    PatientId,
    SyntheseId,
)
from microstructure_desktop.domain.patient import Inclusion
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.domain.programme import Prestation, Programme, Version
from microstructure_desktop.domain.synthese import Etat, Synthese
from microstructure_desktop.exchange.anonymise import Sources
from microstructure_desktop.exchange.manifest import Adresse
from tests.exchange.keys import DESTINATAIRES

ROLES = {
    TypeActe.CONS_MG_LONGUE: Role.MEDECIN,
    TypeActe.CONS_MG: Role.MEDECIN,
    TypeActe.CONS_PSY: Role.PSYCHOLOGUE,
    TypeActe.ENTRETIEN_TS: Role.TRAVAILLEUR_SOCIAL,
    TypeActe.CONS_PSYCHIATRE: Role.PSYCHIATRE,
    TypeActe.AVIS_PSYCHIATRE_EQUIPE: Role.PSYCHIATRE,
    TypeActe.ENTRETIEN_ENTOURAGE: Role.PSYCHOLOGUE,
    TypeActe.ENTRETIEN_CONJOINT_PRO: Role.MEDECIN,
    TypeActe.VAD: Role.TRAVAILLEUR_SOCIAL,
    TypeActe.ACCOMPAGNEMENT_PHYSIQUE: Role.TRAVAILLEUR_SOCIAL,
    TypeActe.TELECONSULTATION: Role.PSYCHIATRE,
    TypeActe.CONTACT_TEL: Role.PSYCHOLOGUE,
    TypeActe.DEMARCHE_SANS_PATIENT: Role.TRAVAILLEUR_SOCIAL,
    TypeActe.GROUPE: Role.PSYCHOLOGUE,
    TypeActe.TROD: Role.TRAVAILLEUR_SOCIAL,
    TypeActe.VACCINATION: Role.MEDECIN,
}
PSY = TypeActe.CONS_PSY
TS = TypeActe.ENTRETIEN_TS
LONGUE = TypeActe.CONS_MG_LONGUE
COURTE = TypeActe.CONS_MG
PSYCHIATRE = TypeActe.CONS_PSYCHIATRE
ENTOURAGE = TypeActe.ENTRETIEN_ENTOURAGE

LIGNES = (
    Prestation(Role.MEDECIN, (LONGUE,), 1),
    Prestation(Role.PSYCHOLOGUE, (PSY,), 6),
    Prestation(Role.TRAVAILLEUR_SOCIAL, (TS,), 7),
)
COVID = Programme(
    "COVID_SM",
    "Covid",
    12,
    entourage_imputable=False,
    age_minimal=18,
    versions=(
        Version(date(2021, 2, 1), date(2022, 8, 5), 53_700, LIGNES, "x"),
        Version(date(2022, 8, 6), None, 82_900, LIGNES, "x"),
    ),
)
SANS = Programme(
    "MSMA",
    "Sans forfait",
    12,
    entourage_imputable=False,
    age_minimal=None,
    versions=(Version(date(1999, 1, 1), None, 0, (), "x"),),
)
EQUIPADDICT = Programme(
    "EQUIPADDICT",
    "Nombre d’actes non publié",
    12,
    entourage_imputable=False,
    age_minimal=None,
    versions=(Version(date(2019, 10, 22), None, 52_800, (), "x"),),
)
PROGRAMMES = {p.code: p for p in (COVID, SANS, EQUIPADDICT)}

CABINET = Cabinet("Cabinet des Oliviers", "OCC", "OCC-31-007")
MEMBRES = {
    MembreId(role.value): Membre(MembreId(role.value), "Prénom", "Nom", role) for role in Role
}


ADRESSE = Adresse(DESTINATAIRES, "cd" * 32, 11)


def jour(texte: str) -> date:
    return date.fromisoformat(texte)


def acte(patient: str, le: str, type_: TypeActe = PSY, **autres) -> Consultation:
    role = autres.pop("role", ROLES[type_])
    base = Consultation(
        ConsultationId(f"{patient}{le}{type_}"),
        PatientId(patient),
        MembreId(role.value),
        role,
        type_,
        jour(le),
        time(10),
        45,
    )
    return replace(base, **autres)


def absence(patient: str, le: str, type_: TypeActe = PSY, **autres) -> Consultation:
    return acte(patient, le, type_, issue=Issue.ABSENT_NON_EXCUSE, **autres)


def inclusion(patient: str, debut: str, fin: str = "", programme: str = "COVID_SM") -> Inclusion:
    return Inclusion(
        InclusionId(patient + debut),
        PatientId(patient),
        programme,
        jour(debut),
        fin=jour(fin) if fin else None,
    )


def reunion(
    le: str, debut: time, fin: time | None, *roles: Role, etat: Etat = Etat.CLOSE
) -> Synthese:
    presents = tuple(MembreId(r.value) for r in roles)
    return Synthese(SyntheseId(le), jour(le), debut, fin, etat=etat, presents=presents)


def sources(actes=(), inclusions=(), syntheses=(), cabinet=CABINET, formations=()) -> Sources:
    return Sources(
        cabinet,
        tuple(actes),
        tuple(inclusions),
        tuple(syntheses),
        MEMBRES,
        PROGRAMMES,
        tuple(map(jour, formations)),
    )


def mois(texte: str) -> Mois:
    return Mois.lire(texte)
