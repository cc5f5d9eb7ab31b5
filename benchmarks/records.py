"""Open one patient's record, and save one session."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from sqlalchemy import event

from microstructure_desktop.domain.ids import ConsultationId, PatientId, new_id
from microstructure_desktop.services import consultations, dossiers, unlock
from microstructure_desktop.services.office import Office

from .measure import Ratio, paired
from .stores import TODAY, cabinet, fill, moved, session

PAGE = b"x" * 8192


def run(folder: Path) -> list[Ratio]:
    office = moved(cabinet(folder), datetime(2026, 11, 19, 13, tzinfo=UTC))
    patient = fill(office, 1000)[0]
    raw = office.store._raw
    asked = _statements(office, patient)
    loaded, rows = paired(
        lambda: dossiers.dossier(office, patient),
        lambda: [raw.execute(sql, values).fetchall() for sql, values in asked],
    )
    days = count(1)

    def append() -> None:
        made = session(office, patient, TODAY - timedelta(days=next(days)))
        with office.store.begin(office.membre.id, office.now()) as work:
            work.consultations.save(made)

    def record() -> None:
        opened = consultations.open_seance(office, patient)
        jour = TODAY - timedelta(days=next(days))
        saisie = replace(opened.saisie, jour=jour, note_partagee="Sommeil amélioré. " * 28)
        consultations.record(office, ConsultationId(new_id()), patient, saisie)

    descriptor = os.open(folder / "limite.bin", os.O_CREAT | os.O_WRONLY)

    def write() -> None:
        os.pwrite(descriptor, PAGE, 0)
        os.fdatasync(descriptor)

    saved, synced = paired(append, write, 60)
    recorded, synced_again = paired(record, write, 60)
    os.close(descriptor)
    unlock.close(office)
    disk = "8 Ko écrits et synchronisés"
    return [
        Ratio("dossier de 50 séances chargé", "mêmes requêtes, pilote nu", loaded, rows, 1.6),
        Ratio("un enregistrement durable, chaîne comprise", disk, saved, synced, 2.5),
        Ratio("« Terminer la séance », ouverture comprise", disk, recorded, synced_again),
    ]


def _statements(office: Office, patient: PatientId) -> list[tuple[str, tuple[object, ...]]]:
    """What opening the record asks of the database."""
    asked: list[tuple[str, tuple[object, ...]]] = []

    def keep(_connection, _cursor, sql, values, _context, _many) -> None:
        # An opening is also noted in the access log, which refuses the same line twice.
        if not sql.lower().startswith("insert"):
            asked.append((sql, tuple(values)))

    engine = office.store._engine
    event.listen(engine, "before_cursor_execute", keep)
    dossiers.dossier(office, patient)
    event.remove(engine, "before_cursor_execute", keep)
    return asked
