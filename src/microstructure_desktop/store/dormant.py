"""Who had no act for years: computed once, then for those alone of whom something is written.

It stands in a table of the connection's memory, so that a search at each key leaves them out
without reading a record. Nothing of it is in the file.
"""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from microstructure_desktop.domain.ids import PatientId

if TYPE_CHECKING:
    from .revisions import Revisions

HIDDEN = "exists (select 1 from temp.dormant d where d.patient = p.id)"
"""What a search adds to its question, once `refresh` was called."""
_TABLES = (
    "create temp table if not exists dormant (patient text not null primary key) without rowid",
    "create temp table if not exists dormant_state (seq integer not null, day text not null)",
)
_STATE = "select seq, day from temp.dormant_state"
_SEQ = "select coalesce(max(seq), 0) from revision"
_DATED = ("consultation", "rendez_vous", "fiche", "document", "lettre", "declaration", "demande")
_LATEST = (
    "coalesce((select k.jour from {} k where k.patient = p.id order by k.jour desc limit 1), '')"
)
# An episode that goes on is an act of every day.
_EPISODE = """coalesce((select max(max(i.debut, coalesce(i.fin, '9999-12-31')))
    from inclusion i where i.patient = p.id), '')"""
_ASKED = """coalesce((select substr(q.posee_le, 1, 10) from question q
    where q.patient = p.id order by q.posee_le desc limit 1), '')"""
_ACTS = ", ".join((*map(_LATEST.format, _DATED), _EPISODE, _ASKED))
_LAST = f"select p.id, max({_ACTS}) from patient p where p.absorbe_par is null"  # noqa: S608
_LAST_OF = f"{_LAST} and p.id in (select value from json_each(?))"  # noqa: S608
_MET = """
select json_extract(s.value, '$.patient'), max(y.jour)
from synthese y join revision r on r.seq = y.head, json_each(r.payload, '$.situations') s
group by 1
"""
_REGISTERED = """
select q.value, (select min(r.at) from revision r where r.entity = q.value) from json_each(?) q
"""
_ABSORBED = "select id, absorbe_par from patient where absorbe_par is not null"
_CHANGED = """
select patient from revision where seq > ?1 and patient is not null
union
select json_extract(s.value, '$.patient') from revision r, json_each(r.payload, '$.situations') s
where r.seq > ?1 and r.kind = 'synthese' and r.payload is not null and r.op <> 'void'
"""
_ALL = "select patient from temp.dormant"
_FORGET = "delete from temp.dormant where patient in (select value from json_each(?))"
_ADD = "insert into temp.dormant select value from json_each(?)"


class Dormant:
    def __init__(self, revisions: "Revisions") -> None:
        self._revisions = revisions

    def refresh(self, limit: date) -> None:
        """Know again who had no act after a day; what nobody wrote about since is not read."""
        for made in _TABLES:
            self._revisions.remember(made)
        ((seq,),) = self._revisions.run(_SEQ)
        known = self._revisions.run(_STATE)
        if known and tuple(known[0]) == (seq, limit.isoformat()):
            return
        if known and known[0][1] == limit.isoformat():
            self._again([p for (p,) in self._revisions.run(_CHANGED, known[0][0])], limit)
        else:
            self._revisions.remember("delete from temp.dormant")
            self._add(self._days(None), limit)
        self._revisions.remember("delete from temp.dormant_state")
        self._revisions.remember(
            "insert into temp.dormant_state values (?, ?)", seq, limit.isoformat()
        )

    def who(self) -> frozenset[PatientId]:
        """Those found by the last `refresh`."""
        return frozenset(PatientId(p) for (p,) in self._revisions.run(_ALL))

    def last_acts(self, who: Iterable[PatientId] | None = None) -> dict[PatientId, date]:
        """The day of everybody's last act, or of these people's; `date.max` while one is followed.

        A session, kept or not, or planned; a fiche; a meeting where they were on the agenda; a
        paper, a letter, a question, what they asked or declared; an episode's end. Of whom nothing
        is known, the day they were registered.
        """
        return self._completed(self._days(who))

    def _days(self, who: Iterable[str] | None) -> dict[str, str]:
        """Their last acts of which a list has the day, "" when there is none."""
        if who is None:
            return dict(map(tuple, self._revisions.run(_LAST)))
        return dict(map(tuple, self._revisions.run(_LAST_OF, json.dumps(sorted(who)))))

    def _completed(self, days: dict[str, str]) -> dict[PatientId, date]:
        """With the meetings about them, else the day they were registered."""
        for patient, jour in self._met().items():
            if patient in days:
                days[patient] = max(days[patient], jour)
        never = [patient for patient, jour in days.items() if not jour]
        for patient, at in self._revisions.run(_REGISTERED, json.dumps(never)):
            days[patient] = datetime.fromtimestamp(at / 1000, UTC).date().isoformat()
        return {PatientId(p): date.fromisoformat(jour) for p, jour in days.items()}

    def _met(self) -> dict[str, str]:
        """The last meeting about each person, by the record of today."""
        into = dict(map(tuple, self._revisions.run(_ABSORBED)))
        found: dict[str, str] = {}
        for written, jour in self._revisions.run(_MET):
            patient = written
            while patient in into:
                patient = into[patient]
            found[patient] = max(jour, found.get(patient, jour))
        return found

    def _again(self, who: Iterable[str], limit: date) -> None:
        changed = sorted(set(who))
        self._revisions.remember(_FORGET, json.dumps(changed))
        self._add(self._days(changed), limit)

    def _add(self, days: dict[str, str], limit: date) -> None:
        """Meetings are long to read: not for those whom something else keeps awake."""
        unsure = {p: jour for p, jour in days.items() if jour <= limit.isoformat()}
        if unsure:
            acts = self._completed(unsure)
            dormant = [patient for patient, jour in acts.items() if jour <= limit]
            self._revisions.remember(_ADD, json.dumps(dormant))
