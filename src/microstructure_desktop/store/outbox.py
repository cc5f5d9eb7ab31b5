"""The outbox: sealed bytes, the state of each, and every attempt to hand them over."""

from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from microstructure_desktop.domain.boite_envoi import SUITES, Essai, EtatPli, Pli

from .failures import RecordMissing
from .revisions import Revisions

KIND = "outbox"
_COLUMNS = ", ".join(f.name for f in fields(Pli))
_ADD = (
    "insert into outbox (paquet, periode, sequence, remplace, nom, scelle_le, etat, "
    "prochain_essai, essais, canal, octets) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_ALL = f"select {_COLUMNS} from outbox order by seq"  # noqa: S608 -- our own names
_GET = f"select {_COLUMNS} from outbox where paquet = ?"  # noqa: S608 -- our own names
_OCTETS = "select octets from outbox where paquet = ?"
_CHANGE = "update outbox set etat = ?, prochain_essai = ?, essais = ?, canal = ? where paquet = ?"
_RECEIPT = "update outbox set accuse = ? where paquet = ?"
_RECEIVED = "select accuse from outbox where paquet = ?"
_NOTE = "insert into outbox_journal (paquet, quand, canal, resultat, detail) values (?, ?, ?, ?, ?)"
_JOURNAL = (
    "select paquet, quand, canal, resultat, detail from outbox_journal where paquet = ? "
    "order by seq"
)


class Outbox:
    def __init__(self, revisions: Revisions) -> None:
        self._revisions = revisions

    def add(self, pli: Pli, octets: bytes) -> None:
        """A new one; its bytes can then only be read."""
        self._revisions.write(
            KIND, _ADD, pli.paquet, pli.periode, pli.sequence, pli.remplace, pli.nom,
            _ms(pli.scelle_le), *_state(pli), octets,
        )  # fmt: skip

    def all(self) -> list[Pli]:
        """The first sealed first."""
        return [_pli(*row) for row in self._revisions.run(_ALL)]

    def find(self, paquet: str) -> Pli | None:
        rows = self._revisions.run(_GET, paquet)
        return _pli(*rows[0]) if rows else None

    def get(self, paquet: str) -> Pli:
        """One that is known to be there.

        Raises:
            RecordMissing
        """
        found = self.find(paquet)
        if found is None:
            raise RecordMissing
        return found

    def octets(self, paquet: str) -> bytes:
        """What travels, as it was sealed.

        Raises:
            RecordMissing
        """
        return self._one(_OCTETS, paquet)

    def change(self, pli: Pli) -> None:
        """Its state, attempts and next one; what was sealed stays.

        Raises:
            RecordMissing
            ValueError: a state that cannot follow.
        """
        before = self.get(pli.paquet).etat
        if pli.etat is not before and pli.etat not in SUITES[before]:
            raise ValueError(pli.etat)
        self._revisions.write(KIND, _CHANGE, *_state(pli), pli.paquet)

    def note(self, essai: Essai) -> None:
        """One more line of the journal."""
        quand = _ms(essai.quand)
        self._revisions.write(
            KIND, _NOTE, essai.paquet, quand, essai.canal, essai.resultat, essai.detail
        )

    def journal(self, paquet: str) -> list[Essai]:
        """The oldest first."""
        rows = self._revisions.run(_JOURNAL, paquet)
        return [Essai(p, _utc(quand), c, r, d) for p, quand, c, r, d in rows]

    def receive(self, paquet: str, accuse: bytes) -> None:
        """Keep the animator's receipt as it came."""
        self._revisions.write(KIND, _RECEIPT, accuse, paquet)

    def accuse(self, paquet: str) -> bytes | None:
        """The last receipt, if one came."""
        rows = self._revisions.run(_RECEIVED, paquet)
        return rows[0][0] if rows else None

    def _one(self, sql: str, paquet: str) -> bytes:
        rows = self._revisions.run(sql, paquet)
        if not rows:
            raise RecordMissing
        found: bytes = rows[0][0]
        return found


def _state(pli: Pli) -> tuple[Any, ...]:
    later = None if pli.prochain_essai is None else _ms(pli.prochain_essai)
    return pli.etat.value, later, pli.essais, pli.canal


def _pli(  # noqa: PLR0913, PLR0917 -- the columns of a row
    paquet: str,
    periode: str,
    sequence: int,
    remplace: str | None,
    nom: str,
    scelle_le: int,
    etat: str,
    prochain_essai: int | None,
    essais: int,
    canal: str | None,
) -> Pli:
    later = None if prochain_essai is None else _utc(prochain_essai)
    sealed = _utc(scelle_le)
    return Pli(
        paquet, periode, sequence, remplace, nom, sealed, EtatPli(etat), later, essais, canal
    )


def _ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def _utc(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)
