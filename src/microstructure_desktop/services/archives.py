"""Records that nobody touched for years: out of every list, read again with a reason."""

from datetime import timedelta
from typing import TYPE_CHECKING

from microstructure_desktop.domain.acces import Acces, Action
from microstructure_desktop.errors import AppError

from .durees import regles
from .office import Office, today
from .reunis import courant

if TYPE_CHECKING:
    from microstructure_desktop.domain.ids import PatientId
    from microstructure_desktop.store.work import Work

RELU = timedelta(hours=12)
"""How long a reason typed once opens an archived record to who typed it."""


class DossierArchive(AppError):
    sentence = "Ce dossier est archivé : rien n’y a été fait depuis plusieurs années."
    way_out = (
        "Ouvrez-le depuis « Archives et conservation », avec un motif. "
        "Une nouvelle inclusion ou un rendez-vous le remet dans les listes."
    )


def refresh(office: Office, work: "Work") -> None:
    """Know who is in the archive today."""
    work.dormant.refresh(regles().durees.limite(today(office)))


def archives(office: Office, work: "Work") -> "frozenset[PatientId]":
    """Whose record is in the archive today."""
    refresh(office, work)
    return work.dormant.who()


def check_open(office: Office, patient_id: "PatientId") -> None:
    """Refuse a record of the archive until its reader has said why.

    Raises:
        DossierArchive
    """
    with office.store.read() as work:
        kept = courant(work, patient_id)
        if kept in archives(office, work) and not relu(office, work, kept):
            raise DossierArchive


def relu(office: Office, work: "Work", patient_id: "PatientId") -> bool:
    """Whether the person at the keyboard gave a reason today."""
    acces = Acces(office.now(), office.membre.id, Action.LECTURE_ARCHIVE, patient_id)
    return work.acces.lately(acces, RELU)
