"""A morning at the cabinet whose every name and text can be searched for in what was written."""

import logging
import os
import sys
import tempfile
from dataclasses import replace
from datetime import date, time
from pathlib import Path

from microstructure_desktop import log, settings
from microstructure_desktop.domain.patient import Sexe
from microstructure_desktop.services import consultations, documents, patients, recherche, unlock
from microstructure_desktop.services.office import today
from microstructure_desktop.services.patients import PatientSaisie
from microstructure_desktop.store.failures import StaleRevision

from .writer import psychologist

CANARY = "Zyxwvutsrq"
CAREFUL, CARELESS = "soigneux", "negligent"
SPELLINGS = {
    text.encode(code)
    for text in (CANARY, CANARY.lower(), CANARY.upper())
    for code in ("utf-8", "utf-16-le", "utf-16-be")
}
WANTED = (*SPELLINGS, b"%PDF-")
"""A page is compressed: that one was written is what can be seen."""


def main(folder: str, mode: str) -> None:
    office = psychologist(Path(folder))
    log.set_up(office.home.journaux)
    for number in range(30):
        saisie = PatientSaisie(
            f"{CANARY}{chr(97 + number % 26)}", CANARY, date(1980, 1, 1 + number % 28), Sexe.F
        )
        patient = patients.create(office, saisie)
    opened = consultations.open_seance(office, patient.id)
    texts = replace(
        opened.saisie,
        jour=today(office),
        heure=time(9),
        note_partagee=f"{CANARY} " * 2_000,
        note_personnelle=CANARY * 50,
    )
    consultations.save_draft(office, opened.id, patient.id, {"note_partagee": CANARY * 90})
    consultations.record(office, opened.id, patient.id, texts)
    try:
        consultations.record(office, opened.id, patient.id, texts)
    except StaleRevision:
        logging.getLogger("microstructure_desktop.scenario").exception("refused: %s", "again")
    assert recherche.search(office, CANARY.lower())
    printed = documents.parcours(office, patient.id)
    assert CANARY not in printed.titre
    assert printed.pdf.startswith(b"%PDF-")
    office.store._raw.execute("select payload from revision order by payload desc").fetchall()
    office.store._raw.execute("vacuum")
    settings.save(office.home.settings_file, settings.Settings(dernier_membre=office.membre.id))
    if mode == CARELESS:
        with tempfile.NamedTemporaryFile(dir=os.environ["TMPDIR"]) as kept:
            kept.write(printed.pdf + CANARY.encode())
            kept.flush()
    unlock.close(office)


if __name__ == "__main__":
    main(*sys.argv[1:])
