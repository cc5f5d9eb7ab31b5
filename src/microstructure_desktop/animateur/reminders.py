"""Reminders: which structures owe which months, and the letter or the mail that asks for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from typing import TYPE_CHECKING

from microstructure_desktop import french
from microstructure_desktop.exchange.refus import phrase
from microstructure_desktop.reports.relance import ITEM, RelanceImprimee
from microstructure_desktop.reports.relance import relances as printed

from . import completeness, reminder_words
from .completeness import EtatCase
from .errors import NoConvention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from microstructure_desktop.domain.periods import Mois
    from microstructure_desktop.exchange.convention import Convention

    from .completeness import LigneTableau
    from .model import Structure
    from .sql.work import Work

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


@dataclass(frozen=True, slots=True)
class Refus:
    """A month that came and was refused; `motif` is the code of the last refusal."""

    mois: Mois
    motif: str


@dataclass(frozen=True, slots=True)
class Relance:
    """What a structure owes: months that never came, and months to be sent again."""

    structure: Structure
    mois: tuple[Mois, ...]
    refuses: tuple[Refus, ...]


def relances(work: Work, today: date) -> tuple[Relance, ...]:
    """The structures that owe something; a month that is not due yet is not asked for."""
    motifs = {
        (each.structure, each.periode): each.motif
        for each in sorted(work.quarantaine.all(), key=lambda each: each.recu_le)
    }
    found = (_reminder(row, motifs) for row in completeness.tableau(work, today).lignes)
    return tuple(each for each in found if each.mois or each.refuses)


def lettres(work: Work, demandes: Sequence[Relance], today: date) -> bytes:
    """The letters in one PDF, one structure a sheet.

    Raises:
        NoConvention: nothing says how to send.
    """
    convention = _convention(work)
    return printed([_letter(each, convention, today) for each in demandes])


def texte(work: Work, relance: Relance, today: date) -> str:
    """The words of a mail.

    Raises:
        NoConvention
    """
    convention = _convention(work)
    said = "\n\n".join((*_corps(relance, convention, today), convention.animateur))
    return said.replace(french.NBSP, " ").replace(f"\n\n{ITEM}", f"\n{ITEM}") + "\n"


def courriel(work: Work, relance: Relance, today: date) -> bytes:
    """A message ready to be sent: whom to is typed in the mail program, where addresses are kept.

    Raises:
        NoConvention
    """
    convention = _convention(work)
    message = EmailMessage(policy=policy.SMTP)
    if _ADDRESS.fullmatch(convention.contact):
        message["From"] = convention.contact
    asked = sorted({*relance.mois, *(each.mois for each in relance.refuses)})
    message["Subject"] = " ".join(("MSMA", relance.structure.id, *map(str, asked)))
    message["X-Unsent"] = "1"  # Outlook then opens it to be sent, not as received
    message.set_content(texte(work, relance, today))
    return message.as_bytes()


def nom(relance: Relance, suffixe: str) -> str:
    """A file's name: codes only."""
    return f"relance_{relance.structure.id}{suffixe}"


def _reminder(row: LigneTableau, motifs: dict[tuple[str | None, Mois | None], str]) -> Relance:
    code = row.structure.id
    late = tuple(case.mois for case in row.cases if case.etat is EtatCase.MANQUANT)
    refused = tuple(
        Refus(case.mois, motifs[code, case.mois])
        for case in row.cases
        if case.etat is EtatCase.QUARANTAINE
    )
    return Relance(row.structure, late, refused)


def _convention(work: Work) -> Convention:
    current = work.conventions.current()
    if current is None:
        raise NoConvention
    return current.convention


def _letter(relance: Relance, convention: Convention, today: date) -> RelanceImprimee:
    return RelanceImprimee(
        convention.animateur,
        convention.contact,
        relance.structure.nom,
        relance.structure.id,
        today,
        reminder_words.OBJET,
        tuple(_corps(relance, convention, today)),
    )


def _corps(relance: Relance, convention: Convention, today: date) -> Iterable[str]:
    yield reminder_words.BONJOUR
    if relance.mois:
        yield reminder_words.late(relance.mois, today)
        yield from reminder_words.items(french.month_and_year(m.premier) for m in relance.mois)
    if relance.refuses:
        yield reminder_words.refused(relance.refuses)
        yield from reminder_words.items(map(_refusal, relance.refuses))
    yield reminder_words.POURQUOI
    yield reminder_words.COMMENT
    yield from reminder_words.items(reminder_words.ways(convention.canaux))
    yield reminder_words.calendar(convention.jour_limite)
    yield reminder_words.contact(convention)
    yield reminder_words.SALUTATIONS


def _refusal(refus: Refus) -> str:
    month = french.month_and_year(refus.mois.premier)
    return f"{month}{french.NBSP}: {' '.join(phrase(refus.motif))}"
