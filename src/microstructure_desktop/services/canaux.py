"""The ways by which a month may reach the animator: in order, set up, moved, taken away."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from microstructure_desktop.domain.canal import Reglage, ordonnes
from microstructure_desktop.domain.ids import CanalId, new_id
from microstructure_desktop.errors import AppError
from microstructure_desktop.exchange.convention import CanalPropose

from . import canaux_saisie, convention_lue
from .access import Permission, check
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

__all__ = [
    "CanalPropose",
    "ChannelUnusable",
    "Voie",
    "avancer",
    "canaux",
    "garde_secret",
    "nouveau",
    "propositions",
    "regler",
    "retirer",
]


class ChannelUnusable(AppError):
    sentence = "Cette voie d’envoi ne peut pas être enregistrée ainsi."
    way_out = "Corrigez les cases indiquées, puis recommencez."


@dataclass(frozen=True, slots=True)
class Voie:
    """A way as it may be shown: `reglage` without its password, `protegee` if it has one."""

    reglage: Reglage
    protegee: bool


def canaux(office: Office) -> tuple[Voie, ...]:
    """In the order in which they are tried; no password is in them."""
    check(office, Permission.PARTAGE)
    with office.store.read() as work:
        return tuple(_voie(each) for each in ordonnes(work.canaux.all()))


def propositions(office: Office) -> tuple[CanalPropose, ...]:
    """The ways that the convention in use opens, and that the cabinet has not set up."""
    check(office, Permission.PARTAGE)
    with office.store.read() as work:
        known = convention_lue.etat(work).courante
        mine = {(each.type, each.adresse) for each in work.canaux.all()}
    offered = () if known is None else known.convention.canaux
    return tuple(each for each in offered if (each.type, each.adresse) not in mine)


def nouveau(propose: CanalPropose) -> Reglage:
    """What a proposal fills in; the rest is typed in the cabinet."""
    return Reglage(CanalId(new_id()), propose.type, propose.nom, propose.adresse)


def regler(office: Office, reglage: Reglage) -> Voie:
    """Keep a way, a new one last. An empty password leaves the one that is kept.

    Raises:
        ChannelUnusable: `canaux_saisie.problems` says why.
    """
    check(office, Permission.ECRIRE_PARTAGE)
    with office.store.begin(office.membre.id, office.now()) as work:
        known = {each.id: each for each in work.canaux.all()}
        last = max((each.rang for each in known.values()), default=0)
        made = _made(reglage, known.get(reglage.id), last + 1)
        if canaux_saisie.problems(made, protege=False):
            raise ChannelUnusable
        work.canaux.save(made)
    return _voie(made)


def garde_secret(reglage: Reglage, known: Reglage | None) -> bool:
    """Whether the password kept is still the one of this place: it is never told to another."""
    return known is not None and (
        (known.type, known.adresse, known.compte)
        == (reglage.type, reglage.adresse.strip(), reglage.compte.strip())
    )


def retirer(office: Office, canal_id: CanalId) -> None:
    """Send nothing this way any more."""
    check(office, Permission.ECRIRE_PARTAGE)
    with office.store.begin(office.membre.id, office.now()) as work:
        work.canaux.void(canal_id, "voie retirée")


def avancer(office: Office, canal_id: CanalId) -> None:
    """Try it before the one that was before it; the first stays first."""
    check(office, Permission.ECRIRE_PARTAGE)
    with office.store.begin(office.membre.id, office.now()) as work:
        order = [each.id for each in ordonnes(work.canaux.all())]
        place = order.index(canal_id)
        if place:
            order[place - 1 : place + 1] = [canal_id, order[place - 1]]
        _number(work, order)


def _number(work: "Work", order: list[CanalId]) -> None:
    for rang, canal_id in enumerate(order, start=1):
        known = work.canaux.get(canal_id)
        if known.rang != rang:
            work.canaux.save(replace(known, rang=rang))


def _made(reglage: Reglage, known: Reglage | None, last: int) -> Reglage:
    """What is kept of what was typed: nothing that this kind of way does not use."""
    kind = reglage.type
    secret = reglage.secret
    if not secret and known is not None and garde_secret(reglage, known):
        secret = known.secret
    return replace(
        reglage,
        nom=reglage.nom.strip(),
        adresse=reglage.adresse.strip() if kind in canaux_saisie.ADRESSE else "",
        compte=reglage.compte.strip() if kind in canaux_saisie.COMPTE else "",
        secret=secret if kind in canaux_saisie.SECRET else "",
        empreinte_hote=reglage.empreinte_hote if kind in canaux_saisie.HOTE else "",
        rang=last if known is None else known.rang,
    )


def _voie(reglage: Reglage) -> Voie:
    return Voie(replace(reglage, secret=""), bool(reglage.secret))
