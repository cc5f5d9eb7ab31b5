"""When a passphrase is lost: a colleague gives another one, or the recovery sheet opens."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.errors import AppError
from microstructure_desktop.french import numeric_date
from microstructure_desktop.paths import Home
from microstructure_desktop.store import keyring, swap
from microstructure_desktop.store.failures import WrongRecoveryCode
from microstructure_desktop.store.recovery_code import CodeUnreadable, OtherCabinet

from . import journal
from .comptes import AccountRemoved
from .documents import Document
from .equipe import check_manager
from .office import Cost, Office, today
from .unlock import DEFAULT_COST, Clock, open_cabinet, utc_now

__all__ = [
    "CodeUnreadable",
    "Etat",
    "Feuille",
    "GroupsWrong",
    "OtherCabinet",
    "OwnPassphrase",
    "PutAsideRefused",
    "WrongRecoveryCode",
    "donner_phrase",
    "etat",
    "lire",
    "ouvrir",
    "preparer",
    "prouver",
    "repartir",
]

ASKED = 2
NO_FILE = "À imprimer seulement : un fichier ouvrirait le cabinet."
ASIDE = "mis-de-cote"


class GroupsWrong(AppError):
    """`ranks`: the groups that are not those of the sheet."""

    way_out = "Recopiez-les depuis la feuille imprimée ; sans elle, imprimez-en une autre."

    def __init__(self, ranks: tuple[int, ...]) -> None:
        self.ranks = ranks
        wrong = " et ".join(map(str, ranks))
        super().__init__(
            f"Le groupe {wrong} n’est pas celui de la feuille."
            if len(ranks) == 1
            else f"Les groupes {wrong} ne sont pas ceux de la feuille."
        )


class OwnPassphrase(AppError):
    sentence = "Votre propre phrase de passe se change dans « Réglages »."
    way_out = "Si vous l’avez oubliée, un collègue qui gère les comptes peut vous en donner une."


class PutAsideRefused(AppError):
    sentence = "Le dossier du coffre n’a pas pu être mis de côté."
    way_out = "Fermez les autres fenêtres de l’application, puis réessayez."


@dataclass(frozen=True, slots=True)
class Etat:
    """The recovery sheet that is valid; `faite_le` None when there is none.

    `rappel`: why to make one, a sentence; empty when nothing is left to do.
    """

    faite_le: date | None
    prouvee_le: date | None
    rappel: str


@dataclass(frozen=True, slots=True)
class Feuille:
    """A new sheet, while it is printed and proved. `demandes`: the groups to type back."""

    document: Document
    demandes: tuple[int, ...]
    code: bytes = field(repr=False)


def etat(office: Office) -> Etat:
    """How it stands with the sheet, for who manages the accounts.

    Raises:
        AccessDenied
    """
    check_manager(office)
    sheets = keyring.load(office.home.coffre).secours
    proved = next((s for s in sheets if s.prouvee), None)
    if not sheets:
        return Etat(None, None, "Aucune feuille de secours n’est imprimée.")
    latest = proved or sheets[-1]
    made = date.fromisoformat(latest.le)
    if proved is None:
        said = f"La feuille de secours du {numeric_date(made)} n’est pas encore prouvée."
        return Etat(made, None, said)
    said = ""
    if proved.utilisee:
        used = numeric_date(date.fromisoformat(proved.utilisee))
        said = f"La feuille de secours a servi le {used} : imprimez-en une autre."
    return Etat(made, date.fromisoformat(proved.prouvee), said)


def preparer(office: Office) -> Feuille:
    """A new sheet to print. The one that was proved opens until this one is.

    Raises:
        AccessDenied
    """
    from microstructure_desktop.reports.feuille_secours import TITLE, FeuilleSecours
    from microstructure_desktop.reports.feuille_secours import feuille_secours as render
    from microstructure_desktop.store import recovery_code, rescue

    check_manager(office)
    code, ring = recovery_code.generate(), keyring.load(office.home.coffre)
    le = today(office)
    changed = rescue.add_sheet(ring, office.key, code, le.isoformat(), office.membre.id)
    contenu = FeuilleSecours(
        ring.cabinet,
        ring.store_id,
        office.membre.nom_complet,
        recovery_code.groups(code),
        recovery_code.printed(code, ring.store_id),
        office.now().astimezone(),
    )
    pdf = render(contenu)
    keyring.save(office.home.coffre, changed)
    journal.note(office, Action.FEUILLE_SECOURS, detail="secours_preparee")
    fichier = f"feuille-secours-{le:%Y-%m-%d}.pdf"
    document = Document(
        TITLE, fichier, pdf, nominatif=False, genre="feuille_secours", garde=NO_FILE
    )
    return Feuille(document, demander(), code)


def prouver(office: Office, feuille: Feuille, saisis: Mapping[int, str]) -> None:
    """Somebody read the paper: from then on it is the only sheet.

    `saisis`: what was typed for each group that was asked; any of them may hold the whole code.

    Raises:
        AccessDenied
        GroupsWrong: it names them.
    """
    from microstructure_desktop.store import recovery_code, rescue

    check_manager(office)
    verifier(feuille, saisis, recovery_code.PREFIX)
    ring = keyring.load(office.home.coffre)
    le = today(office).isoformat()
    proved = rescue.prove_sheet(ring, office.key, feuille.code, le)
    keyring.supersede(office.home.coffre, proved)
    journal.note(office, Action.FEUILLE_SECOURS, detail="secours_prouvee")


def demander() -> tuple[int, ...]:
    """Which groups to type back, to show that the paper can be read."""
    from microstructure_desktop.store import recovery_code

    ranks = range(1, recovery_code.GROUPS + 1)
    return tuple(sorted(secrets.SystemRandom().sample(ranks, ASKED)))


def verifier(feuille: Feuille, saisis: Mapping[int, str], prefix: str) -> None:
    """Refuse what is not on the sheet; any field may hold the whole code.

    Raises:
        GroupsWrong: it names them.
    """
    from microstructure_desktop.store import recovery_code

    wrong = tuple(
        rank
        for rank in feuille.demandes
        if not recovery_code.same_group(feuille.code, rank, saisis.get(rank, ""))
    )
    if wrong and not any(_whole(typed, feuille.code, prefix) for typed in saisis.values()):
        raise GroupsWrong(wrong)


def donner_phrase(office: Office, membre_id: MembreId, passphrase: str) -> Membre:
    """Another passphrase for a colleague; only their own sheet opens their former notes.

    Raises:
        AccessDenied, OwnPassphrase, AccountRemoved
    """
    from microstructure_desktop.store import keys

    check_manager(office)
    if membre_id == office.membre.id:
        raise OwnPassphrase
    with office.store.read() as work:
        membre = work.equipe.get(membre_id)
    if membre.retire_le is not None:
        raise AccountRemoved
    ring = keyring.load(office.home.coffre)
    changed = keys.reset_account(
        ring,
        office.key,
        membre_id,
        passphrase,
        office.cost.parameters(),
        limits=office.cost.bounds(),
    )
    keyring.supersede(office.home.coffre, changed)
    journal.note(office, Action.CLE_CHANGEE, objet=membre_id, detail="phrase_donnee")
    return membre


def lire(home: Home, texte: str) -> bytes:
    """The code that was typed or scanned, known to open this cabinet.

    Raises:
        CodeUnreadable: it says which groups are wrong.
        OtherCabinet, WrongRecoveryCode, SheetIsPersonal, AppError
    """
    from microstructure_desktop.store import keys, recovery_code

    ring = keyring.load(home.coffre)
    code = recovery_code.parse(texte, ring.store_id)
    keys.unlock_with_code(ring, code).wipe()
    return code


def ouvrir(
    home: Home,
    code: bytes,
    membre_id: MembreId,
    passphrase: str,
    *,
    cost: Cost = DEFAULT_COST,
    now: Clock = utc_now,
) -> Office:
    """Give an account a new passphrase, and open the cabinet with it.

    Raises:
        WrongRecoveryCode, AccountSuspended
        AppError: the store is damaged, newer, in use, read-only or the disk is full.
    """
    from microstructure_desktop.store import keys, rescue

    ring = keyring.load(home.coffre)
    key = keys.unlock_with_code(ring, code)
    le = now().astimezone().date().isoformat()
    changed = keys.reset_account(
        rescue.use_sheet(ring, key, code, le),
        key,
        membre_id,
        passphrase,
        cost.parameters(),
        limits=cost.bounds(),
    )
    keyring.save(home.coffre, changed)
    try:
        office = open_cabinet(home, membre_id, passphrase, cost=cost, now=now)
    except AppError:
        # What refuses to open keeps the passphrases that it had.
        keyring.save(home.coffre, ring)
        raise
    journal.note(office, Action.FEUILLE_SECOURS, detail="secours_utilisee")
    return office


def repartir(home: Home, *, now: Clock = utc_now) -> Path:
    """Put the locked cabinet aside, whole: where it is from now on.

    Raises:
        PutAsideRefused
        StoreBusy: another window shows it.
    """
    from microstructure_desktop.store import restore

    try:
        restore.check_free(home.coffre)
        return swap.put_aside(home.coffre, ASIDE, now().astimezone())
    except OSError:
        raise PutAsideRefused from None


def _whole(typed: str, code: bytes, prefix: str) -> bool:
    """Whether somebody scanned the square code, or typed all of it."""
    from microstructure_desktop.store import recovery_code

    try:
        return recovery_code.parse(typed, prefix=prefix) == code
    except AppError:
        return False
