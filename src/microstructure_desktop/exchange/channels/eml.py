"""E-mail: a message ready to be sent, as a file that a person opens with a mail program."""

from __future__ import annotations

import hashlib
import re
from email import policy
from email.message import EmailMessage
from typing import TYPE_CHECKING

from microstructure_desktop.domain.boite_envoi import Resultat

from .folder import deposit
from .model import Depot, Detail, check_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from microstructure_desktop.domain.canal import Reglage

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_NAMED = re.compile(r"MSMA_([A-Z0-9-]+)_(\d{4}-\d{2})_\d+_[0-9a-f]{8}\.msma")


class Eml:
    """Messages to the animator, left in a folder of the person's choice."""

    def __init__(self, reglage: Reglage, folder: Path) -> None:
        self._to = reglage.adresse
        self._from = reglage.compte
        self._folder = folder

    def put(self, name: str, data: bytes) -> Depot:
        check_name(name)
        if not all(_ADDRESS.fullmatch(a) for a in (self._to, self._from or self._to)):
            return Depot(Resultat.REFUSE, Detail.ADRESSE)
        depot = deposit(self._folder, f"{name}.eml", self._message(name, data))
        if depot.resultat in {Resultat.DEPOSE, Resultat.DEJA_LA}:
            return Depot(depot.resultat, Detail.A_ENVOYER)
        return depot

    def receipts(self) -> Iterator[tuple[str, bytes]]:
        """A receipt that comes by mail is opened by a person."""
        return iter(())

    def _message(self, name: str, data: bytes) -> bytes:
        """The same bytes each time: the date and an id are the mail program's to write."""
        subject = _subject(name)
        message = EmailMessage(policy=policy.SMTP)
        message["To"] = self._to
        if self._from:
            message["From"] = self._from
        message["Subject"] = subject
        message["X-Unsent"] = "1"  # Outlook then opens it to be sent, not as received
        message.set_content(f"{subject}\n")
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
        message.set_boundary(f"msma-{hashlib.sha256(data).hexdigest()[:32]}")
        return message.as_bytes()


def _subject(name: str) -> str:
    """The structure and the month: all that a mail server may know."""
    named = _NAMED.fullmatch(name)
    return f"MSMA {named[1]} {named[2]}" if named else "MSMA"
