"""The tables of current state: which columns each kind of record is listed and sorted by."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from functools import cached_property
from typing import Any, Generic, TypeVar

import msgspec

from microstructure_desktop.domain.consultation import Consultation, Question, RendezVous
from microstructure_desktop.domain.envoi import Envoi
from microstructure_desktop.domain.equipe import Cabinet, Membre
from microstructure_desktop.domain.fiche import Fiche
from microstructure_desktop.domain.patient import Inclusion, Patient
from microstructure_desktop.domain.synthese import Synthese
from microstructure_desktop.domain.text import normalise

T = TypeVar("T")
Values = tuple[Any, ...]
_encoder = msgspec.json.Encoder(order="deterministic")
CABINET = "cabinet"


@dataclass(frozen=True)
class Kind(Generic[T]):
    """One kind of record: its table, its domain class, its columns besides `id` and `head`.

    `order` sorts every list; the SQL is written once here, from these names only.
    """

    name: str
    content: type[T]
    order: tuple[str, ...]
    columns: tuple[str, ...]
    values: Callable[[Any], Values]
    # `Any`: a frozen field of callables over T cannot vary with it, and lists of kinds mix them.

    def encode(self, record: T) -> str:
        return _encoder.encode(record).decode()

    @cached_property
    def decode(self) -> Callable[[str], T]:
        return msgspec.json.Decoder(self.content).decode

    def identity(self, record: T) -> str:
        return getattr(record, "id", CABINET)

    def patient(self, record: T) -> str | None:
        if isinstance(record, Patient):
            return record.id
        return getattr(record, "patient", None)

    @cached_property
    def _join(self) -> str:
        return f"select r.payload from {self.name} k join revision r on r.seq = k.head "  # noqa: S608

    @cached_property
    def _sorted(self) -> str:
        return " order by " + ", ".join(f"k.{column}" for column in (*self.order, "id"))

    def select(self, where: str = "1") -> str:
        return f"{self._join} where {where} {self._sorted}"

    @cached_property
    def one(self) -> str:
        return self.select("k.id = ?")

    @cached_property
    def every(self) -> str:
        return self.select()

    @cached_property
    def of_patient(self) -> str:
        return self.select("k.patient = ?")

    @cached_property
    def between(self) -> str:
        return self.select("k.jour between ? and ?")

    @cached_property
    def put(self) -> str:
        columns = ("id", "head", *self.columns)
        changes = ", ".join(f"{c} = excluded.{c}" for c in columns[1:])
        return (
            f"insert into {self.name} ({', '.join(columns)}) "  # noqa: S608
            f"values ({', '.join('?' * len(columns))}) on conflict (id) do update set {changes}"
        )

    @cached_property
    def drop(self) -> str:
        return f"delete from {self.name} where id = ?"  # noqa: S608

    @cached_property
    def rows(self) -> str:
        return f"select {', '.join(('id', 'head', *self.columns))} from {self.name}"  # noqa: S608


def _patient(p: Patient) -> Values:
    naissance = p.naissance
    telephone = "".join(c for c in p.telephone if c.isdigit())
    recherche = normalise(
        f"{p.nom} {p.prenom} {p.dossier} {naissance:%d/%m/%Y} {naissance:%d%m%Y} "
        f"{naissance.year:04} {telephone}"
    )
    tri = normalise(f"{p.nom} {p.prenom}")
    return tri, p.numero, p.nom, p.prenom, naissance.isoformat(), p.sexe.value, recherche


def _inclusion(i: Inclusion) -> Values:
    return i.patient, i.debut.isoformat(), i.programme, i.fin and i.fin.isoformat()


def _consultation(c: Consultation) -> Values:
    when = c.jour.isoformat(), c.heure.isoformat()
    return (c.patient, *when, c.role.value, c.type.value, c.lieu, c.issue.value, c.duree)


def _rendez_vous(r: RendezVous) -> Values:
    return r.patient, r.jour.isoformat(), r.heure.isoformat()


PATIENT = Kind(
    "patient",
    Patient,
    ("tri",),
    ("tri", "numero", "nom", "prenom", "naissance", "sexe", "recherche"),
    _patient,
)
INCLUSION = Kind(
    "inclusion", Inclusion, ("debut",), ("patient", "debut", "programme", "fin"), _inclusion
)
CONSULTATION = Kind(
    "consultation",
    Consultation,
    ("jour", "heure"),
    ("patient", "jour", "heure", "role", "type", "lieu", "issue", "duree"),
    _consultation,
)
RENDEZ_VOUS = Kind(
    "rendez_vous", RendezVous, ("jour", "heure"), ("patient", "jour", "heure"), _rendez_vous
)
QUESTION = Kind(
    "question",
    Question,
    ("posee_le",),
    ("patient", "posee_le"),
    lambda q: (q.patient, q.posee_le.astimezone(UTC).isoformat()),
)
FICHE = Kind(
    "fiche", Fiche, ("jour",), ("patient", "jour"), lambda f: (f.patient, f.jour.isoformat())
)
SYNTHESE = Kind("synthese", Synthese, ("jour",), ("jour",), lambda s: (s.jour.isoformat(),))
ENVOI = Kind("envoi", Envoi, ("sequence",), ("sequence",), lambda e: (e.sequence,))
MEMBRE = Kind("membre", Membre, (), (), lambda _: ())
CABINETS = Kind(CABINET, Cabinet, (), (), lambda _: ())

KINDS: tuple[Kind[Any], ...] = (
    CABINETS,
    MEMBRE,
    PATIENT,
    INCLUSION,
    CONSULTATION,
    RENDEZ_VOUS,
    QUESTION,
    FICHE,
    SYNTHESE,
    ENVOI,
)
