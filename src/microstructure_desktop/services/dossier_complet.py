"""The whole of what is kept about somebody who asks for it: read over, then handed to them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.demande import NatureDemande
from microstructure_desktop.domain.document import DocumentRecu
from microstructure_desktop.errors import AppError
from microstructure_desktop.french import count, numeric_date
from microstructure_desktop.reports.dossier_complet_imprime import (
    Chapitre,
    DossierRemis,
    Entree,
    Ligne,
    Partie,
    Piece,
)

from . import demandes, drafts, journal
from .access import Permission, check
from .cercle import PartageLimite, autour_de
from .demandes import LigneDemande
from .documents import Document
from .dossier_complet_droits import chapitres_d_abord, chapitres_ensuite
from .dossier_complet_lecture import Sources, ligne, simple
from .dossier_complet_reserve import NoteScellee, Reserve, chapitre, reserves
from .dossier_complet_soin import chapitres_de_soin
from .equipe import passphrase_problem
from .office import Office, today
from .passages_tiers import signes
from .relecture import Relecture, de_payload
from .reunis import courant, identifiants
from .versions import Reader

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import DemandeId, PatientId
    from microstructure_desktop.store.work import Work

CHIFFRE = "dossier_complet_chiffre_fichier"
ACCES = "Qui a ouvert votre dossier"
_ACCES = (
    "Les accès sont gardés douze mois. Lire le compte rendu d’une réunion où vous étiez compte."
)


class PasUneDemandeDAcces(AppError):
    sentence = "Cette demande n’est pas une demande d’accès au dossier."
    way_out = "Répondez-y directement, ou enregistrez une demande d’accès."


class PhraseTropCourte(AppError):
    sentence = "Cette phrase de passe est trop courte."
    way_out = "Choisissez une phrase que la personne pourra retaper, et donnez-la-lui à part."


@dataclass(frozen=True, slots=True)
class TexteARelire:
    """A text somebody typed, and each place where it stands. `signe`: the words that may be about
    somebody else; nothing when none is found, which proves nothing.
    """

    texte: str
    ou: tuple[str, ...]
    signe: str


@dataclass(frozen=True, slots=True)
class ARelire:
    """`textes`: those that may be about others first. `reserves`: what the reader cannot open."""

    demande: LigneDemande
    textes: tuple[TexteARelire, ...]
    documents: tuple[DocumentRecu, ...]
    reserves: tuple[Reserve, ...]
    relecture: Relecture

    @property
    def signales(self) -> int:
        return sum(bool(t.signe) for t in self.textes)

    @property
    def notes_scellees(self) -> tuple[NoteScellee, ...]:
        return tuple(r for r in self.reserves if isinstance(r, NoteScellee))


@dataclass(frozen=True, slots=True)
class _Whole:
    """The record as it is, before anything is taken out."""

    ligne: LigneDemande
    ids: "frozenset[PatientId]"
    chapitres: tuple[Chapitre, ...]
    documents: tuple[DocumentRecu, ...]
    reserves: tuple[Reserve, ...]


def ouvrir(office: Office, demande_id: "DemandeId") -> ARelire:
    """What there is to read over, and the choices begun.

    Raises:
        PasUneDemandeDAcces
        PartageLimite: the person objects to who asks.
    """
    whole = _read(office, demande_id)
    draft = drafts.load(office, drafts.DEMANDE, demande_id) or {}
    typed = _textes(whole.chapitres)
    marked = signes(office, whole.ids, typed)
    textes = [TexteARelire(t, tuple(ou), marked.get(t, "")) for t, ou in typed.items()]
    return ARelire(
        whole.ligne,
        tuple(sorted(textes, key=lambda t: not t.signe)),
        whole.documents,
        whole.reserves,
        de_payload(draft),
    )


def garder(office: Office, demande_id: "DemandeId", relecture: Relecture) -> None:
    """Keep the choices made so far."""
    check(office, Permission.REPONDRE_DEMANDES)
    patient = demandes.lire(office, demande_id).patient.id
    drafts.save(office, drafts.DEMANDE, demande_id, relecture.payload(), patient)


def document(office: Office, demande_id: "DemandeId", relecture: Relecture) -> Document:
    """The document to hand over, as a PDF.

    Raises:
        PasUneDemandeDAcces
        PartageLimite: the person objects to who asks.
        PieceAltered: a document received is not what was added any more.
    """
    from microstructure_desktop.reports.dossier_complet import TITLE
    from microstructure_desktop.reports.dossier_complet import dossier_complet as render

    contenu = remis(office, demande_id, relecture)
    return Document(
        TITLE,
        f"dossier-{today(office):%Y-%m-%d}.pdf",
        render(contenu),
        genre="dossier_complet",
        patient=contenu.patient.id,
        objet=demande_id,
    )


def chiffre(office: Office, clair: Document, phrase: str) -> Document:
    """The same for a stick: what is on it opens with a passphrase, in programs that read age.

    Raises:
        PhraseTropCourte
    """
    from microstructure_desktop.exchange import seal

    check(office, Permission.REPONDRE_DEMANDES)
    problem = passphrase_problem(phrase)
    if problem is not None:
        raise PhraseTropCourte(problem)
    sealed = seal.encrypt_for_anybody(clair.pdf, phrase.strip())
    return replace(clair, fichier=f"{clair.fichier}.age", pdf=sealed, genre=CHIFFRE)


def remis(office: Office, demande_id: "DemandeId", relecture: Relecture) -> DossierRemis:
    """What is handed over, what was struck out of it being said at its end."""
    whole = _read(office, demande_id)
    asked, patient = whole.ligne.demande, whole.ligne.patient
    by = f" par {relecture.lu(asked.demandeur)}" if asked.demandeur else ""
    last = chapitre(whole.reserves, bilan(whole.chapitres, whole.documents, relecture))
    with office.store.read() as work:
        cabinet = work.cabinet.get()
    return DossierRemis(
        cabinet,
        patient,
        f"Remis à la suite d’une demande du {numeric_date(asked.jour)}{by}.",
        f"Relu et remis par {office.membre.nom_complet}.",
        (*(_struck(c, relecture) for c in whole.chapitres), last),
        office.now().astimezone(),
        tuple(_pieces(office, whole.documents, relecture)),
    )


def bilan(
    chapitres: tuple[Chapitre, ...], documents: tuple[DocumentRecu, ...], relecture: Relecture
) -> tuple[str, ...]:
    """What was taken out and why, in sentences that do not tell it."""
    textes = list(_textes(chapitres))
    passages = sum(relecture.fois(p, textes) for p in relecture.passages)
    told = []
    if passages:
        some = count(passages, "passage retiré", "passages retirés")
        told.append(f"{some}, parce qu’une autre personne que vous y est concernée.")
    told += [
        f"Un texte entier retiré : {motif}"
        for texte, motif in relecture.textes.items()
        if any(texte in one for one in textes)
    ]
    here = {d.id: d for d in documents}
    told += [
        f"Un document reçu, du {numeric_date(here[one].jour)}, retiré : {motif}"
        for one, motif in relecture.documents.items()
        if one in here
    ]
    return tuple(told)


def _read(office: Office, demande_id: "DemandeId") -> _Whole:
    check(office, Permission.REPONDRE_DEMANDES)
    check(office, Permission.CLINIQUE)
    asked = demandes.lire(office, demande_id)
    if asked.demande.nature is not NatureDemande.ACCES:
        raise PasUneDemandeDAcces
    with office.store.read() as work:
        kept = courant(work, asked.demande.patient)
        if autour_de(office, work, kept).ferme(kept):
            raise PartageLimite
        sources = _sources(office, work, kept)
        before = (*chapitres_d_abord(sources), *chapitres_de_soin(sources))
        after, found = chapitres_ensuite(sources), reserves(sources)
        documents = tuple(work.documents.of(kept))
    journal.opened(office, Action.OUVERTURE_DOSSIER, patient=kept)
    opened = _acces(office, kept)
    whole = (*before, *after[:-1], opened, after[-1])
    return _Whole(asked, sources.ids, whole, documents, found)


def _sources(office: Office, work: "Work", kept: "PatientId") -> Sources:
    membres = {m.id: m.nom_complet for m in work.equipe.all()}
    reader = Reader(office, work, membres)
    return Sources(reader, work.patients.get(kept), identifiants(work, kept))


def _acces(office: Office, patient_id: "PatientId") -> Chapitre:
    """The whole log of that record: a year at most."""
    wanted = journal.Demande(patient=patient_id)
    page = journal.read(office, wanted)
    found = list(page.lignes)
    while page.suite:
        page = journal.read(office, wanted, found[-1])
        found += page.lignes
    lines = []
    for one in found:
        motif = one.motif
        said = f"{one.quoi} ({motif})" if motif else one.quoi
        when = f"{one.le:%d/%m/%Y} à {one.le:%H:%M}"
        lines.append(ligne(f"{when}, {one.qui}", said, motif))
    return Chapitre(ACCES, (simple("", *lines),), _ACCES)


def _textes(chapitres: tuple[Chapitre, ...]) -> dict[str, list[str]]:
    """Each text typed, and where it stands, in the order of the document."""
    found: dict[str, list[str]] = {}
    for chapitre_, entree, one in _lignes(chapitres):
        for texte in one.libres:
            head = entree.titre or chapitre_.titre
            found.setdefault(texte, []).append(f"{head} · {one.label}" if one.label else head)
    return found


def _lignes(chapitres: tuple[Chapitre, ...]) -> Iterator[tuple[Chapitre, Entree, Ligne]]:
    for chapitre_ in chapitres:
        for entree in chapitre_.entrees:
            for partie in entree.parties:
                for one in partie.lignes:
                    yield chapitre_, entree, one


def _struck(chapitre_: Chapitre, relecture: Relecture) -> Chapitre:
    """Only what was typed is touched; a question's title repeats what it says."""
    return replace(
        chapitre_,
        entrees=tuple(
            Entree(relecture.lu(entree.titre), tuple(_part(p, relecture) for p in entree.parties))
            for entree in chapitre_.entrees
        ),
    )


def _part(partie: Partie, relecture: Relecture) -> Partie:
    return replace(
        partie,
        lignes=tuple(
            Ligne(one.label, relecture.lu(one.texte)) if one.libres else one
            for one in partie.lignes
        ),
    )


def _pieces(
    office: Office, documents: tuple[DocumentRecu, ...], relecture: Relecture
) -> Iterator[Piece]:
    from . import pieces

    for one in documents:
        if one.id not in relecture.documents:
            read = pieces.ouvrir(office, one.id)
            yield Piece(read.apercu.titre, read.apercu.pdf)
