"""What becomes of the accounts: corrected, suspended, opened again; the key file follows."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.errors import AppError

from .access import Permission, allowed, check
from .equipe import NouveauMembre, check_manager, may_manage, membre_of
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.store.keyring import Account
    from microstructure_desktop.store.work import Work

log = logging.getLogger(__name__)


class NobodyManages(AppError):
    sentence = "Il ne resterait personne pour ouvrir un compte."
    way_out = "Confiez d’abord ce rôle à quelqu’un d’autre."


class OwnAccount(AppError):
    sentence = "On ne suspend pas son propre compte."
    way_out = "Une autre personne qui gère les comptes peut le faire."


class AccountRemoved(AppError):
    sentence = "Cette personne a été retirée de l’équipe : son compte n’ouvre plus rien."
    way_out = "Si elle revient, ajoutez-lui un nouveau compte."


@dataclass(frozen=True, slots=True)
class Compte:
    """`depuis`: the day the account was made. `dernier_acces`: None when nothing was noted for a
    year, or when the person at the keyboard may not read it.
    """

    membre: Membre
    depuis: date
    dernier_acces: datetime | None


def comptes(office: Office) -> tuple[Compte, ...]:
    """Everybody's account, in the order they were made."""
    check(office, Permission.VOIR_EQUIPE)
    role, me = office.membre.role, office.membre.id
    tout, sien = (allowed(role, p) for p in (Permission.JOURNAL_TOUT, Permission.JOURNAL_SIEN))
    with office.store.read() as work:
        last = work.acces.last_of_each() if tout or sien else {}
        return tuple(
            Compte(
                membre,
                work.revisions.history(membre.id)[0].at.astimezone().date(),
                last.get(membre.id) if tout or membre.id == me else None,
            )
            for membre in work.equipe.all()
        )


def edit(office: Office, membre_id: MembreId, saisi: NouveauMembre) -> Membre:
    """Correct a name, a role, a number. What was written before keeps the profession of its day.

    Raises:
        AccessDenied: somebody else opens accounts.
        NobodyManages
    """
    return _save(
        office,
        membre_id,
        lambda known: replace(
            membre_of(known.id, saisi), actif=known.actif, retire_le=known.retire_le
        ),
    )


def suspend(office: Office, membre_id: MembreId) -> Membre:
    """The account opens nothing from now on; what the person wrote stays theirs.

    Raises:
        AccessDenied: somebody else opens accounts.
        OwnAccount, NobodyManages
    """
    if membre_id == office.membre.id:
        raise OwnAccount
    return _save(office, membre_id, lambda known: replace(known, actif=False))


def reactivate(office: Office, membre_id: MembreId) -> Membre:
    """The account opens again, with the passphrase it had.

    Raises:
        AccessDenied: somebody else opens accounts.
        AccountRemoved: no key opens anything for it any more.
    """
    return _save(office, membre_id, _reactivated)


def check_managed(work: "Work") -> None:
    """Refuse a team where nobody could open an account.

    Raises:
        NobodyManages
    """
    equipe = work.equipe.all()
    if not any(membre.actif and may_manage(membre, equipe) for membre in equipe):
        raise NobodyManages


def follow(office: Office) -> None:
    """Make the key file say of each account what the store says.

    It never fails: the store decides who comes in, and the next opening tries again.
    """
    from microstructure_desktop.store import keyring, keys

    with office.store.read() as work:
        equipe = work.equipe.all()
    try:
        ring = kept = keyring.load(office.home.coffre)
        known = {account.id: account for account in ring.accounts}
        for account in map(_account, equipe):
            if account.id in known and known[account.id] != account:
                kept = keys.update_account(kept, office.key, account)
        if kept is not ring:
            keyring.save(office.home.coffre, kept)
    except AppError as problem:
        log.warning("key file left behind: %s", type(problem).__name__)


def _save(office: Office, membre_id: MembreId, change: Callable[[Membre], Membre]) -> Membre:
    check_manager(office)
    with office.store.begin(office.membre.id, office.now()) as work:
        known = work.equipe.get(membre_id)
        made = change(known)
        if made != known:
            work.equipe.save(made)
        check_managed(work)
    follow(office)
    return made


def _reactivated(known: Membre) -> Membre:
    if known.retire_le is not None:
        raise AccountRemoved
    return replace(known, actif=True)


def _account(membre: Membre) -> "Account":
    from microstructure_desktop.store.keyring import MAX_TEXT, Account

    return Account(membre.id, membre.nom_complet[:MAX_TEXT], membre.role.value, membre.actif)
