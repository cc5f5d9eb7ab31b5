"""What the reception asks of the register; each runs on the worker's thread."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from microstructure_desktop.animateur import inbox, papier, receive
from microstructure_desktop.animateur.inbox import Trouve
from microstructure_desktop.animateur.model import Quarantaine
from microstructure_desktop.animateur.papier import Manque
from microstructure_desktop.animateur.receive import Arrivee, Issue
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.errors import AppError
from microstructure_desktop.ui.animateur import desk as desks
from microstructure_desktop.ui.animateur.desk import Desk

_NOTHING = (
    "Ce dossier ne contient aucun paquet.",
    "Un paquet finit par .msma\xa0; un message, par .eml. Ouvrez le dossier où ils sont.",
)
_CONTRADICTIONS = frozenset({"deja_recu", "remplace", "cumul"})
ACCEPTE, DOUBLON, REFUSE, ILLISIBLE = "accepte", "doublon", "refuse", "illisible"


@dataclass(frozen=True, slots=True)
class Ligne:
    """What became of a file. `corrige`: it takes the place of a former one of its month.

    `reprises`: how many waited for it in quarantine, and were accepted with it.
    """

    etat: str
    fichier: str
    nom: str = ""
    periode: Mois | None = None
    motif: str = ""
    phrase: tuple[str, str] = ("", "")
    corrige: bool = False
    reprises: int = 0


@dataclass(frozen=True, slots=True)
class Attente:
    """What is in quarantine, with the name of its structure where it is known."""

    refus: Quarantaine
    nom: str

    @property
    def acceptable(self) -> bool:
        """Whether somebody may answer for it: it only contradicts what came before."""
        return self.refus.motif in _CONTRADICTIONS


@dataclass(frozen=True, slots=True)
class Etat:
    accuses: Path
    quarantaine: tuple[Attente, ...]
    inscrites: int
    aujourd_hui: date


def etat(desk: Desk) -> Etat:
    with desk.register.read() as work:
        structures, waiting = work.structures.all(), work.quarantaine.all()
    noms = {each.id: each.nom for each in structures}
    attentes = tuple(
        Attente(each, noms.get(each.structure or "", each.structure or "")) for each in waiting
    )
    place = desks.receipts_place(desk.home)
    return Etat(place, attentes, len(structures), desk.today())


def recevoir(desk: Desk, chemins: Iterable[Path]) -> tuple[Ligne, ...]:
    """Receive files, messages, folders and scans; what one of them is spoils no other."""
    chemins = tuple(chemins)
    scans = [each for each in chemins if papier.is_scan(each)]
    bundles, missing = papier.read(scans)
    lines = [_unread(each) for each in missing]
    for trouve in bundles:
        lines += _tried(desk, trouve)
    for chemin in chemins:
        if chemin not in scans:
            lines += _of_path(desk, chemin)
    desk.changed("registre")
    return tuple(lines)


def reprendre(desk: Desk) -> tuple[Ligne, ...]:
    """Try again all that is in quarantine; those that are accepted now."""
    issues = receive.retry(desk.register, desk.cles, desk.today())
    for issue in issues:
        inbox.leave(inbox.emitted(issue), [desks.receipts_place(desk.home)])
    desk.changed("registre")
    return tuple(_line(desk, issue, "") for issue in issues)


def accepter(desk: Desk, empreinte: str) -> Ligne:
    """Let in what contradicts what came before: the cabinet was called, and answers for it."""
    issue = receive.accept_anyway(desk.register, desk.cles, empreinte, desk.today())
    inbox.leave(inbox.emitted(issue), [desks.receipts_place(desk.home)])
    desk.changed("registre")
    return _line(desk, issue, "")


def ecarter(desk: Desk, empreinte: str) -> None:
    receive.set_aside(desk.register, empreinte)
    desk.changed("registre")


def choisir_accuses(desk: Desk, place: Path) -> None:
    desks.choose_receipts_place(desk.home, place)
    desk.changed("accuses")


def _of_path(desk: Desk, chemin: Path) -> list[Ligne]:
    try:
        found = list(inbox.gather([chemin]))
    except AppError as error:
        return [_unread(Manque(chemin.name, error))]
    if not found:
        return [Ligne(ILLISIBLE, chemin.name, phrase=_NOTHING)]
    return [line for trouve in found for line in _tried(desk, trouve)]


def _tried(desk: Desk, trouve: Trouve) -> list[Ligne]:
    arrivee = Arrivee(trouve.octets, trouve.nom, trouve.canal.value, desk.today())
    try:
        issue = receive.receive(desk.register, desk.cles, arrivee)
    except AppError as error:
        return [_unread(Manque(trouve.nom, error))]
    lines = [_line(desk, issue, trouve.nom)]
    try:
        inbox.hand_back(trouve, issue, desks.receipts_place(desk.home))
    except AppError as error:
        lines.append(_unread(Manque(trouve.nom, error)))
    return lines


def _line(desk: Desk, issue: Issue, fichier: str) -> Ligne:
    with desk.register.read() as work:
        known = None if issue.structure is None else work.structures.get(issue.structure)
        paquet = None if issue.paquet is None else work.paquets.get(issue.paquet)
    made = partial(
        Ligne,
        issue.etat.value,
        fichier,
        known.nom if known is not None else issue.structure or "",
        issue.periode,
        corrige=paquet is not None and paquet.remplace is not None,
        reprises=len(issue.reprises),
    )
    return made(motif=issue.motif, phrase=issue.phrase) if issue.motif else made()


def _unread(missing: Manque) -> Ligne:
    said = (missing.erreur.sentence, missing.erreur.way_out)
    return Ligne(ILLISIBLE, missing.nom, phrase=said)
