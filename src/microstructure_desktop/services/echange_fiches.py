"""Definitions and filled fiches out as FHIR R4 files, and definitions in."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.errors import AppError
from microstructure_desktop.forms.fhir import json_text, reader
from microstructure_desktop.forms.fhir.items_reader import Installed
from microstructure_desktop.forms.fhir.questionnaire import questionnaire
from microstructure_desktop.forms.fhir.response import response
from microstructure_desktop.forms.model import Form

from . import journal
from .access import Permission, check
from .cercle import autour_de
from .fiche_forms import form_of
from .fiche_reading import readable
from .office import Office
from .reunis import courant

if TYPE_CHECKING:
    from .reference import Reference

ENTETE = (
    "# Repris d’un questionnaire FHIR R4. Relisez role, stage, depuis et partage : FHIR ne les "
    "dit pas.\n# Les lignes « # fhir » gardent ce que le questionnaire d’origine disait d’autre.\n"
)


class DossierInconnu(AppError):
    sentence = "Aucun dossier ne porte ce numéro."
    way_out = "Donnez le numéro affiché en haut du dossier."


class FichierDejaLa(AppError):
    sentence = "Un fichier du même nom, au contenu différent, est déjà à cet endroit."
    way_out = "Choisissez un autre endroit ; rien n’a été écrit."


class FichierNonEcrit(AppError):
    sentence = "Le fichier n’a pas pu être écrit à cet endroit."
    way_out = "Choisissez un autre dossier, ou vérifiez que vous avez le droit d’y écrire."


class FichierIllisible(AppError):
    sentence = "Le fichier n’a pas pu être lu."
    way_out = "Vérifiez son nom et que vous avez le droit de le lire."


@dataclass(frozen=True, slots=True)
class Fichier:
    """A file to write; its name never holds a person's."""

    nom: str
    texte: str


def definitions(forms: Iterable[Form]) -> tuple[Fichier, ...]:
    return tuple(
        Fichier(f"{form.id}-{form.version}.json", json_text.written(questionnaire(form)))
        for form in forms
    )


def reponses(office: Office, numero: int) -> tuple[Fichier, ...]:
    """A patient's saved fiches and the definitions that they were filled with.

    Only what the person at the keyboard may read; personal answers never. The patient is named by
    an identifier drawn for this export alone.

    Raises:
        DossierInconnu: no record has this number.
    """
    check(office, Permission.CLINIQUE)
    with office.store.read() as work:
        numbered = next((p for p in work.patients.all() if p.numero == numero), None)
        if numbered is None:
            raise DossierInconnu
        patient = work.patients.get(courant(work, numbered.id))
        mine = autour_de(office, work, patient.id).ouverts(work.fiches.of(patient.id))
        found = [(fiche, form_of(office, work, fiche)) for fiche in mine]
    journal.note(office, Action.EXPORT_FICHES, patient=patient.id)
    subject = secrets.token_hex(16)
    used = {(form.id, form.version): form for _, form in found}
    ordered = sorted(found, key=lambda one: (one[0].jour, one[0].id))
    rows = (_reponse(office, fiche, form, subject) for fiche, form in ordered)
    files = (Fichier(f"reponse-{rank}.json", text) for rank, text in enumerate(rows, start=1))
    return (*definitions(used.values()), *files)


def reprendre(path: Path, reference: "Reference", today: date) -> Form:
    """The definition that a Questionnaire file holds, checked by reading it back.

    Raises:
        Refused: something in it is not supported; `faults` names it all.
        FichierIllisible: there is no such file.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(json_text.MAX_BYTES + 1)
    except OSError:
        raise FichierIllisible from None
    installed = Installed(reference.listes, reference.instruments, today)
    return reader.read(data, installed)


def ecrire(fichiers: Iterable[Fichier], dossier: Path) -> tuple[Path, ...]:
    """Write them all, or none when another file has one of their names.

    Raises:
        FichierDejaLa: it has.
        FichierNonEcrit: the place refuses.
    """
    files = {dossier / fichier.nom: fichier.texte.encode() for fichier in fichiers}
    try:
        dossier.mkdir(parents=True, exist_ok=True)
        if any(path.exists() and path.read_bytes() != data for path, data in files.items()):
            raise FichierDejaLa
    except OSError:
        raise FichierNonEcrit from None
    for path, data in files.items():
        _write(path, data)
    return tuple(files)


def ecrire_definition(form: Form, path: Path, *, remplacer: bool) -> None:
    """Write the TOML text of a definition.

    Raises:
        FichierDejaLa: there is a file and it is not to be replaced.
        FichierNonEcrit: the place refuses.
    """
    if path.exists() and not remplacer:
        raise FichierDejaLa(way_out="Choisissez un autre nom, ou ajoutez --remplacer.")
    _write(path, (ENTETE + form.source).encode())


def _reponse(office: Office, fiche: Fiche, form: Form, subject: str) -> str:
    answers = readable(office, fiche, form)
    return json_text.written(
        response(form, answers, subject=subject, jour=fiche.jour, complete=fiche.complete)
    )


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all, and for the person's own eyes: answers are in clear."""
    draft = path.with_name(f"{path.name}.part")
    try:
        draft.touch(mode=0o600)
        draft.write_bytes(data)
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise FichierNonEcrit from None
