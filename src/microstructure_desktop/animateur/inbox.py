"""Receive every bundle found in folders, files and messages, and leave the receipts."""

from __future__ import annotations

import contextlib
import email
import os
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.utils import parseaddr
from typing import TYPE_CHECKING

from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.domain.ids import CanalId
from microstructure_desktop.exchange import bundle
from microstructure_desktop.exchange.archive import LARGEST
from microstructure_desktop.exchange.channels.eml import Eml
from microstructure_desktop.exchange.seal import SEALED

from .errors import NotABundle, NotFound, ReceiptsNotWritten
from .receive import Arrivee, receive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from email.message import EmailMessage
    from pathlib import Path

    from .keys import Cles
    from .model import AccuseEmis
    from .receive import Issue
    from .register import Register

ACCUSES = "accuses"
MESSAGE = ".eml"
_LARGEST_MESSAGE = 4 * LARGEST


@dataclass(frozen=True, slots=True)
class Trouve:
    """A bundle found, unread. `retour`: the folder where its cabinet looks for receipts;
    `expediteur`: who wrote the message that it came in.
    """

    nom: str
    canal: TypeCanal
    octets: bytes
    retour: Path | None = None
    expediteur: str = ""


@dataclass(frozen=True, slots=True)
class Rangee:
    """What became of a file."""

    trouve: Trouve
    issue: Issue


def gather(chemins: Iterable[Path]) -> Iterator[Trouve]:
    """The bundles of these files, messages and folders, by name; nothing is moved.

    Raises:
        NotFound: one of them is not there, or cannot be read.
        NotABundle: a file is something else.
    """
    for chemin in chemins:
        try:
            yield from _found(chemin)
        except OSError:
            raise NotFound from None


def receive_all(
    register: Register, cles: Cles, chemins: Iterable[Path], accuses: Path, today: date
) -> tuple[Rangee, ...]:
    """Receive each, one transaction a bundle, then leave its receipt in `accuses` and where it
    came from; for a message, an answer ready to be sent.

    Raises:
        NotFound, NotABundle, ReceiptsNotWritten: what was received before stays so.
        RegisterUnavailable
    """
    found = gather(chemins)
    return tuple(receive_one(register, cles, trouve, accuses, today) for trouve in found)


def receive_one(
    register: Register, cles: Cles, trouve: Trouve, accuses: Path, today: date
) -> Rangee:
    """Receive one, and leave its receipt.

    Raises:
        ReceiptsNotWritten: it is received.
        RegisterUnavailable
    """
    arrivee = Arrivee(trouve.octets, trouve.nom, trouve.canal.value, today)
    issue = receive(register, cles, arrivee)
    hand_back(trouve, issue, accuses)
    return Rangee(trouve, issue)


def hand_back(trouve: Trouve, issue: Issue, accuses: Path) -> None:
    """Leave the receipts of an arrival in `accuses` and where it came from.

    Raises:
        ReceiptsNotWritten
    """
    places = [accuses] if trouve.retour is None else [accuses, trouve.retour]
    for place in places:
        if not _answered(issue, place):
            leave(emitted(issue), [place])
    _answer(issue, trouve.expediteur, accuses)


def _answered(issue: Issue, place: Path) -> bool:
    """Whether a folder read again holds the receipt of its bundle already: nothing to say."""
    first = issue.premier
    if first is None:
        return False
    try:
        return _read(place / first.nom, len(first.octets)) == first.octets
    except OSError:
        return False


def _answer(issue: Issue, sender: str, accuses: Path) -> None:
    """A message to whoever wrote, ready to be sent; no message where nobody can be answered."""
    if sender and issue.accuse is not None:
        address = Reglage(CanalId(ACCUSES), TypeCanal.COURRIEL, ACCUSES, sender)
        with contextlib.suppress(OSError):
            (accuses / f"{issue.accuse.nom}{MESSAGE}").unlink(missing_ok=True)
        Eml(address, accuses).put(issue.accuse.nom, issue.accuse.octets)


def emitted(issue: Issue) -> Iterator[AccuseEmis]:
    """The receipts of an arrival and of what it let in."""
    if issue.accuse is not None:
        yield issue.accuse
    for other in issue.reprises:
        yield from emitted(other)


def leave(receipts: Iterable[AccuseEmis], places: Iterable[Path]) -> None:
    """Write receipts, whole or not at all; the latest replaces the one before.

    Raises:
        ReceiptsNotWritten
    """
    receipts = tuple(receipts)
    try:
        for place in places if receipts else ():
            place.mkdir(parents=True, exist_ok=True)
            for receipt in receipts:
                _write(place / receipt.nom, receipt.octets)
    except OSError:
        raise ReceiptsNotWritten from None


def _found(chemin: Path) -> Iterator[Trouve]:
    if chemin.is_dir():
        for path in sorted(chemin.iterdir()):
            if path.is_file() and path.suffix.lower() in {bundle.SUFFIX, MESSAGE}:
                yield from _file(path, chemin / ACCUSES)
    else:
        yield from _file(chemin, chemin.parent / ACCUSES)


def _file(path: Path, retour: Path) -> Iterator[Trouve]:
    if path.suffix.lower() == MESSAGE:
        yield from attachments(_read(path, _LARGEST_MESSAGE))
    else:
        octets = _read(path, LARGEST)
        if path.suffix.lower() != bundle.SUFFIX and not octets.startswith(SEALED):
            raise NotABundle
        yield Trouve(path.name, TypeCanal.DOSSIER, octets, retour)


def attachments(octets: bytes) -> Iterator[Trouve]:
    """The bundles of a message; one that is no message has none."""
    try:
        message = email.message_from_bytes(octets, policy=policy.default)
        sender = parseaddr(str(message.get("From", "")))[1]
        for part in message.walk():
            yield from _attached(part, sender)
    except (MessageError, LookupError, ValueError, AttributeError, TypeError, IndexError):
        return


def _attached(part: EmailMessage, sender: str) -> Iterator[Trouve]:
    name = part.get_filename() or ""
    if not name.lower().endswith(bundle.SUFFIX) or part.is_multipart():
        return
    content = part.get_payload(decode=True)
    if isinstance(content, bytes):
        yield Trouve(name, TypeCanal.COURRIEL, content[: LARGEST + 1], expediteur=sender)


def _read(path: Path, most: int) -> bytes:
    """No more than what can be refused as too large."""
    with path.open("rb") as stream:
        return stream.read(most + 1)


def _write(path: Path, data: bytes) -> None:
    partial = path.with_name(f".{path.name}.part")
    try:
        with partial.open("wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        partial.replace(path)
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
