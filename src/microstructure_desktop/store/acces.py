"""The access log in one transaction: append a line, read a page, prune what is a year old."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from microstructure_desktop.domain.acces import Acces, Action, Filtre, Purge
from microstructure_desktop.domain.ids import MembreId, PatientId

from .acces_chain import COLUMNS, AccesChain, Head
from .revisions import Signature

_NAMES = (*COLUMNS, "mac")
_INSERT = f"insert into acces ({', '.join(_NAMES)}) values ({', '.join('?' * len(_NAMES))})"  # noqa: S608
_READ = "select at, membre, action, patient, objet, detail, motif, seq from acces where {} "
_PAGE = f"{_READ} order by at desc, seq desc limit ?"
_LATELY = (
    "select 1 from acces where {place} = ? and at > ? and at <= ? and membre = ? "
    "and action = ? and objet = ? and detail = ? limit 1"
)
_LAST = "select membre, max(at) from acces where action <> ? group by membre"
_OLDEST = "select min(at) from acces"
_DEVICES = "select distinct device from acces"
_KEPT = "select dseq from acces where device = ? and at >= ? order by dseq limit 1"
_LAST_GONE = (
    "select dseq, mac, at from acces where device = ? and dseq < ? order by dseq desc limit 1"
)
_ANCHOR = (
    "insert into acces_ancre (device, dseq, mac, derniere, le, sceau) values (?, ?, ?, ?, ?, ?) "
    "on conflict (device) do update set dseq = excluded.dseq, mac = excluded.mac, "
    "derniere = excluded.derniere, le = excluded.le, sceau = excluded.sceau"
)
_DROP = "delete from acces where device = ? and dseq <= ?"
_PURGE = "select derniere, le from acces_ancre order by le desc limit 1"
_BEYOND = 2**62
_NO_LIMIT = -1  # as SQLite says it


class AccessLog:
    """`head` moves with each line; lists are not told, for they show nothing of it."""

    def __init__(
        self, connection: Connection, chain: AccesChain, head: Head, signature: Signature | None
    ) -> None:
        self._connection = connection
        self._chain = chain
        self._signature = signature
        self.head = head

    def note(
        self,
        action: Action,
        *,
        patient: PatientId | None = None,
        objet: str = "",
        detail: str = "",
        motif: str = "",
    ) -> None:
        """Append a line about who writes in this transaction, now."""
        signature = self._writable()
        self.append(Acces(signature.at, signature.author, action, patient, objet, detail, motif))

    def append(self, acces: Acces) -> None:
        """Append a line about what happened a moment ago, perhaps to somebody else."""
        self._writable()
        fields = (
            self._chain.device,
            self.head.dseq + 1,
            _ms(acces.at),
            acces.membre,
            acces.action.value,
            acces.patient,
            acces.objet,
            acces.detail,
            acces.motif,
        )
        mac = self._chain.mac(self.head.mac, fields)
        self._run(_INSERT, *fields, mac)
        self.head = Head(self.head.dseq + 1, mac)

    def page(self, filtre: Filtre, before: Acces | None, limit: int) -> list[Acces]:
        """The latest first; `before`: the last line of the page already read."""
        where, values = _where(filtre)
        if before is not None:
            where.append("(at, seq) < (?, ?)")
            values += [_ms(before.at), before.seq]
        rows = self._run(_PAGE.format(" and ".join(where) or "1"), *values, limit)
        return [_acces(*row) for row in rows]

    def every(self, filtre: Filtre) -> list[Acces]:
        """All that the log keeps of it, the latest first."""
        return self.page(filtre, None, _NO_LIMIT)

    def lately(self, acces: Acces, within: timedelta) -> bool:
        """Whether the same person did the same less than `within` before."""
        place, value = ("patient", acces.patient) if acces.patient else ("objet", acces.objet)
        at = _ms(acces.at)
        since = at - within // timedelta(milliseconds=1)
        sql = _LATELY.format(place=place)
        same = acces.membre, acces.action.value, acces.objet, acces.detail
        return bool(self._run(sql, value, since, at, *same))

    def last_of_each(self) -> dict[MembreId, datetime]:
        """When each member did anything last; a refused passphrase is not theirs."""
        rows = self._run(_LAST, Action.ECHEC_CONNEXION.value)
        return {MembreId(membre): _instant(at) for membre, at in rows}

    def prune(self, limit: datetime) -> int:
        """Remove the lines before an instant from the beginning of each device's log; how many.

        Where the clock went backwards, a line stays as long as one before it does.
        """
        signature = self._writable()
        ((oldest,),) = self._run(_OLDEST)
        if oldest is None or oldest >= _ms(limit):
            return 0
        devices = [device for (device,) in self._run(_DEVICES)]
        return sum(self._prune(device, _ms(limit), _ms(signature.at)) for device in devices)

    def purge(self) -> Purge | None:
        """What was pruned last."""
        rows = self._run(_PURGE)
        return Purge(_instant(rows[0][0]), _instant(rows[0][1])) if rows else None

    def _prune(self, device: str, limit: int, at: int) -> int:
        kept = self._run(_KEPT, device, limit)
        gone = self._run(_LAST_GONE, device, kept[0][0] if kept else _BEYOND)
        if not gone:
            return 0
        dseq, mac, derniere = gone[0]
        seal = self._chain.seal((device, dseq, mac.hex(), derniere, at))
        self._run(_ANCHOR, device, dseq, mac, derniere, at, seal)
        return self._connection.exec_driver_sql(_DROP, (device, dseq)).rowcount

    def _writable(self) -> Signature:
        if self._signature is None:
            raise RuntimeError("opened for reading")
        return self._signature

    def _run(self, sql: str, *values: Any) -> list[Any]:
        result = self._connection.exec_driver_sql(sql, values)
        return list(result.fetchall()) if result.returns_rows else []


def _where(filtre: Filtre) -> tuple[list[str], list[Any]]:
    where: list[str] = []
    values: list[Any] = []
    if filtre.patients is not None:
        people, things = ("?, " * len(them) + "''" for them in (filtre.patients, filtre.objets))
        where.append(f"(patient in ({people}) or (objet <> '' and objet in ({things})))")
        values += [*filtre.patients, *filtre.objets]
    for column, wanted in (("membre", filtre.membre), ("action", filtre.action)):
        if wanted is not None:
            where.append(f"{column} = ?")
            values.append(str(wanted))
    for sign, instant in ((">=", filtre.debut), ("<", filtre.fin)):
        if instant is not None:
            where.append(f"at {sign} ?")
            values.append(_ms(instant))
    return where, values


def _acces(at: int, membre: str, action: str, patient: str | None, *rest: Any) -> Acces:
    who = PatientId(patient) if patient is not None else None
    return Acces(_instant(at), MembreId(membre), Action(action), who, *rest)


def _ms(instant: datetime) -> int:
    return int(instant.timestamp() * 1000)


def _instant(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC)
