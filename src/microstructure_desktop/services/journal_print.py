"""Print who opened one person's record."""

from microstructure_desktop.domain.ids import PatientId

from . import journal
from .documents import Document
from .journal import Demande, Ligne
from .office import Office, today

MOST = 10
"""Pages of the log that are printed, the latest: nobody reads more on paper."""


def document(office: Office, patient_id: PatientId) -> Document:
    """The accesses to a record that the person at the keyboard may read.

    Raises:
        AccessDenied: the role reads nothing of the log.
        RecordMissing: there is no such record.
    """
    from microstructure_desktop.reports.journal import TITLE, JournalImprime, LigneImprimee
    from microstructure_desktop.reports.journal import journal as render

    found, tout = _lines(office, patient_id)
    etat = journal.state(office)
    with office.store.read() as work:
        contenu = JournalImprime(
            work.cabinet.get(),
            work.patients.get(patient_id),
            tuple(LigneImprimee(x.le, x.qui, x.quoi, x.motif) for x in found),
            office.membre,
            tout,
            etat.probleme,
            office.now().astimezone(),
        )
    fichier = f"journal-acces-{today(office):%Y-%m-%d}.pdf"
    return Document(TITLE, fichier, render(contenu), genre="journal", patient=patient_id)


def _lines(office: Office, patient_id: PatientId) -> tuple[list[Ligne], bool]:
    demande = Demande(patient=patient_id)
    page = journal.read(office, demande)
    found = list(page.lignes)
    while page.suite and len(found) < MOST * journal.PAGE:
        page = journal.read(office, demande, found[-1])
        found += page.lignes
    return found, page.tout
