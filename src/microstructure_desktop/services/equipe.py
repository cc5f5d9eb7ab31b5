"""Who has an account here, and the cabinet itself."""

from dataclasses import dataclass, replace

from microstructure_desktop.domain.equipe import Cabinet, Membre, Role
from microstructure_desktop.domain.ids import MembreId, new_id

from .access import Permission, check
from .office import Office

MIN_PASSPHRASE = 12


@dataclass(frozen=True, slots=True)
class NouveauMembre:
    prenom: str
    nom: str
    role: Role


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
    return faults


def membres(office: Office) -> tuple[Membre, ...]:
    with office.store.read() as work:
        return tuple(work.equipe.all())


def add(office: Office, nouveau: NouveauMembre, passphrase: str) -> Membre:
    """Create an account; its passphrase opens the store from then on."""
    from microstructure_desktop.store import keyring, keys

    check(office, Permission.EQUIPE)
    membre = Membre(MembreId(new_id()), nouveau.prenom.strip(), nouveau.nom.strip(), nouveau.role)
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
    keyring.save(office.home.coffre, changed)


def cabinet(office: Office) -> Cabinet:
    with office.store.read() as work:
        return work.cabinet.get()


def save_cabinet(office: Office, cabinet: Cabinet) -> Cabinet:
    from microstructure_desktop.store import keyring, keys

    check(office, Permission.EQUIPE)
    kept = replace(cabinet, nom=cabinet.nom.strip())
    with office.store.begin(office.membre.id, office.now()) as work:
        work.cabinet.save(kept)
    ring = keyring.load(office.home.coffre)
    keyring.save(office.home.coffre, keys.rename_cabinet(ring, office.key, kept.nom))
    return kept
