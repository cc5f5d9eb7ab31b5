"""The register of the team's trainings: who followed what, what is missing, the certificates."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from microstructure_desktop.domain import bilan_reunions
from microstructure_desktop.domain.document import CABINET, DocumentRecu
from microstructure_desktop.domain.equipe import SOIGNANTS, Membre, Role
from microstructure_desktop.domain.formation import Formation
from microstructure_desktop.domain.ids import DocumentId, FormationId, MembreId, new_id
from microstructure_desktop.errors import AppError
from microstructure_desktop.french import count, numeric_date

from . import pieces
from .access import Permission, allowed, check
from .documents import Document
from .office import Office, today
from .pieces import PieceSaisie
from .reseau import reseau

if TYPE_CHECKING:
    from microstructure_desktop.reports.printed_network import FormationImprimee
    from microstructure_desktop.store.work import Work

    from .reference import Reference

THEMES = "FORMATIONS"
TITRE = "Formations de l’équipe"
TEXT_MAX = 120
HEURES_MAX = 2_000


class TrainingUnusable(AppError):
    sentence = "Cette formation ne peut pas être notée ainsi."
    way_out = "Vérifiez le thème, l’intitulé, les dates et les heures."


@dataclass(frozen=True, slots=True)
class FormationSaisie:
    """What is typed of a training; `heures` None when nobody counted them."""

    membre: MembreId | None
    theme: str
    intitule: str
    du: date | None
    au: date | None = None
    heures: int | None = None
    organisme: str = ""


@dataclass(frozen=True, slots=True)
class LigneFormation:
    formation: Formation
    attestation: DocumentRecu | None


@dataclass(frozen=True, slots=True)
class SuiviMembre:
    """What one member followed, the latest first; `manque`: codes expected of them, not there."""

    membre: Membre
    lignes: tuple[LigneFormation, ...]
    manque: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Registre:
    """The team first, then who left; `annee` counts those of the year under way."""

    suivis: tuple[SuiviMembre, ...]
    annee: bilan_reunions.A24
    modifiable: bool


def registre(office: Office) -> Registre:
    """Everybody of the team, with their trainings."""
    check(office, Permission.RESEAU)
    with office.store.read() as work:
        toutes = work.formations.all()
        papiers = {d.id: d for d in work.documents.of(CABINET)}
        membres = work.equipe.all()
    suivis = []
    for membre in sorted(membres, key=_rank):
        siennes = sorted((f for f in toutes if f.membre == membre.id), key=_latest)
        if siennes or membre.actif:
            lignes = tuple(
                LigneFormation(f, papiers.get(f.attestation) if f.attestation else None)
                for f in siennes
            )
            suivis.append(SuiviMembre(membre, lignes, _manque(membre, siennes)))
    return Registre(
        tuple(suivis),
        bilan_reunions.a24((), toutes, today(office).year),
        allowed(office.membre.role, Permission.ECRIRE_RESEAU),
    )


def phrase(suivi: SuiviMembre, reference: "Reference") -> str:
    """What is missing for somebody; nothing is expected of who gives no care."""
    if not attendu(suivi.membre):
        return ""
    if not suivi.manque:
        return "Les trois thèmes attendus avant le démarrage sont suivis."
    themes = ", ".join(reference.libelle(THEMES, code) for code in suivi.manque)
    return f"Reste à suivre : {themes}."


def problems(saisie: FormationSaisie, reference: "Reference", le: date) -> dict[str, str]:
    """Field name to sentence; empty when the training can be noted."""
    faults = {}
    if saisie.membre is None:
        faults["membre"] = "Choisissez qui l’a suivie."
    if saisie.theme not in reference.listes[THEMES]:
        faults["theme"] = "Choisissez un thème."
    if not saisie.intitule.strip():
        faults["intitule"] = "Donnez son intitulé, par exemple « Premiers pas en addictologie »."
    faults |= {
        name: f"Ce texte doit tenir en {TEXT_MAX} caractères."
        for name, text in (("intitule", saisie.intitule), ("organisme", saisie.organisme))
        if len(text.strip()) > TEXT_MAX
    }
    if saisie.du is None:
        faults["du"] = "Entrez le premier jour, par exemple 14/05/2026."
    elif saisie.du > le:
        faults["du"] = "Le premier jour doit être aujourd’hui ou avant : notez-la une fois suivie."
    elif saisie.au is not None and saisie.au < saisie.du:
        faults["au"] = "Le dernier jour doit être le premier, ou après."
    if saisie.heures is not None and not 1 <= saisie.heures <= HEURES_MAX:
        faults["heures"] = "Entrez un nombre d’heures entier, par exemple 7."
    return faults


def enregistrer(
    office: Office,
    saisie: FormationSaisie,
    contenu: bytes | None = None,
    formation_id: FormationId | None = None,
) -> Formation:
    """Note a training, or correct one; `contenu`: the certificate, instead of the one before.

    Raises:
        TrainingUnusable: `problems` says why.
        PieceRefused: the certificate cannot be kept.
    """
    check(office, Permission.ECRIRE_RESEAU)
    if problems(saisie, office.reference, today(office)):
        raise TrainingUnusable
    assert saisie.membre is not None
    assert saisie.du is not None
    piece = pieces.examiner(contenu) if contenu is not None else None
    with office.store.begin(office.membre.id, office.now()) as work:
        known = work.formations.get(formation_id) if formation_id is not None else None
        attestation = known.attestation if known is not None else None
        made = Formation(
            formation_id or FormationId(new_id()),
            saisie.membre,
            saisie.theme,
            saisie.intitule.strip(),
            saisie.du,
            saisie.au,
            saisie.heures,
            saisie.organisme.strip(),
            attestation,
        )
        if piece is not None:
            made = replace(made, attestation=_kept(work, office, made, piece))
        work.formations.save(made)
        if attestation is not None and attestation != made.attestation:
            _let_go(work, attestation)
    return made


def retirer(office: Office, formation_id: FormationId) -> None:
    """Take a training back, with its certificate unless another one has it too."""
    check(office, Permission.ECRIRE_RESEAU)
    with office.store.begin(office.membre.id, office.now()) as work:
        known = work.formations.get(formation_id)
        work.formations.void(formation_id, "formation retirée du registre")
        lacher(work, known)


def lacher(work: "Work", formation: Formation) -> None:
    """The certificate of a training taken back goes too, unless another one has it."""
    if formation.attestation is not None:
        _let_go(work, formation.attestation)


def reprendre(work: "Work", formation: Formation) -> None:
    """A training that comes back has its certificate."""
    if formation.attestation is not None and work.undoing.voided(formation.attestation):
        work.undoing.restore(formation.attestation)


def imprimer(office: Office) -> Document:
    """The register, on paper."""
    from microstructure_desktop.reports.formations import FormationsImprimees
    from microstructure_desktop.reports.formations import formations as render

    lu = registre(office)
    with office.store.read() as work:
        cabinet = work.cabinet.get()
    contenu = FormationsImprimees(
        cabinet,
        TITRE,
        tuple((s.membre, phrase(s, office.reference), _imprimees(office, s)) for s in lu.suivis),
        _annee(lu.annee, today(office).year),
        reseau().source,
        office.now().astimezone(),
    )
    fichier = f"formations-{today(office):%Y-%m-%d}.pdf"
    return Document(TITRE, fichier, render(contenu), nominatif=False, genre="formations")


def dates(formation: Formation) -> str:
    """« 14/05/2026 », « du 14/05/2026 au 15/05/2026 »."""
    if formation.au is None or formation.au == formation.du:
        return numeric_date(formation.du)
    return f"du {numeric_date(formation.du)} au {numeric_date(formation.au)}"


def heures(nombre: int | None) -> str:
    return f"{nombre} h" if nombre is not None else ""


def _annee(found: bilan_reunions.A24, annee: int) -> str:
    """« 2026 : 3 formations, 21 h, suivies par 2 membres »."""
    if not found.formations:
        return f"{annee} : aucune formation notée."
    who = count(found.formes, "membre")
    return (
        f"{annee} : {count(found.formations, 'formation suivie', 'formations suivies')}, "
        f"{heures(found.heures)}, {who}."
    )


def _imprimees(office: Office, suivi: SuiviMembre) -> "tuple[FormationImprimee, ...]":
    from microstructure_desktop.reports.formations import FormationImprimee

    return tuple(
        FormationImprimee(
            dates(x.formation),
            office.reference.libelle(THEMES, x.formation.theme),
            x.formation.intitule,
            x.formation.organisme,
            heures(x.formation.heures),
            attestation=x.attestation is not None,
        )
        for x in suivi.lignes
    )


def _kept(work: "Work", office: Office, formation: Formation, piece: pieces.Piece) -> DocumentId:
    """The certificate; one sheet may be the certificate of several people."""
    empreinte = sha256(piece.contenu).hexdigest()
    for known in work.documents.of(CABINET):
        if known.empreinte == empreinte:
            return known.id
    titre = f"Attestation : {formation.intitule}"[: pieces.TITRE_MAX]
    saisie = PieceSaisie(titre, "FORMATION", formation.au or formation.du)
    return pieces.gardee(work, office, CABINET, saisie, piece).id


def _let_go(work: "Work", document_id: DocumentId) -> None:
    """Nothing else is proved by it."""
    proved = any(f.attestation == document_id for f in work.formations.all()) or any(
        document_id in etape.documents for etape in work.etapes.all()
    )
    if not proved:
        work.documents.void(document_id, "attestation retirée")


def attendu(membre: Membre) -> bool:
    """Whether the trainings of the start are expected of somebody."""
    return membre.actif and membre.role in SOIGNANTS


def _manque(membre: Membre, siennes: Iterable[Formation]) -> tuple[str, ...]:
    if not attendu(membre):
        return ()
    suivis = {f.theme for f in siennes}
    return tuple(code for code in reseau().formations_attendues if code not in suivis)


def _rank(membre: Membre) -> tuple[bool, int, str]:
    return not membre.actif, list(Role).index(membre.role), membre.nom.casefold()


def _latest(formation: Formation) -> tuple[int, str]:
    return -formation.du.toordinal(), formation.id
