"""RestorePreview: what a backup would bring back, and what it would not."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QGridLayout, QWidget

from microstructure_desktop.ui import backup_words
from microstructure_desktop.ui.texts import count
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column
from microstructure_desktop.ui.widgets.note_line import NoteLine


@dataclass(frozen=True, slots=True)
class Seen:
    """Read whole, with a secret. `journal`: what is wrong with its access log, a sentence.

    `depuis`: what changes with the key because somebody left since, a sentence.
    """

    cabinet: str
    faite_le: datetime
    patients: int
    derniere_saisie: datetime | None
    formulaires: int = 0
    journal: str = ""
    depuis: str = ""


class RestorePreview(QWidget):
    """`kept`: what becomes of the cabinet in place; empty when there is none."""

    def __init__(self, kept: str) -> None:
        super().__init__()
        self._lines = QGridLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(16)
        self._lines.setVerticalSpacing(6)
        self._lines.setColumnStretch(1, 1)
        self.missing = NoteLine("triangle-alert", "", "secondary", "warn", ink="text")
        self.kept = NoteLine("archive-restore", kept, "secondary", ink="text2")
        self.journal = NoteLine("shield-alert", "", "secondary", "warn", ink="text")
        self.since = NoteLine("key-round", "", "secondary", "warn", ink="text")
        notes = (self.journal, self.since, self.missing, self.kept)
        self.setLayout(column(boxed(self._lines), *notes, spacing=12))

    def show_seen(self, seen: Seen, now: datetime) -> None:
        clear(self._lines)
        last = backup_words.moment(seen.derniere_saisie) if seen.derniere_saisie else "aucune"
        facts = [
            ("Cabinet", seen.cabinet),
            ("Sauvegarde du", backup_words.moment(seen.faite_le)),
            ("Dossiers", count(seen.patients, "patient")),
            ("Dernière saisie", last),
        ]
        if seen.formulaires:
            facts.append(("Formulaires du cabinet", count(seen.formulaires, "fichier")))
        for at, (name, value) in enumerate(facts):
            self._lines.addWidget(Label(name, "secondary"), at, 0)
            self._lines.addWidget(Paragraph(value, "strong"), at, 1)
        self.journal.set_text(seen.journal)
        self.since.set_text(seen.depuis)
        self.missing.set_text(backup_words.missing(seen.faite_le, now))
