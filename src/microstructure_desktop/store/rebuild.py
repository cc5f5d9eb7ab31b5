"""Fill a list again from the latest revisions, when a migration changed its columns."""

from collections.abc import Iterable
from typing import Any

from .tables import KINDS

HEADS = (
    "select r.seq, r.payload from revision r "
    "join (select max(seq) as last from revision where kind = ? group by entity) h "
    "on h.last = r.seq where r.op <> 'void' and r.payload is not null"
)


def rebuild(connection: Any, names: Iterable[str]) -> None:
    """Inside the caller's transaction; `names` are those of kinds, whose tables are empty."""
    wanted = set(names)
    for kind in KINDS:
        if kind.name in wanted:
            heads = connection.execute(HEADS, (kind.name,)).fetchall()
            rows = [kind.row(kind.decode(payload), seq) for seq, payload in heads]
            connection.executemany(kind.put, rows)
