"""Who has an account here, and the cabinet itself."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from microstructure_desktop.domain import rpps
from microstructure_desktop.domain.equipe import SOIGNANTS, Cabinet, Membre, Role
from microstructure_desktop.domain.ids import MembreId, new_id

from .access import AccessDenied, Permission, allowed
from .office import Office

MIN_PASSPHRASE = 12


@dataclass(frozen=True, slots=True)
class NouveauMembre:
    """What is typed about somebody, new in the team or corrected."""

    prenom: str
    nom: str
    role: Role
    rpps: str = ""


def passphrase_problem(passphrase: str) -> str | None:
    """What is wrong with a new passphrase, in a sentence; None when it is long enough."""
    if len(passphrase.strip()) < MIN_PASSPHRASE:
        return (
            f"La phrase de passe doit compter au moins {MIN_PASSPHRASE} caractères. "
            "Quelques mots à la suite conviennent très bien."
        )
    return None


def membre_problems(nouveau: NouveauMembre) -> dict[str, str]:
    """Field name to sentence; empty when the account can be created."""
    faults = {}
    if not nouveau.nom.strip():
        faults["nom"] = "Entrez le nom."
    if not nouveau.prenom.strip():
        faults["prenom"] = "Entrez le prénom."
    numero = rpps.chiffres(nouveau.rpps)
    if numero and not rpps.is_valid(numero):
        faults["rpps"] = "Un numéro RPPS a 11 chiffres : l’un d’eux n’est pas le bon."
    return faults


def membre_of(membre_id: MembreId, saisi: NouveauMembre) -> Membre:
    numero = rpps.chiffres(saisi.rpps)
    return Membre(membre_id, saisi.prenom.strip(), saisi.nom.strip(), saisi.role, rpps=numero)


def may_manage(membre: Membre, equipe: Iterable[Membre]) -> bool:
    """Whether somebody opens accounts: the role may, or no doctor is there to do it."""
    if allowed(membre.role, Permission.EQUIPE):
        return True
    doctors = any(m.actif and m.role is Role.MEDECIN for m in equipe)
    return not doctors and membre.role in SOIGNANTS


def membres(office: Office) -> tuple[Membre, ...]:
    with office.store.read() as work:
        return tuple(work.equipe.all())


def add(office: Office, nouveau: NouveauMembre, passphrase: str) -> Membre:
    """Create an account; its passphrase opens the store from then on."""
    from microstructure_desktop.store import keyring, keys

    check_manager(office)
    membre = membre_of(MembreId(new_id()), nouveau)
    ring = keyring.load(office.home.coffre)
    account = keyring.Account(membre.id, membre.nom_complet, membre.role.value)
    enlarged = keys.add_account(
        ring,
        office.key,
        account,
        passphrase,
        office.cost.parameters(),
        limits=office.cost.bounds(),
    )
    with office.store.begin(office.membre.id, office.now()) as work:
        work.equipe.save(membre)
    keyring.save(office.home.coffre, enlarged)
    return membre


def change_passphrase(office: Office, old: str, new: str) -> None:
    """Wrap the person's own key again.

    Raises:
        WrongPassphrase: `old` is not the present one.
    """
    from microstructure_desktop.store import keyring, keys

    changed = keys.change_passphrase(
        keyring.load(office.home.coffre),
        office.membre.id,
        old,
        new,
        office.cost.parameters(),
        limits=office.cost.bounds(),
    )
    keyring.supersede(office.home.coffre, changed)


def cabinet(office: Office) -> Cabinet:
    with office.store.read() as work:
        return work.cabinet.get()


def save_cabinet(office: Office, cabinet: Cabinet) -> Cabinet:
    from microstructure_desktop.store import keyring, keys

    check_manager(office)
    kept = replace(cabinet, nom=cabinet.nom.strip())
    with office.store.begin(office.membre.id, office.now()) as work:
        work.cabinet.save(kept)
    ring = keyring.load(office.home.coffre)
    keyring.save(office.home.coffre, keys.rename_cabinet(ring, office.key, kept.nom))
    return kept


def check_manager(office: Office) -> None:
    """Refuse the action unless the person at the keyboard opens accounts.

    Raises:
        AccessDenied: it is for the doctor.
    """
    if not may_manage(office.membre, membres(office)):
        raise AccessDenied(way_out="Demandez au médecin du cabinet de le faire.")
