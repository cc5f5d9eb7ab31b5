"""Read-only lists for screens and reports: columns only, no content is decoded."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from microstructure_desktop.domain.consultation import SANS_PATIENT, Issue, TypeActe
from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.ids import ConsultationId, MembreId, PatientId

from .revisions import Revisions

_NOT_MET = ", ".join(f"'{kind}'" for kind in sorted(SANS_PATIENT))
_PATIENTS = """
{found}
select p.id, p.numero, p.nom, p.prenom, p.naissance, p.sexe, i.debut, i.fin,
    (select c.jour from consultation c where c.patient = p.id and c.issue = 'HONORE'
     and c.type not in ({not_met}) order by c.jour desc limit 1),
    i.programme, {alias}
from {people}
left join inclusion i on i.patient = p.id and (i.debut, i.id) = (
    select l.debut, l.id from inclusion l where l.patient = p.id
    order by l.debut desc, l.id desc limit 1
)
{order}
"""
# Only an alias has no first name; what is recorded is read for those alone.
_ALIAS = """case when p.prenom = '' then
    (select json_extract(r.payload, '$.anonyme') from revision r where r.seq = p.head) end"""
_ACTIVITY = """
select jour, patient, role, type, lieu, issue, duree from consultation
where jour between ? and ? order by jour
"""
# The last revision of each says whose it is and of which day: where its line stands.
_NAMED = """
select c.id, c.jour, c.patient, c.role, c.type, c.lieu, c.issue, c.duree
from json_each(?) q
cross join revision r on r.seq = (select max(s.seq) from revision s where s.entity = q.value)
cross join consultation c on c.patient = json_extract(r.payload, '$.patient')
    and c.jour = json_extract(r.payload, '$.jour') and c.id = q.value
"""
_PROFESSIONALS = """
select distinct json_extract(r.payload, '$.membre')
from consultation c join revision r on r.seq = c.head where c.jour between ? and ?
"""
_ACTS_OF = """
select jour, patient, role, type, lieu, issue, duree from consultation
where patient = ? order by jour, heure, id
"""
_ACTIVITY_OF = _ACTIVITY.replace("order by", "and role = ? order by")
_PEOPLE_MET = f"""
select count(distinct patient) from consultation
where jour between ? and ? and issue = 'HONORE' and type not in ({_NOT_MET})
"""  # noqa: S608 -- codes of our own list
# One step of the index for each person, whatever the years behind them.
_KEPT = """
select q.value, (select c.jour from consultation c where c.patient = q.value
    and c.issue = 'HONORE' and {which} and c.jour <= ?
    order by c.jour {order} limit 1)
from json_each(?) q
"""
_MET = f"c.type not in ({_NOT_MET})"
_RELATIVE = f"c.type = '{TypeActe.ENTRETIEN_ENTOURAGE}'"
_REGISTERED = """
select q.value, (select min(r.at) from revision r where r.entity = q.value) from json_each(?) q
"""
_EVERYBODY = _PATIENTS.format(
    found="", people="patient p", not_met=_NOT_MET, alias=_ALIAS,
    order="where p.absorbe_par is null order by p.tri, p.id",
)  # fmt: skip
_FOUND = "found f join patient p on p.tri = f.tri and p.id = f.id"


@dataclass(frozen=True, slots=True)
class PatientRow:
    """One line of the list; the dates and programme are those of the latest inclusion."""

    id: PatientId
    numero: int
    nom: str
    prenom: str
    naissance: date
    sexe: str
    inclus_le: date | None
    sorti_le: date | None
    dernier_acte: date | None
    programme: str | None
    anonyme: bool = False


@dataclass(frozen=True, slots=True)
class ActRow:
    """One consultation as counting reads it (domain.consultation.Acte); `duree` in minutes."""

    jour: date
    patient: PatientId
    role: Role
    type: TypeActe
    lieu: str
    issue: Issue
    duree: int

    @property
    def honoree(self) -> bool:
        return self.issue is Issue.HONORE

    @property
    def entourage(self) -> bool:
        return self.type is TypeActe.ENTRETIEN_ENTOURAGE

    @property
    def sans_patient(self) -> bool:
        return self.type in SANS_PATIENT


def patient_rows(revisions: Revisions, found: str, *values: object) -> list[PatientRow]:
    """The lines of those that `found` gives (tri, id, rang), the highest rank first, then by name.

    `found` is a common table expression of that name.
    """
    order = "order by f.rang desc, p.tri, p.id"
    asked = _PATIENTS.format(
        found=f"with {found}", people=_FOUND, not_met=_NOT_MET, alias=_ALIAS, order=order
    )
    return _lines(revisions, asked, *values)


def _lines(revisions: Revisions, asked: str, *values: object) -> list[PatientRow]:
    rows = revisions.run(asked, *values)
    return [
        PatientRow(
            id_,
            numero,
            nom,
            prenom,
            _day(naissance),
            sexe,
            debut and _day(debut),
            fin and _day(fin),
            acte and _day(acte),
            programme,
            bool(alias),
        )
        for id_, numero, nom, prenom, naissance, sexe, debut, fin, acte, programme, alias in rows
    ]


class Queries:
    def __init__(self, revisions: Revisions) -> None:
        self._revisions = revisions

    def patients(self) -> list[PatientRow]:
        """Everybody, by name."""
        return _lines(self._revisions, _EVERYBODY)

    def activity(self, first: date, last: date) -> list[ActRow]:
        """The consultations of a period, kept or not, both days included."""
        rows = self._revisions.run(_ACTIVITY, first.isoformat(), last.isoformat())
        return [_act(*row) for row in rows]

    def activity_of(self, role: Role, first: date, last: date) -> list[ActRow]:
        """Those of one profession."""
        rows = self._revisions.run(_ACTIVITY_OF, first.isoformat(), last.isoformat(), role.value)
        return [_act(*row) for row in rows]

    def acts_of(self, patient: PatientId) -> list[ActRow]:
        """All the consultations with one person, kept or not."""
        return [_act(*row) for row in self._revisions.run(_ACTS_OF, patient)]

    def acts(self, which: Iterable[ConsultationId]) -> dict[ConsultationId, ActRow]:
        """What these consultations say now; those taken back left out."""
        rows = self._revisions.run(_NAMED, json.dumps(sorted(which)))
        return {name: _act(*row) for name, *row in rows}

    def people_met(self, first: date, last: date) -> int:
        """How many people were met in a period."""
        ((number,),) = self._revisions.run(_PEOPLE_MET, first.isoformat(), last.isoformat())
        return int(number)

    def professionals(self, first: date, last: date) -> frozenset[MembreId]:
        """Who held the consultations of a period."""
        rows = self._revisions.run(_PROFESSIONALS, first.isoformat(), last.isoformat())
        return frozenset(membre for (membre,) in rows)

    def first_act(self) -> date | None:
        """The first day that anything happened."""
        jour = self._revisions.run("select min(jour) from consultation")[0][0]
        return _day(jour) if jour else None

    def first_kept_acts_of(
        self, who: Iterable[PatientId], role: Role | None = None
    ) -> dict[PatientId, date]:
        """The first day each of these people was met, by one profession or by any; those never met
        left out.
        """
        which = _MET if role is None else f"{_MET} and c.role = '{role}'"
        return self._kept("asc", who, date.max, which)

    def first_relatives_acts_of(self, who: Iterable[PatientId]) -> dict[PatientId, date]:
        """The first day a relative of each of these people was met."""
        return self._kept("asc", who, date.max, _RELATIVE)

    def last_kept_acts_of(self, who: Iterable[PatientId], until: date) -> dict[PatientId, date]:
        """The last day each of these people was met up to a day."""
        return self._kept("desc", who, until, _MET)

    def registered(self, who: Iterable[PatientId]) -> dict[PatientId, datetime]:
        """When each of these people was registered."""
        found = self._revisions.run(_REGISTERED, json.dumps(sorted(who)))
        return {p: datetime.fromtimestamp(at / 1000, UTC) for p, at in found if at is not None}

    def _kept(
        self, order: str, who: Iterable[PatientId], until: date, which: str
    ) -> dict[PatientId, date]:
        asked = _KEPT.format(order=order, which=which)
        found = self._revisions.run(asked, until.isoformat(), json.dumps(sorted(who)))
        return {patient: _day(jour) for patient, jour in found if jour is not None}


_day = date.fromisoformat


def _act(  # noqa: PLR0913, PLR0917 -- the columns of a row, in their order
    jour: str, patient: PatientId, role: str, type_: str, lieu: str, issue: str, duree: int
) -> ActRow:
    return ActRow(_day(jour), patient, Role(role), TypeActe(type_), lieu, Issue(issue), duree)
