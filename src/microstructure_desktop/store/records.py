"""Read and write one kind of record; the small files beside add what is particular to each."""

from typing import Any, Generic

from microstructure_desktop.domain.ids import RevisionId

from .revisions import Revisions
from .tables import Kind, T


class Records(Generic[T]):
    kind: Kind[T]

    def __init__(self, revisions: Revisions) -> None:
        self._revisions = revisions

    def get(self, record_id: str) -> T:
        """The current state of one record.

        Raises:
            RecordMissing: unknown, or voided.
        """
        return self._revisions.get(self.kind, record_id)

    def at(self, revision: RevisionId) -> T:
        """What one revision said.

        Raises:
            RecordMissing: unknown, or legally erased.
        """
        return self.kind.decode(self._revisions.payload(revision))

    def all(self) -> list[T]:
        return self._read(self.kind.all)

    def save(self, record: T, based_on: RevisionId | None = None) -> RevisionId:
        """Append a revision.

        Raises:
            StaleRevision: somebody saved this record after `based_on`.
        """
        return self._revisions.save(self.kind, record, based_on)

    def _read(self, sql: str, *values: Any) -> list[T]:
        decode = self.kind.decode
        return [decode(payload) for (payload,) in self._revisions.run(sql, *values)]


class VoidableRecords(Records[T]):
    """Records that can be taken back, with a reason."""

    def void(self, record_id: str, reason: str) -> RevisionId:
        return self._revisions.void(self.kind, record_id, reason)


class PatientRecords(VoidableRecords[T]):
    """Records about one patient."""

    def of(self, patient: str) -> list[T]:
        """In the order of their dates."""
        return self._read(self.kind.of_patient, patient)
