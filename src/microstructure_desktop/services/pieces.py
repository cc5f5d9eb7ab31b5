"""Documents received: taken in whole, checked, kept encrypted, shown again as they came."""

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.document import CABINET, DocumentRecu
from microstructure_desktop.domain.ids import DocumentId, PatientId, new_id
from microstructure_desktop.errors import AppError
from microstructure_desktop.french import numeric_date

from . import drafts, journal
from .access import AccessDenied, Permission, allowed, check
from .cercle import autour_de
from .documents import Document
from .office import Office
from .patients import Formulaire
from .reunis import current

if TYPE_CHECKING:
    from pathlib import Path

    from microstructure_desktop.reports.piece import Nature
    from microstructure_desktop.store.work import Work

    from .reference import Reference

CATEGORIES = "DOCUMENTS"
MAX_BYTES = 10_000_000
TITRE_MAX = 120
_WAY_OUT = "Choisissez un document PDF, ou une image PNG ou JPEG, de 10 Mo au plus."
_ENDINGS = {
    "application/pdf": (".pdf",),
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
}
_WORDS = {
    "application/pdf": "un document PDF",
    "image/png": "une image PNG",
    "image/jpeg": "une image JPEG",
}


class PieceRefused(AppError):
    sentence = "Ce fichier n’est ni un document PDF, ni une image PNG ou JPEG."
    way_out = _WAY_OUT


class PieceUnreadable(PieceRefused):
    sentence = "Ce fichier n’a pas pu être lu."
    way_out = "Vérifiez que la clé USB est branchée, puis recommencez."


class PieceEmpty(PieceRefused):
    sentence = "Ce fichier est vide."


class PieceTooBig(PieceRefused):
    sentence = "Ce fichier dépasse 10 Mo."
    way_out = "Numérisez-le en noir et blanc ou en plusieurs parties."


class PieceLocked(PieceRefused):
    sentence = "Ce PDF est protégé par un mot de passe."
    way_out = "Ouvrez-le avec son mot de passe, imprimez-le en PDF, puis ajoutez cette copie."


class PieceDamaged(PieceRefused):
    sentence = "Ce fichier est abîmé : il ne peut pas être affiché."
    way_out = "Demandez qu’on vous l’envoie à nouveau, ou numérisez-le."


class PieceTooLong(PieceRefused):
    sentence = "Ce PDF dépasse 300 pages."
    way_out = "Ajoutez seulement les pages utiles."


class PieceTooLarge(PieceRefused):
    sentence = "Cette image a trop de points pour être affichée sans risque."
    way_out = "Réduisez-la, ou numérisez-la à 300 points par pouce."


class PieceMisnamed(PieceRefused):
    way_out = "Vérifiez d’où il vient, ou renommez-le, puis recommencez."

    def __init__(self, ending: str, found: str) -> None:
        super().__init__(f"Ce fichier se termine par « {ending} », mais c’est {found}.")


class PieceKnown(PieceRefused):
    way_out = "Il n’est pas nécessaire de l’ajouter une seconde fois."

    def __init__(self, jour: date) -> None:
        super().__init__(f"Ce document est déjà là, à la date du {numeric_date(jour)}.")


class PieceAltered(AppError):
    sentence = "Le contenu gardé n’est plus celui qui a été ajouté."
    way_out = "Ne vous y fiez pas : reprenez l’original, et prévenez votre support."


@dataclass(frozen=True, slots=True)
class Piece:
    """What was read of a file or of the clipboard, checked, held in memory only."""

    contenu: bytes
    nature: "Nature"

    @property
    def mot(self) -> str:
        return _WORDS[self.nature.value]


@dataclass(frozen=True, slots=True)
class PieceSaisie:
    """What is said of a document; `categorie` is a code of the list DOCUMENTS."""

    titre: str
    categorie: str
    jour: date | None


@dataclass(frozen=True, slots=True)
class PieceLue:
    """A document as it came, and the pages to show."""

    document: DocumentRecu
    contenu: bytes
    apercu: Document

    @property
    def copie(self) -> Document:
        """To save as it came, under a name that names nobody."""
        fichier = f"document-{self.document.jour:%Y-%m-%d}{_ENDINGS[self.document.type][0]}"
        return replace(self.apercu, fichier=fichier, pdf=self.contenu)


def lire(office: Office, path: "Path") -> Piece:
    """Read a file whole, and check it; the file itself is only read.

    Raises:
        PieceRefused: a sentence says why.
    """
    _check_takes(office)
    try:
        if not path.is_file():
            raise PieceUnreadable
        with path.open("rb") as file:
            contenu = file.read(MAX_BYTES + 1)
    except OSError:
        raise PieceUnreadable from None
    piece = examiner(contenu)
    ending = path.suffix.lower()
    if ending and ending not in _ENDINGS[piece.nature.value]:
        raise PieceMisnamed(ending, piece.mot)
    return piece


def coller(office: Office, contenu: bytes) -> Piece:
    """Check what was pasted.

    Raises:
        PieceRefused: a sentence says why.
    """
    _check_takes(office)
    return examiner(contenu)


def examiner(contenu: bytes) -> Piece:
    """Raises:
    PieceRefused: by its size, its first bytes, or because it does not open.
    """
    from microstructure_desktop.reports import piece as reading
    from microstructure_desktop.reports.piece import Defaut

    if not contenu:
        raise PieceEmpty
    if len(contenu) > MAX_BYTES:
        raise PieceTooBig
    nature = reading.nature(contenu)
    if nature is None:
        raise PieceRefused
    defaut = reading.defaut(contenu, nature)
    if defaut is not None:
        raise {
            Defaut.PROTEGE: PieceLocked,
            Defaut.ABIME: PieceDamaged,
            Defaut.TROP_LONG: PieceTooLong,
            Defaut.TROP_GRAND: PieceTooLarge,
        }[defaut]
    return Piece(contenu, nature)


def categories(reference: "Reference") -> list[tuple[str, str]]:
    return [(o.code, o.label) for o in reference.listes[CATEGORIES].offered]


def problems(saisie: PieceSaisie, reference: "Reference", le: date) -> dict[str, str]:
    """Field name to sentence; empty when the document can be kept under these words."""
    faults = {}
    if not saisie.titre.strip():
        faults["titre"] = "Donnez-lui un titre, par exemple « Bilan sanguin »."
    elif len(saisie.titre.strip()) > TITRE_MAX:
        faults["titre"] = f"Le titre doit tenir en {TITRE_MAX} caractères."
    if saisie.categorie not in dict(categories(reference)):
        faults["categorie"] = "Choisissez ce que c’est."
    if saisie.jour is None:
        faults["jour"] = "Entrez la date du document, par exemple 14/05/2026."
    elif saisie.jour > le:
        faults["jour"] = "La date du document doit être aujourd’hui ou avant."
    return faults


def sujet(patient_id: PatientId, document_id: DocumentId | None = None) -> str:
    """The subject of the draft of its words."""
    root = Formulaire.DOCUMENT.sujet(patient_id)
    return root if document_id is None else f"{root}/{document_id}"


def documents(office: Office, patient_id: PatientId = CABINET) -> tuple[DocumentRecu, ...]:
    """The latest first."""
    check(office, _reading(patient_id))
    with office.store.read() as work:
        seen = autour_de(office, work, patient_id)
        return tuple(reversed(seen.ouverts(work.documents.of(patient_id))))


def ajouter(
    office: Office, patient_id: PatientId, saisie: PieceSaisie, contenu: bytes
) -> DocumentRecu:
    """Keep a document and its content.

    Raises:
        PieceRefused: the content cannot be kept, or is there already.
    """
    check(office, _writing(patient_id))
    piece = examiner(contenu)
    with office.store.begin(office.membre.id, office.now()) as work:
        made = gardee(work, office, patient_id, saisie, piece)
        _drop_draft(work, office, patient_id)
    return made


def gardee(
    work: "Work", office: Office, patient_id: PatientId, saisie: PieceSaisie, piece: Piece
) -> DocumentRecu:
    """Keep a document that was checked, inside an open transaction.

    Raises:
        PieceKnown: the same content is there.
        RecordJoined: the record became part of another one.
    """
    assert saisie.jour is not None
    if patient_id != CABINET:
        current(work, patient_id)
    made = DocumentRecu(
        DocumentId(new_id()),
        patient_id,
        saisie.titre.strip(),
        saisie.categorie,
        saisie.jour,
        piece.nature.value,
        len(piece.contenu),
        sha256(piece.contenu).hexdigest(),
        office.membre.id,
    )
    # Of what is closed to who adds, nothing is said: not even that it is there.
    for known in autour_de(office, work, patient_id).ouverts(work.documents.of(patient_id)):
        if known.empreinte == made.empreinte:
            raise PieceKnown(known.jour)
    work.documents.add(made, piece.contenu)
    return made


def corriger(office: Office, document_id: DocumentId, saisie: PieceSaisie) -> DocumentRecu:
    """Other words for it; its content never changes.

    Raises:
        PartageLimite: the person objects to who asks.
    """
    assert saisie.jour is not None
    with office.store.begin(office.membre.id, office.now()) as work:
        known = work.documents.get(document_id)
        check(office, _writing(known.patient))
        autour_de(office, work, known.patient).check(known)
        made = replace(
            known, titre=saisie.titre.strip(), categorie=saisie.categorie, jour=saisie.jour
        )
        work.documents.save(made)
        _drop_draft(work, office, known.patient, document_id)
    return made


def lu(office: Office, document_id: DocumentId) -> DocumentRecu:
    """What is said of a document, its content left where it is.

    Raises:
        PartageLimite: the person objects to who asks.
    """
    with office.store.read() as work:
        known = work.documents.get(document_id)
        check(office, _reading(known.patient))
        autour_de(office, work, known.patient).check(known)
    return known


def ouvrir(office: Office, document_id: DocumentId) -> PieceLue:
    """Raises:
    PieceAltered: what is kept is not what was added.
    PartageLimite: the person objects to who asks.
    """
    from microstructure_desktop.reports import piece as reading

    with office.store.read() as work:
        known = work.documents.get(document_id)
        check(office, _reading(known.patient))
        autour_de(office, work, known.patient).check(known)
        contenu = work.documents.contenu(document_id)
    if sha256(contenu).hexdigest() != known.empreinte:
        raise PieceAltered
    nature = reading.Nature(known.type)
    titre = office.reference.libelle(CATEGORIES, known.categorie)
    owner = known.patient or None
    journal.opened(office, Action.OUVERTURE_DOCUMENT, patient=owner, objet=document_id)
    pages = Document(
        titre,
        f"document-{known.jour:%Y-%m-%d}.pdf",
        reading.apercu(contenu, nature),
        nominatif=owner is not None,
        genre="document",
        patient=owner,
        objet=document_id,
    )
    return PieceLue(known, contenu, pages)


def _drop_draft(
    work: "Work", office: Office, patient_id: PatientId, document_id: DocumentId | None = None
) -> None:
    key = drafts.key(drafts.PATIENT, sujet(patient_id, document_id))
    work.drafts.drop(key, office.membre.id)


def _check_takes(office: Office) -> None:
    """Whoever keeps papers, of people or of the team's trainings, may have one read."""
    takes = (Permission.ECRIRE_DOCUMENTS, Permission.ECRIRE_RESEAU)
    if not any(allowed(office.membre.role, permission) for permission in takes):
        raise AccessDenied


def _reading(patient_id: PatientId) -> Permission:
    return Permission.DOCUMENTS if patient_id != CABINET else Permission.VOIR_EQUIPE


def _writing(patient_id: PatientId) -> Permission:
    return Permission.ECRIRE_DOCUMENTS if patient_id != CABINET else Permission.EQUIPE
