"""A member's own sheet: it opens again the personal notes that a lost passphrase had sealed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Action
from microstructure_desktop.french import numeric_date
from microstructure_desktop.store import keyring
from microstructure_desktop.store.failures import (
    AccountReset,
    AccountUnknown,
    FormerNotesSealed,
    SheetOfCabinet,
    WrongOwnCode,
)
from microstructure_desktop.store.recovery_code import CodeUnreadable, OtherCabinet

from . import journal, secours
from .access import Permission, check
from .documents import Document
from .office import Office, today
from .secours import Feuille, GroupsWrong

if TYPE_CHECKING:
    from microstructure_desktop.store.keyring import Keyring, Slot

__all__ = [
    "AccountReset",
    "CodeUnreadable",
    "EtatPersonnel",
    "Feuille",
    "FormerNotesSealed",
    "GroupsWrong",
    "OtherCabinet",
    "SheetOfCabinet",
    "WrongOwnCode",
    "etat",
    "preparer",
    "prouver",
    "retirer",
    "rouvrir",
]

NO_FILE = "À imprimer seulement : un fichier rouvrirait vos notes."


@dataclass(frozen=True, slots=True)
class EtatPersonnel:
    """The own sheet that is valid; `faite_le` None when there is none.

    `rappel`: what is left to do, a sentence; empty when nothing is. `fermees`: its code opens
    notes that this session does not.
    """

    faite_le: date | None
    prouvee_le: date | None
    rappel: str
    fermees: bool


def etat(office: Office) -> EtatPersonnel:
    """How it stands with one's own sheet.

    Raises:
        AccessDenied: the role writes no personal note.
    """
    from microstructure_desktop.store import own_sheet

    _, slot = _mine(office)
    proved = next((s for s in slot.feuilles if s.prouvee), None)
    if not slot.feuilles:
        said = "Sans elle, vos notes personnelles seraient perdues avec votre phrase de passe."
        return EtatPersonnel(None, None, said, fermees=False)
    latest = proved or slot.feuilles[-1]
    made, closed = date.fromisoformat(latest.le), own_sheet.closed(slot, office.personal)
    said = ""
    if closed:
        said = "Des notes écrites avec une phrase de passe perdue s’ouvrent avec votre feuille."
    elif proved is None:
        said = f"Votre feuille du {numeric_date(made)} n’est pas encore prouvée."
    elif proved.utilisee:
        used = numeric_date(date.fromisoformat(proved.utilisee))
        said = f"Votre feuille a servi le {used} : imprimez-en une autre."
    proof = date.fromisoformat(proved.prouvee) if proved is not None else None
    return EtatPersonnel(made, proof, said, closed)


def preparer(office: Office) -> Feuille:
    """A new sheet to print. The one that was proved opens until this one is.

    Raises:
        AccessDenied, AccountReset
        FormerNotesSealed: it would replace a sheet that opens more.
    """
    from microstructure_desktop.reports.feuille_personnelle import TITLE, FeuilleSecours
    from microstructure_desktop.reports.feuille_personnelle import feuille_personnelle as render
    from microstructure_desktop.store import own_sheet, recovery_code

    ring, _ = _mine(office)
    code, le = recovery_code.generate(), today(office)
    changed = own_sheet.add(
        ring, office.key, office.membre.id, office.personal, code, le.isoformat()
    )
    contenu = FeuilleSecours(
        ring.cabinet,
        ring.store_id,
        office.membre.nom_complet,
        recovery_code.groups(code),
        recovery_code.printed(code, ring.store_id, recovery_code.OWN_PREFIX),
        office.now().astimezone(),
    )
    pdf = render(contenu)
    keyring.save(office.home.coffre, changed)
    journal.note(office, Action.FEUILLE_SECOURS, detail="personnelle_preparee")
    fichier = f"ma-feuille-secours-{le:%Y-%m-%d}.pdf"
    document = Document(
        TITLE, fichier, pdf, nominatif=False, genre="feuille_personnelle", garde=NO_FILE
    )
    return Feuille(document, secours.demander(), code)


def prouver(office: Office, feuille: Feuille, saisis: Mapping[int, str]) -> None:
    """Its owner read the paper: from then on it is their only sheet.

    Raises:
        AccessDenied
        GroupsWrong: it names them.
    """
    from microstructure_desktop.store import own_sheet, recovery_code

    ring, _ = _mine(office)
    secours.verifier(feuille, saisis, recovery_code.OWN_PREFIX)
    le = today(office).isoformat()
    proved = own_sheet.prove(ring, office.key, office.membre.id, feuille.code, le)
    keyring.supersede(office.home.coffre, proved)
    journal.note(office, Action.FEUILLE_SECOURS, detail="personnelle_prouvee")


def retirer(office: Office) -> None:
    """The printed sheet opens nothing from now on; what it gave back stays.

    Raises:
        AccessDenied
    """
    from microstructure_desktop.store import own_sheet

    ring, _ = _mine(office)
    changed = own_sheet.withdraw(ring, office.key, office.membre.id)
    keyring.supersede(office.home.coffre, changed)
    journal.note(office, Action.FEUILLE_SECOURS, detail="personnelle_retiree")


def rouvrir(office: Office, texte: str) -> None:
    """Read one's former notes again, from the code that was typed or scanned.

    Raises:
        AccessDenied, AccountReset
        CodeUnreadable: it says which groups are wrong.
        OtherCabinet, SheetOfCabinet, WrongOwnCode
    """
    from microstructure_desktop.store import own_sheet, recovery_code

    ring, _ = _mine(office)
    code = recovery_code.parse(texte, ring.store_id, recovery_code.OWN_PREFIX)
    le = today(office).isoformat()
    changed, found = own_sheet.use(ring, office.key, office.membre.id, office.personal, code, le)
    keyring.save(office.home.coffre, changed)
    office.personal.take_back(found)
    journal.note(office, Action.FEUILLE_SECOURS, detail="personnelle_utilisee")


def _mine(office: Office) -> "tuple[Keyring, Slot]":
    check(office, Permission.SEANCE)
    ring = keyring.load(office.home.coffre)
    slot = ring.slot(office.membre.id)
    if slot is None:
        raise AccountUnknown
    return ring, slot
