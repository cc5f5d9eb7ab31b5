"""Read and write documents, their contents, and the letters of the cabinet."""

from microstructure_desktop.domain.document import DocumentRecu, Lettre
from microstructure_desktop.domain.ids import DocumentId

from .failures import RecordMissing
from .records import PatientRecords
from .tables import DOCUMENT, LETTRE

_PUT = "insert into piece (id, patient, contenu) values (?, ?, ?)"
_GET = "select contenu from piece where id = ?"


class Documents(PatientRecords[DocumentRecu]):
    kind = DOCUMENT

    def add(self, document: DocumentRecu, contenu: bytes) -> None:
        """Save a new document with its content, which never changes."""
        self.save(document)
        self._revisions.write(DOCUMENT.name, _PUT, document.id, document.patient, contenu)

    def contenu(self, document_id: DocumentId) -> bytes:
        """The bytes of a document.

        Raises:
            RecordMissing: unknown, or legally erased.
        """
        rows = self._revisions.run(_GET, document_id)
        if not rows:
            raise RecordMissing
        return bytes(rows[0][0])


class Lettres(PatientRecords[Lettre]):
    kind = LETTRE
