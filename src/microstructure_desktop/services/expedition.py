"""Hand over what was sealed: what to try, the attempt without the store, what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from microstructure_desktop.domain.boite_envoi import (
    ABOUTI,
    SANS_ACCUSE,
    Essai,
    EtatPli,
    Pli,
    Resultat,
    delai,
    du,
)
from microstructure_desktop.domain.canal import EN_LIGNE, Reglage, TypeCanal, ordonnes
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.errors import AppError
from microstructure_desktop.exchange.channels.model import Depot

from . import accuses
from .access import Permission, check
from .office import Office

if TYPE_CHECKING:
    from microstructure_desktop.store.work import Work

SECONDES = 60.0
"""All that one attempt by one way may take."""
A_LA_MAIN = CanalId("dossier")
"""A folder that was chosen for this once, rather than set up."""
SUR_PAPIER = CanalId("papier")
EN_ROUTE = frozenset({EtatPli.SCELLE, EtatPli.EN_ATTENTE, EtatPli.DEPOSE})
_ATTENDUS = frozenset({EtatPli.EN_ATTENTE, EtatPli.DEPOSE, EtatPli.REFUSE})
"""What a receipt may still come for: a refused month may be taken again later."""


class PlusARemettre(AppError):
    sentence = "Ce paquet n’attend plus d’être remis."
    way_out = "Ouvrez la page « Ce qui part » : son état y est dit."


class CanalInconnu(AppError):
    sentence = "Cette voie d’envoi n’est plus réglée."
    way_out = "Choisissez-en une autre."


@dataclass(frozen=True, slots=True)
class Tentative:
    """Bytes to hand over, by the first of these ways that takes them.

    `messages`: the folder where a message to be sent by hand is left.
    """

    paquet: str
    nom: str
    octets: bytes = field(repr=False)
    canaux: tuple[Reglage, ...]
    messages: Path


@dataclass(frozen=True, slots=True)
class Passage:
    """What one way answered."""

    canal: Reglage
    depot: Depot


def envoyer(office: Office, paquet: str) -> Pli:
    """Let a sealed bundle go, now: the next round takes it, whatever it waited for.

    Raises:
        PlusARemettre
    """
    check(office, Permission.ECRIRE_PARTAGE)
    with office.store.begin(office.membre.id, office.now()) as work:
        pli = en_route(work, paquet)
        if pli.etat is EtatPli.DEPOSE:
            work.outbox.change(replace(pli, prochain_essai=office.now()))
        else:
            work.outbox.change(replace(pli, etat=EtatPli.EN_ATTENTE, prochain_essai=None))
        return work.outbox.get(paquet)


def a_envoyer(office: Office) -> tuple[Tentative, ...]:
    """What is due, each already counted as tried: a crash from here on sends the same bytes again.

    Ways that need a hand are left to it.
    """
    check(office, Permission.PARTAGE)
    with office.store.read() as work:
        due = [p.paquet for p in work.outbox.all() if du(p, office.now())]
        canaux = _en_ligne(work)
    if not due or not canaux:
        return ()
    with office.store.begin(office.membre.id, office.now()) as work:
        return tuple(_tentative(work, office, work.outbox.get(p), canaux) for p in due)


def a_remettre(
    office: Office, paquet: str, *, canal: CanalId | None = None, dossier: Path | None = None
) -> Tentative:
    """The attempt that a person asks for: by a way that was set up, or into a folder they chose.

    Raises:
        PlusARemettre
        CanalInconnu
    """
    check(office, Permission.ECRIRE_PARTAGE)
    with office.store.begin(office.membre.id, office.now()) as work:
        pli = en_route(work, paquet)
        return _tentative(work, office, pli, (_choisi(work, canal, dossier),))


def imprimer(office: Office, paquet: str) -> Pli:
    """Sheets of codes are made of it: counted as an attempt, whatever becomes of the paper.

    Raises:
        PlusARemettre
    """
    check(office, Permission.ECRIRE_PARTAGE)
    now = office.now()
    with office.store.begin(office.membre.id, now) as work:
        pli = en_route(work, paquet)
        ways = (c.id for c in _actifs(work) if c.type is TypeCanal.PAPIER)
        canal = next(ways, SUR_PAPIER)
        compter(work, pli, canal, now)
        work.outbox.note(Essai(paquet, now, canal, Resultat.DEPOSE.value, "imprime"))
        return work.outbox.get(paquet)


def deposer(tentative: Tentative) -> tuple[Passage, ...]:
    """The attempt itself: nothing of the store is touched, so that no window waits for a network.

    The ways are tried in the cabinet's order until one has it.
    """
    from microstructure_desktop.exchange.channels import open_channel

    passages: list[Passage] = []
    for canal in tentative.canaux:
        if canal.type is TypeCanal.COURRIEL:
            tentative.messages.mkdir(parents=True, exist_ok=True)
        way = open_channel(canal, timeout=SECONDES, dossier=tentative.messages)
        passages.append(Passage(canal, way.put(tentative.nom, tentative.octets)))
        if passages[-1].depot.resultat in ABOUTI:
            break
    return tuple(passages)


def noter(office: Office, tentative: Tentative, passages: Iterable[Passage]) -> Pli:
    """Remember each attempt; what a server has is left with it, what a hand carries is not yet."""
    check(office, Permission.PARTAGE)
    now = office.now()
    with office.store.begin(office.membre.id, now) as work:
        pli = work.outbox.get(tentative.paquet)
        for each in passages:
            work.outbox.note(_essai(tentative.paquet, now, each))
            pli = _apres(pli, each, now)
        if pli != work.outbox.get(tentative.paquet):
            work.outbox.change(pli)
        return work.outbox.get(tentative.paquet)


def remis(office: Office, paquet: str) -> Pli:
    """A person handed it over: a stick, a message, sheets of paper.

    Raises:
        PlusARemettre
    """
    check(office, Permission.ECRIRE_PARTAGE)
    now = office.now()
    with office.store.begin(office.membre.id, now) as work:
        pli = en_route(work, paquet)
        work.outbox.note(Essai(paquet, now, pli.canal or A_LA_MAIN, "remis"))
        work.outbox.change(_depose(pli, pli.canal or A_LA_MAIN, now))
        return work.outbox.get(paquet)


def a_relever(office: Office) -> tuple[Reglage, ...]:
    """The ways where a receipt may lie, while one is awaited."""
    check(office, Permission.PARTAGE)
    with office.store.read() as work:
        if not any(p.etat in _ATTENDUS and p.parti for p in work.outbox.all()):
            return ()
        return tuple(c for c in _actifs(work) if c.type in _LISIBLES)


def relever(canaux: Iterable[Reglage]) -> tuple[bytes, ...]:
    """The receipts that lie there, unread; nothing of the store is touched."""
    from microstructure_desktop.exchange.channels import open_channel

    return tuple(
        data for canal in canaux for _, data in open_channel(canal, timeout=SECONDES).receipts()
    )


def ranger(office: Office, trouves: Iterable[bytes]) -> tuple[accuses.AccuseLu, ...]:
    """Believe those that are ours; somebody else's, or anything else, is left where it lies."""
    check(office, Permission.PARTAGE)
    found = []
    for data in trouves:
        with office.store.begin(office.membre.id, office.now()) as work:
            lu = accuses.ranger(work, office, data)
        if lu is not None and lu.nouveau:
            found.append(lu)
    return tuple(found)


_LISIBLES = EN_LIGNE | {TypeCanal.DOSSIER}


def _en_ligne(work: "Work") -> tuple[Reglage, ...]:
    return tuple(c for c in _actifs(work) if c.type in EN_LIGNE)


def _actifs(work: "Work") -> tuple[Reglage, ...]:
    return tuple(c for c in ordonnes(work.canaux.all()) if c.actif)


def en_route(work: "Work", paquet: str) -> Pli:
    """One that still waits to be received.

    Raises:
        PlusARemettre
    """
    pli = work.outbox.find(paquet)
    if pli is None or pli.etat not in EN_ROUTE:
        raise PlusARemettre
    return pli


def compter(work: "Work", pli: Pli, canal: CanalId, now: datetime) -> None:
    """An attempt, before it is made: whatever leaves may then no more be taken back."""
    essais = pli.essais + 1
    etat = EtatPli.DEPOSE if pli.etat is EtatPli.DEPOSE else EtatPli.EN_ATTENTE
    later = now + delai(essais)
    work.outbox.change(replace(pli, etat=etat, essais=essais, prochain_essai=later, canal=canal))


def _choisi(work: "Work", canal: CanalId | None, dossier: Path | None) -> Reglage:
    if dossier is not None:
        return Reglage(A_LA_MAIN, TypeCanal.DOSSIER, "", str(dossier.absolute()))
    found = next((c for c in _actifs(work) if c.id == canal), None)
    if found is None:
        raise CanalInconnu
    return found


def _tentative(work: "Work", office: Office, pli: Pli, canaux: tuple[Reglage, ...]) -> Tentative:
    compter(work, pli, canaux[0].id, office.now())
    octets = work.outbox.octets(pli.paquet)
    return Tentative(pli.paquet, pli.nom, octets, canaux, office.home.documents / "messages")


def _apres(pli: Pli, passage: Passage, now: datetime) -> Pli:
    """What was received, replaced or refused meanwhile stays so."""
    if pli.etat not in EN_ROUTE:
        return pli
    tried = replace(pli, canal=passage.canal.id, prochain_essai=now + delai(pli.essais))
    if passage.depot.resultat in ABOUTI and passage.canal.type in EN_LIGNE:
        return _depose(tried, passage.canal.id, now)
    return tried


def _depose(pli: Pli, canal: CanalId | str, now: datetime) -> Pli:
    return replace(
        pli, etat=EtatPli.DEPOSE, canal=canal, essais=0, prochain_essai=now + SANS_ACCUSE
    )


def _essai(paquet: str, now: datetime, passage: Passage) -> Essai:
    depot = passage.depot
    return Essai(paquet, now, passage.canal.id, depot.resultat.value, depot.detail.value)
