"""Tables for the team: chosen, made within one's rights, saved where the person says, and noted."""

import secrets
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.text import normalise
from microstructure_desktop.errors import AppError
from microstructure_desktop.reports.tableur.feuilles import Classeur, Colonne, Feuille, Genre

from . import journal, tableaux_fichiers
from .access import Permission, check
from .cercle import MOTIF_MINIMUM, MotifTropCourt, cercle
from .office import Office, today
from .oppositions import of_everybody
from .tableau_activite import activite
from .tableau_commun import Cadre, Table
from .tableau_fiches import fiches
from .tableau_file_active import file_active
from .tableau_forfaits import forfaits
from .tableau_indicateurs import indicateurs
from .tableaux_notice import notice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.domain.patient import Patient
    from microstructure_desktop.store.work import Work

SANS_IDENTITE, NOMINATIFS = "equipe_tableur", "equipe_nominatif_tableur"
"""What the access log calls each flavour."""
TITRE = "Tableaux pour l’équipe"


class Contenu(StrEnum):
    """What a workbook may hold, in the order of its sheets."""

    ACTIVITE = "activite"
    FILE_ACTIVE = "file_active"
    FORFAITS = "forfaits"
    INDICATEURS = "indicateurs"
    FICHES = "fiches"


DEMANDENT = {
    Contenu.ACTIVITE: Permission.ACTIVITE,
    Contenu.FILE_ACTIVE: Permission.ACTIVITE,
    Contenu.FORFAITS: Permission.FORFAITS,
    Contenu.INDICATEURS: Permission.ACTIVITE,
    Contenu.FICHES: Permission.CLINIQUE,
}
"""The right on what a table is made of, beside that of taking tables out."""


class Format(StrEnum):
    XLSX = "xlsx"
    CSV = "csv"


class PeriodeALEnvers(AppError):
    sentence = "La période finit avant de commencer."
    way_out = "Donnez un premier jour qui précède le dernier."


class RienDeChoisi(AppError):
    sentence = "Aucun tableau n’est choisi."
    way_out = "Choisissez au moins un tableau."


@dataclass(frozen=True, slots=True)
class Demande:
    """What somebody asks for, both days included; the indicators are those of the last day's year.

    `nominatif`: with names and file numbers, for which `motif` says why.
    """

    contenus: frozenset[Contenu]
    du: date
    au: date
    nominatif: bool = False
    motif: str = ""


@dataclass(frozen=True, slots=True)
class Tableaux:
    """Ready to save. `exclus`, `fermes`: people left out, who object to being counted, or whose
    record is closed to the reader.
    """

    demande: Demande
    classeur: Classeur
    exclus: int
    fermes: int

    @property
    def fichier(self) -> str:
        """The name proposed, without an ending: nobody is named in it."""
        return f"tableaux-{self.demande.du:%Y-%m-%d}-{self.demande.au:%Y-%m-%d}"


def preparer(office: Office, demande: Demande) -> Tableaux:
    """Read what was asked and lay it out; nothing is written anywhere.

    Raises:
        AccessDenied: the role takes no tables out, or none with names.
        MotifTropCourt, RienDeChoisi, PeriodeALEnvers
    """
    check(office, Permission.DONNEES)
    if demande.nominatif:
        check(office, Permission.DONNEES_NOMINATIVES)
        if len(demande.motif.strip()) < MOTIF_MINIMUM:
            raise MotifTropCourt
    for contenu in demande.contenus:
        check(office, DEMANDENT[contenu])
    if not demande.contenus:
        raise RienDeChoisi
    if demande.au < demande.du:
        raise PeriodeALEnvers
    with office.store.read() as work:
        return _tableaux(office, work, demande)


def enregistrer(office: Office, tableaux: Tableaux, chemin: Path, sorte: Format) -> Path:
    """Write the workbook at a path, or the CSV files in a new folder of that name, and note it.

    Raises:
        DocumentNotWritten: the place refuses it.
        DejaLa: there is a folder of that name.
        TropDeLignes: a sheet holds no more.
    """
    demande = tableaux.demande
    if sorte is Format.XLSX:
        tableaux_fichiers.classeur(tableaux.classeur, chemin)
    else:
        tableaux_fichiers.dossier(tableaux.classeur, chemin)
    journal.note(
        office,
        Action.EXPORT,
        objet=" ".join(c for c in Contenu if c in demande.contenus),
        detail=NOMINATIFS if demande.nominatif else SANS_IDENTITE,
        motif=demande.motif.strip() if demande.nominatif else "",
    )
    return chemin


def _tableaux(office: Office, work: "Work", demande: Demande) -> Tableaux:
    patients = {p.id: p for p in work.patients.all() if p.absorbe_par is None}
    le = min(demande.au, today(office))
    tables = _tables(Cadre(office, work, demande.du, demande.au, le, patients), demande)
    around, said = cercle(office, work), of_everybody(work)
    concerned = {who for table in tables for who, _ in table.lignes}
    closed = {who for who in concerned if around.ferme(who)}
    counted_out = set() if demande.nominatif else {p for p in said if said[p].statistique}
    exclus = concerned & counted_out
    shown = {who: patients[who] for who in concerned - closed - exclus if who in patients}
    names = _noms(shown) if demande.nominatif else _rangs(shown)
    sheets = [_feuille(table, names, nominatif=demande.nominatif) for table in tables]
    if Contenu.INDICATEURS in demande.contenus:
        sheets += indicateurs(office, work, demande.au.year)
    numbers = len(exclus), len(closed - exclus)
    opening = notice(demande.du, demande.au, *numbers, nominatif=demande.nominatif)
    made = Classeur(TITRE, office.now().astimezone(), (opening, *sheets))
    return Tableaux(demande, made, *numbers)


def _tables(cadre: Cadre, demande: Demande) -> list[Table]:
    asked = demande.contenus
    makers = (
        (Contenu.ACTIVITE, activite),
        (Contenu.FILE_ACTIVE, file_active),
        (Contenu.FORFAITS, forfaits),
    )
    found = [make(cadre) for contenu, make in makers if contenu in asked]
    return [*found, *(fiches(cadre) if Contenu.FICHES in asked else ())]


@dataclass(frozen=True, slots=True)
class _Nom:
    """How a person is said, and where they stand among others."""

    cases: tuple[str, ...] | tuple[int]
    ordre: tuple[str, str] | int


def _noms(people: "Mapping[PatientId, Patient]") -> "dict[PatientId, _Nom]":
    return {
        who: _Nom((p.nom_affiche, p.dossier), (normalise(p.nom_affiche), p.dossier))
        for who, p in people.items()
    }


def _rangs(people: "Mapping[PatientId, Patient]") -> "dict[PatientId, _Nom]":
    """Drawn: neither a name, a number nor a first visit can be told from a rank."""
    drawn = list(people)
    secrets.SystemRandom().shuffle(drawn)
    return {who: _Nom((rang,), rang) for rang, who in enumerate(drawn, start=1)}


_QUI = (
    Colonne("personne", "Personne", Genre.TEXTE, "Nom et prénom de la personne suivie."),
    Colonne("dossier", "Dossier", Genre.TEXTE, "Numéro du dossier dans le cabinet."),
)
_RANG = (
    Colonne(
        "personne",
        "Personne",
        Genre.ENTIER,
        "Rang tiré au sort pour ce fichier\u00a0: le même d’une feuille à l’autre, un autre dans "
        "un autre fichier.",
    ),
)


def _feuille(table: Table, names: "dict[PatientId, _Nom]", *, nominatif: bool) -> Feuille:
    kept = [(names[who], cells) for who, cells in table.lignes if who in names]
    kept.sort(key=lambda row: row[0].ordre)
    if table.par_date:
        kept.sort(key=lambda row: str(row[1][0]))  # days, written so that they sort
    return Feuille(
        table.nom,
        table.titre,
        (*(_QUI if nominatif else _RANG), *table.colonnes),
        tuple((*name.cases, *cells) for name, cells in kept),
    )
