"""Receive one bundle: believed and entered with its receipt, or kept apart with its refusal."""

from __future__ import annotations

import contextlib
import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.exchange import accuse as accuse_file
from microstructure_desktop.exchange import bundle
from microstructure_desktop.exchange.accuse import Accuse, EtatAccuse
from microstructure_desktop.exchange.errors import BundleRefused, SignatureInvalid
from microstructure_desktop.exchange.refus import TotalDecreases, phrase

from . import awaited, checks, peek
from .errors import NotInQuarantine
from .model import AccuseEmis, EtatPaquet, Paquet, Quarantaine

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from microstructure_desktop.exchange.bundle import Recu

    from .keys import Cles
    from .register import Register
    from .sql.work import Work

_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Arrivee:
    """Bytes as they came: the name of their file, by which way, on what day."""

    octets: bytes
    nom: str
    canal: str
    jour: date

    @property
    def empreinte(self) -> str:
        return hashlib.sha256(self.octets).hexdigest()


@dataclass(frozen=True, slots=True)
class Issue:
    """What became of an arrival. The bundle, structure and month are None where unreadable.

    `motif`: the code of a refusal, else empty. `accuse`: what goes back, where somebody can read
    it; `premier`: what went back the first time, for a duplicate. `reprises`: what waited in
    quarantine for this one, and was accepted with it.
    """

    etat: EtatAccuse
    paquet: str | None
    structure: str | None
    periode: Mois | None
    motif: str = ""
    accuse: AccuseEmis | None = None
    premier: AccuseEmis | None = None
    reprises: tuple[Issue, ...] = ()

    @property
    def phrase(self) -> tuple[str, str]:
        """Why it was refused, and what to do."""
        return phrase(self.motif)


def receive(register: Register, cles: Cles, arrivee: Arrivee) -> Issue:
    """Verify in order, then enter with the receipt; one transaction.

    Raises:
        RegisterUnavailable: nothing was entered.
    """
    with register.write() as work:
        known = work.paquets.by_bytes(arrivee.empreinte)
        if known is not None:
            return _duplicate(work, cles, arrivee, known)
        try:
            recu = _opened(work, cles, arrivee.octets)
            known = work.paquets.get(recu.id)
            if known is not None:
                return _duplicate(work, cles, arrivee, known)
            return _accepted(work, cles, arrivee, recu)
        except BundleRefused as refusal:
            return _refused(work, cles, arrivee, refusal.code)


def retry(
    register: Register, cles: Cles, today: date, structure: str | None = None
) -> tuple[Issue, ...]:
    """Try again what is in quarantine, of one structure or of all; what is accepted leaves it.

    Raises:
        RegisterUnavailable: nothing was entered.
    """
    with register.write() as work:
        waiting = [q for q in work.quarantaine.all() if structure in {None, q.structure}]
        return _tried_again(work, cles, waiting, today)


def accept_anyway(register: Register, cles: Cles, empreinte: str, today: date) -> Issue:
    """Let in, by hand, a bundle that contradicts what came before: somebody called the cabinet.

    Its seal, its signature, its terms and its number are verified as ever. It counts for its
    month, as after a cabinet came back from a backup, or somebody objected to being counted.

    Raises:
        NotInQuarantine
        BundleRefused: it is refused for another reason than what came before.
    """
    with register.write() as work:
        kept = work.quarantaine.get(empreinte)
        if kept is None:
            raise NotInQuarantine
        octets = work.quarantaine.octets(empreinte)
        recu = _opened(work, cles, octets)
        arrivee = Arrivee(octets, kept.nom, kept.canal, today)
        return _accepted(work, cles, arrivee, recu, anyway=True)


def set_aside(register: Register, empreinte: str) -> None:
    """Take bytes out of quarantine, for ever: somebody decided that they are of no use."""
    with register.write() as work:
        work.quarantaine.drop(empreinte)


def _opened(work: Work, cles: Cles, octets: bytes) -> Recu:
    try:
        return bundle.open_sealed(octets, cles.identites, lambda code: _key(work, code))
    except SignatureInvalid:
        return _signed_before(work, cles, octets)


def _key(work: Work, code: str) -> str | None:
    structure = work.structures.get(code)
    return None if structure is None else structure.cle


def _signed_before(work: Work, cles: Cles, octets: bytes) -> Recu:
    """A bundle prepared before its cabinet changed its key, and longer on its way than the key.

    Raises:
        SignatureInvalid: no key of that time signed it, or that key is lost.
    """
    seen = peek.look(octets, cles.identites)
    if seen is not None:
        for key in work.structures.keys(seen.structure):
            until = key.retiree_le
            if until is not None and not key.perdue and seen.periode <= Mois.de(until):
                with contextlib.suppress(SignatureInvalid):
                    return bundle.open_sealed(octets, cles.identites, _only(key.cle))
    raise SignatureInvalid


def _only(key: str) -> Callable[[str], str]:
    return lambda _code: key


def _accepted(
    work: Work, cles: Cles, arrivee: Arrivee, recu: Recu, *, anyway: bool = False
) -> Issue:
    entete = recu.entete
    head = checks.check(work, recu, arrivee.jour, anyway=anyway)
    late = checks.older(entete, head)
    if head is not None and not late:
        work.paquets.supersede(head.id)
    paquet = Paquet(
        recu.id,
        entete.structure,
        entete.mois,
        entete.sequence,
        entete.remplace,
        EtatPaquet.REMPLACE if late else EtatPaquet.RETENU,
        arrivee.jour,
        arrivee.canal,
    )
    rang = work.paquets.add(paquet, arrivee.octets)
    work.lignes.add(rang, recu.contenu)
    work.quarantaine.forget(recu.id)
    issue = Issue(EtatAccuse.ACCEPTE, recu.id, entete.structure, entete.mois)
    waiting = [
        q
        for q in work.quarantaine.all()
        if (q.structure, q.motif) == (entete.structure, TotalDecreases.code)
    ]
    again = _tried_again(work, cles, waiting, arrivee.jour)
    return replace(issue, accuse=_receipt(work, cles, issue, arrivee.jour), reprises=again)


def _tried_again(
    work: Work, cles: Cles, waiting: list[Quarantaine], today: date
) -> tuple[Issue, ...]:
    """Those that are accepted now, the earliest month first; the others stay as they are."""
    found: list[Issue] = []
    for refused in sorted(waiting, key=lambda q: (str(q.periode), q.empreinte)):
        if work.quarantaine.get(refused.empreinte) is None:
            continue  # it was accepted with one of those before it
        octets = work.quarantaine.octets(refused.empreinte)
        arrivee = Arrivee(octets, refused.nom, refused.canal, today)
        try:
            recu = _opened(work, cles, octets)
            if work.paquets.get(recu.id) is None:
                found.append(_accepted(work, cles, arrivee, recu))
            else:
                work.quarantaine.drop(refused.empreinte)
        except BundleRefused as refusal:
            work.quarantaine.put(replace(refused, motif=refusal.code), octets)
    return tuple(found)


def _duplicate(work: Work, cles: Cles, arrivee: Arrivee, known: Paquet) -> Issue:
    """It is there already: said, and nothing changes."""
    issue = Issue(EtatAccuse.DOUBLON, known.id, known.structure, known.periode)
    first = work.accuses.last(known.id)
    return replace(issue, accuse=_signed(work, cles, issue, arrivee.jour), premier=first)


def _refused(work: Work, cles: Cles, arrivee: Arrivee, motif: str) -> Issue:
    """The bytes are kept; a receipt says why, unless it would deny a bundle that was accepted."""
    seen = peek.look(arrivee.octets, cles.identites)
    work.quarantaine.put(
        Quarantaine(
            arrivee.empreinte,
            _plain(arrivee.nom),
            motif,
            arrivee.jour,
            arrivee.canal,
            None if seen is None else seen.paquet,
            None if seen is None else seen.structure,
            None if seen is None else seen.periode,
        ),
        arrivee.octets,
    )
    if seen is None:
        return Issue(EtatAccuse.REFUSE, None, None, None, motif)
    issue = Issue(EtatAccuse.REFUSE, seen.paquet, seen.structure, seen.periode, motif)
    if work.paquets.get(seen.paquet) is not None:
        return issue
    return replace(issue, accuse=_receipt(work, cles, issue, arrivee.jour))


def _receipt(work: Work, cles: Cles, issue: Issue, today: date) -> AccuseEmis:
    emis = _signed(work, cles, issue, today)
    work.accuses.put(emis)
    return emis


def _signed(work: Work, cles: Cles, issue: Issue, today: date) -> AccuseEmis:
    assert issue.paquet is not None
    assert issue.structure is not None
    accuse = Accuse(
        issue.paquet,
        issue.structure,
        issue.etat,
        issue.motif,
        today,
        awaited.first(work, issue.structure),
    )
    return AccuseEmis(accuse, accuse_file.nom(accuse), accuse_file.write(accuse, cles.signature))


def _plain(nom: str) -> str:
    """A file's name as any database can keep it: it was chosen by a stranger."""
    text = nom.encode("utf-8", "replace").decode("utf-8")
    return _CONTROLS.sub("?", text)[:_LONGEST_NAME]
