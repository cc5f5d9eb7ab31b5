"""Take up the list that a team kept before: read it, try it, write it at once, undo it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.ids import InclusionId, LotId, PatientId, new_id
from microstructure_desktop.domain.patient import Identite, Inclusion, Patient
from microstructure_desktop.domain.reprise import Lot
from microstructure_desktop.errors import AppError

from . import journal, reprise_colonnes, reprise_examen, reprise_mots, reprise_tableau
from .access import Permission, check
from .office import Office, today
from .reprise_colonnes import Colonnes
from .reprise_examen import CREABLES, Apercu, exacte
from .reprise_lignes import Tableau
from .reprise_personnes import Lecteur, Lue

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

E = TypeVar("E", PatientId, InclusionId)

_MOTIF = "annulation de la reprise"


class ApercuDepasse(AppError):
    sentence = "Un dossier du même nom a été créé depuis l’aperçu ; rien n’a été repris."
    way_out = "Revenez aux colonnes, puis regardez le nouvel aperçu."


class RienARetenir(AppError):
    sentence = "Aucune ligne n’est retenue ; rien n’a été repris."
    way_out = "Cochez au moins une ligne."


class DejaAnnule(AppError):
    sentence = "Cette reprise est déjà annulée."
    way_out = "Rouvrez la page pour voir où elle en est."


@dataclass(frozen=True, slots=True)
class Ouvert:
    """A file that was read, and the guess about its columns."""

    tableau: Tableau
    colonnes: Colonnes
    chemin: Path

    def exemples(self, colonne: int, combien: int = 3) -> tuple[str, ...]:
        """The first things written in a column, each once."""
        lignes = self.tableau.lignes[self.colonnes.entete :]
        ecrits = (ligne.cellules[colonne].strip() for ligne in lignes)
        return tuple(dict.fromkeys(filter(None, ecrits)))[:combien]


@dataclass(frozen=True, slots=True)
class LotVu:
    """A past import, and who did it."""

    lot: Lot
    auteur: str


@dataclass(frozen=True, slots=True)
class Annulation:
    """What was taken back, so that it can be given back; `gardes`: file numbers kept."""

    lot: LotId
    retires: tuple[str, ...]
    patients: int
    gardes: tuple[str, ...]


def ouvrir(office: Office, chemin: Path, feuille: str = "") -> Ouvert:
    """Read a file and guess its columns.

    Raises:
        FichierNonLu, TableauIllisible, TableauVide, TableauTropGrand
    """
    check(office, Permission.REUNIR_DOSSIERS)
    tableau = reprise_tableau.ouvrir(chemin, feuille)
    mots = reprise_mots.mots(office.reference)
    return Ouvert(tableau, reprise_colonnes.deviner(tableau, mots, today(office)), chemin)


def examiner(
    office: Office, tableau: Tableau, colonnes: Colonnes, programme: str | None = None
) -> Apercu:
    """What each row would become. `programme`: the one of the rows that name none."""
    check(office, Permission.REUNIR_DOSSIERS)
    mots = reprise_mots.mots(office.reference)
    lecteur = Lecteur(colonnes, mots, office.reference, today(office), programme)
    with office.store.read() as work:
        connus = _connus(work)
    lues = [lecteur.lire(ligne) for ligne in tableau.lignes[colonnes.entete :]]
    return reprise_examen.examiner(tableau.format, lues, connus)


def importer(office: Office, apercu: Apercu, retenues: frozenset[int]) -> Lot:
    """Create the rows taken, all of them or none.

    Raises:
        RienARetenir: no row that can be created is taken.
        ApercuDepasse: one of them was registered meanwhile.
    """
    check(office, Permission.REUNIR_DOSSIERS)
    lues = [x.lue for x in apercu.lignes if x.sort in CREABLES and x.numero in retenues]
    if not lues:
        raise RienARetenir
    with office.store.begin(office.membre.id, office.now()) as work:
        connus = {exacte(patient) for patient in _connus(work)}
        if any(exacte(lue) in connus for lue in lues):
            raise ApercuDepasse
        crees = [_creer(work, lue) for lue in lues]
        lot = Lot(
            LotId(new_id()),
            office.now(),
            office.membre.id,
            apercu.format,
            len(apercu.lignes),
            tuple(patient for patient, _ in crees),
            tuple(inclusion for _, inclusion in crees if inclusion is not None),
        )
        work.lots.save(lot)
        journal.note(work, Action.REPRISE, objet=lot.id, detail=lot.fichier)
    return lot


def lots(office: Office) -> tuple[LotVu, ...]:
    """The past imports, the latest first."""
    check(office, Permission.REUNIR_DOSSIERS)
    with office.store.read() as work:
        noms = {membre.id: membre.nom_affiche for membre in work.equipe.all()}
        return tuple(LotVu(lot, noms.get(lot.par, "")) for lot in reversed(work.lots.all()))


def annuler(office: Office, lot_id: LotId) -> Annulation:
    """Take back the records of an import; whoever has something else recorded is kept.

    Raises:
        DejaAnnule: it is undone already.
    """
    check(office, Permission.REUNIR_DOSSIERS)
    with office.store.begin(office.membre.id, office.now()) as work:
        lot = work.lots.get(lot_id)
        if lot.annule:
            raise DejaAnnule
        gardes = work.lots.touched(lot)
        patients = [p for p in _presentes(work, lot.patients) if p not in gardes]
        inclusions = [
            inclusion
            for inclusion in _presentes(work, lot.inclusions)
            if work.inclusions.get(inclusion).patient in patients
        ]
        retires = (*inclusions, *patients)
        for entite in retires:
            work.undoing.void(entite, _MOTIF)
        work.lots.save(replace(lot, annule=True))
        journal.note(work, Action.REPRISE, objet=lot.id, detail="annulation")
        dossiers = [work.patients.get(p).dossier for p in _presentes(work, lot.patients)]
    return Annulation(lot_id, retires, len(patients), tuple(sorted(dossiers)))


def retablir(office: Office, annulation: Annulation) -> Lot:
    """Give back what an undoing took."""
    check(office, Permission.REUNIR_DOSSIERS)
    with office.store.begin(office.membre.id, office.now()) as work:
        lot = replace(work.lots.get(annulation.lot), annule=False)
        for entite in reversed(annulation.retires):  # people first
            work.undoing.restore(entite)
        work.lots.save(lot)
        journal.note(work, Action.REPRISE, objet=lot.id, detail="retablissement")
    return lot


def _connus(work: "Work") -> list[Patient]:
    """Merged records are part of another one."""
    return [patient for patient in work.patients.all() if patient.absorbe_par is None]


def _presentes(work: "Work", entites: Iterable[E]) -> list[E]:
    """Those that nobody took back."""
    return [entite for entite in entites if not work.undoing.voided(entite)]


def _creer(work: "Work", lue: Lue) -> tuple[PatientId, InclusionId | None]:
    assert lue.naissance is not None
    patient = work.patients.add(
        Patient(
            PatientId(new_id()),
            0,
            lue.nom,
            lue.prenom,
            lue.naissance,
            lue.sexe,
            lue.telephone,
            identite=Identite(nom_naissance=lue.nom_naissance),
        )
    )
    if lue.programme is None or lue.debut is None:
        return patient.id, None
    inclusion = Inclusion(
        InclusionId(new_id()),
        patient.id,
        lue.programme,
        lue.debut,
        orienteur=lue.orienteur,
        fin=lue.fin,
        motif_sortie=lue.motif if lue.fin else "",
    )
    work.inclusions.save(inclusion)
    return patient.id, inclusion.id
