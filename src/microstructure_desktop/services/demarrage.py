"""The start of the microstructure: what is done, what is left, and what shows it."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.demarrage import Etape
from microstructure_desktop.domain.document import CABINET, DocumentRecu
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import DocumentId, EtapeId
from microstructure_desktop.errors import AppError
from microstructure_desktop.french import count, numeric_date

from . import formations, pieces
from .access import Permission, check
from .demarrage_etapes import Constat, EtapeDefinie, etapes
from .documents import Document
from .equipe import check_manager, may_manage
from .office import Office, today
from .pieces import PieceSaisie

if TYPE_CHECKING:
    from microstructure_desktop.domain.equipe import Membre
    from microstructure_desktop.store.work import Work

NOTE_MAX = 400
TITRE = "Démarrage de la microstructure"
_TRIO = {
    Role.MEDECIN: "médecin",
    Role.PSYCHOLOGUE: "psychologue",
    Role.TRAVAILLEUR_SOCIAL: "travailleur social",
}
_EN_PERMANENCE = (Role.PSYCHOLOGUE, Role.TRAVAILLEUR_SOCIAL)


class StepUnusable(AppError):
    sentence = "Cette étape ne peut pas être notée ainsi."
    way_out = "Vérifiez la date, et raccourcissez la note."


@dataclass(frozen=True, slots=True)
class LigneEtape:
    """One step. `constat`: what the store says of it, a sentence; `par`: who noted it."""

    definition: EtapeDefinie
    etape: Etape
    faite: bool
    constat: str
    documents: tuple[DocumentRecu, ...]
    par: str


@dataclass(frozen=True, slots=True)
class Demarrage:
    """`modifiable` by the person who reads."""

    lignes: tuple[LigneEtape, ...]
    modifiable: bool

    @property
    def total(self) -> int:
        return len(self.lignes)

    @property
    def faites(self) -> int:
        return sum(ligne.faite for ligne in self.lignes)

    @property
    def suivante(self) -> LigneEtape | None:
        """The first that is left."""
        return next((ligne for ligne in self.lignes if not ligne.faite), None)


def demarrage(office: Office) -> Demarrage:
    """Every step in its order."""
    check(office, Permission.VOIR_EQUIPE)
    with office.store.read() as work:
        notees = {e.id: e for e in work.etapes.all()}
        papiers = {d.id: d for d in work.documents.of(CABINET)}
        membres = {m.id: m for m in work.equipe.all()}
        lignes = []
        for definie in etapes().definies:
            notee = notees.get(definie.id, Etape(definie.id))
            constate, sentence = _constat(work, office, definie, list(membres.values()))
            lignes.append(
                LigneEtape(
                    definie,
                    notee,
                    constate or notee.faite_le is not None,
                    sentence,
                    tuple(papiers[d] for d in notee.documents if d in papiers),
                    membres[notee.par].nom_affiche if notee.par in membres else "",
                )
            )
    return Demarrage(tuple(lignes), may_manage(office.membre, membres.values()))


def problems(faite_le: date | None, note: str, le: date) -> dict[str, str]:
    """Field name to sentence; empty when the step can be noted."""
    faults = {}
    if faite_le is not None and faite_le > le:
        faults["faite_le"] = "La date doit être aujourd’hui ou avant."
    if len(note.strip()) > NOTE_MAX:
        faults["note"] = f"La note doit tenir en {NOTE_MAX} caractères."
    return faults


def noter(office: Office, etape_id: EtapeId, faite_le: date | None, note: str) -> Etape:
    """Say that a step is done that day, or is to be done again (None).

    Raises:
        StepUnusable: `problems` says why.
    """
    check_manager(office)
    if problems(faite_le, note, today(office)):
        raise StepUnusable
    with office.store.begin(office.membre.id, office.now()) as work:
        made = replace(
            _known(work, etape_id), faite_le=faite_le, par=office.membre.id, note=note.strip()
        )
        work.etapes.save(made)
    return made


def joindre(office: Office, etape_id: EtapeId, titre: str, contenu: bytes) -> DocumentRecu:
    """Keep a paper of the cabinet with the step that it proves.

    Raises:
        PieceRefused: the content cannot be kept, or is there already.
    """
    check_manager(office)
    saisie = PieceSaisie(titre, etapes().get(etape_id).categorie, today(office))
    piece = pieces.examiner(contenu)
    with office.store.begin(office.membre.id, office.now()) as work:
        made = pieces.gardee(work, office, CABINET, saisie, piece)
        known = _known(work, etape_id)
        work.etapes.save(replace(known, documents=(*known.documents, made.id)))
    return made


def detacher(office: Office, etape_id: EtapeId, document_id: DocumentId) -> None:
    """Take a paper back from a step, and out of the cabinet's."""
    check_manager(office)
    with office.store.begin(office.membre.id, office.now()) as work:
        known = _known(work, etape_id)
        left = tuple(d for d in known.documents if d != document_id)
        work.etapes.save(replace(known, documents=left))
        work.documents.void(document_id, "retiré d’une étape du démarrage")


def imprimer(office: Office) -> Document:
    """The list, on paper."""
    from microstructure_desktop.reports.demarrage import DemarrageImprime, EtapeImprimee
    from microstructure_desktop.reports.demarrage import demarrage as render

    lu = demarrage(office)
    with office.store.read() as work:
        cabinet = work.cabinet.get()
    lignes = tuple(
        EtapeImprimee(
            ligne.definition.titre,
            ligne.definition.pourquoi,
            ligne.faite,
            state(ligne),
            ligne.etape.note,
            tuple(d.titre for d in ligne.documents),
        )
        for ligne in lu.lignes
    )
    contenu = DemarrageImprime(cabinet, TITRE, lignes, etapes().source, office.now().astimezone())
    fichier = f"demarrage-{today(office):%Y-%m-%d}.pdf"
    return Document(TITRE, fichier, render(contenu), nominatif=False, genre="demarrage")


def state(ligne: LigneEtape) -> str:
    """« Faite le 12/10/2026, notée par Dr Exemple », or what the store says."""
    if ligne.etape.faite_le is not None:
        par = f", notée par {ligne.par}" if ligne.par else ""
        return f"Faite le {numeric_date(ligne.etape.faite_le)}{par}"
    return ligne.constat or ligne.definition.preuve


def _known(work: "Work", etape_id: EtapeId) -> Etape:
    definie = etapes().get(etape_id)
    return next((e for e in work.etapes.all() if e.id == definie.id), Etape(definie.id))


def _constat(
    work: "Work", office: Office, definie: EtapeDefinie, membres: "list[Membre]"
) -> tuple[bool, str]:
    match definie.constat:
        case Constat.FORMATION:
            said = _formation(work, office, definie.theme, membres)
        case Constat.EQUIPE:
            said = _equipe(membres)
        case Constat.PERMANENCES:
            said = _permanences(work, office, membres)
        case Constat.STRUCTURE:
            code = work.cabinet.get().structure
            said = bool(code), f"Code {code}." if code else "Le code n’est pas encore saisi."
        case Constat.INCLUSION:
            found = len(work.inclusions.all())
            many = f"{count(found, 'inclusion')}." if found else "Personne n’est encore inclus."
            said = found > 0, many
        case Constat.REUNION:
            said = _reunion(work)
        case None:
            said = False, ""
    return said


def _formation(
    work: "Work", office: Office, theme: str, membres: "list[Membre]"
) -> tuple[bool, str]:
    """Once each carer of the team has begun one on that theme, as the register says."""
    le = today(office)
    suivies = {f.membre for f in work.formations.all() if f.theme == theme and f.du <= le}
    attendus = [m for m in membres if formations.attendu(m)]
    missing = [m.nom_affiche for m in attendus if m.id not in suivies]
    if missing:
        return False, f"Au registre des formations, il reste : {', '.join(missing)}."
    if not attendus:
        return False, "Créez d’abord leurs comptes."
    return True, f"{count(len(attendus), 'soignant')} au registre des formations."


def _reunion(work: "Work") -> tuple[bool, str]:
    closed = next((s for s in work.syntheses.all() if s.close), None)
    if closed is None:
        return False, "Aucun compte rendu n’est encore clos."
    return True, f"Première réunion le {numeric_date(closed.jour)}."


def _equipe(membres: "list[Membre]") -> tuple[bool, str]:
    there = {m.role for m in membres if m.actif}
    missing = [word for role, word in _TRIO.items() if role not in there]
    if missing:
        return False, f"Il manque un compte : {', '.join(missing)}."
    return True, f"{count(sum(m.actif for m in membres), 'compte')}."


def _permanences(work: "Work", office: Office, membres: "list[Membre]") -> tuple[bool, str]:
    le = today(office)
    tenues = {p.membre for p in work.permanences.all() if p.jusqu_a is None or le <= p.jusqu_a}
    attendus = [m for m in membres if m.actif and m.role in _EN_PERMANENCE]
    missing = [m.nom_affiche for m in attendus if m.id not in tenues]
    if missing:
        return False, f"Sans permanence : {', '.join(missing)}."
    if not attendus:
        return False, "Créez d’abord leurs comptes."
    return True, f"{count(len(attendus), 'professionnel')} en permanence."
