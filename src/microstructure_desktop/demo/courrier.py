"""Papers of the fictional follow-ups: what came by post, and the letters that the team wrote."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.domain.partenaire import Partenaire
from microstructure_desktop.services import lettres, pieces
from microstructure_desktop.services.lettres import LettreSaisie
from microstructure_desktop.services.lettres_modeles import modeles
from microstructure_desktop.services.office import Office, today
from microstructure_desktop.services.pieces import PieceSaisie

from . import voisinage
from .feuille import feuille
from .material import Material

_TURN = {Role.MEDECIN: 0, Role.PSYCHOLOGUE: 1, Role.TRAVAILLEUR_SOCIAL: 2}
_RECEIVED_EVERY, _WRITTEN_EVERY = 4, 6
_POST = timedelta(days=9)
_BLANK = "\N{NO-BREAK SPACE}:\n\n\n"


def write(
    office: Office,
    patient: PatientId,
    rank: int,
    material: Material,
    partenaires: tuple[Partenaire, ...],
) -> None:
    """After a profession's first session with somebody: a paper for some, a letter for fewer."""
    role = office.membre.role
    if rank % _RECEIVED_EVERY == _TURN[role]:
        _receive(office, patient, material.network["courrier"][role.value])
    written = material.network["lettre"].get(role.value)
    if written is not None and rank % _WRITTEN_EVERY == _TURN[role] + 1:
        to = voisinage.of_type(partenaires, written["vers"])
        _write(office, patient, written, to)


def _receive(office: Office, patient: PatientId, line: dict[str, Any]) -> None:
    saisie = PieceSaisie(line["titre"], line["categorie"], today(office) - _POST)
    pieces.ajouter(office, patient, saisie, feuille(line["titre"], "Expéditeur", line["texte"]))


def _write(office: Office, patient: PatientId, line: dict[str, Any], to: Partenaire) -> None:
    jour: date = today(office)
    modele = modeles()[line["modele"]]
    objet, corps = lettres.texte(lettres.depart(office, patient), modele)
    for phrase in line["phrases"]:
        corps = corps.replace(_BLANK, f"\N{NO-BREAK SPACE}:\n{phrase}\n\n", 1)
    saisie = LettreSaisie(modele.id, jour, objet, corps, to.nom, to.id)
    lettres.ecrire(office, patient, replace(saisie, accord=jour))
