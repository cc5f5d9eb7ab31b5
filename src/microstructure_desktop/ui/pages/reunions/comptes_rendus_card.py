"""MinutesCard: one meeting's minutes, who was discussed, and what was added since."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.ids import PatientId
from microstructure_desktop.services.additifs import AdditifImprime
from microstructure_desktop.services.comptes_rendus import CompteRendu
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.tag import Tag

from . import comptes_rendus_words as words
from . import words as meeting_words

_STRICT = f"Imprimer avec les initiales et le n°{NBSP}de dossier"
_STRICT_WHY = "Ce qui est écrit dans les textes n’est pas réécrit."
_ALWAYS = "Le cabinet imprime toujours ainsi (Réglages, Le cabinet)."


class MinutesCard(Card):
    """Signals:
    extract_clicked: the PatientId whose part is wanted for their file.
    add_clicked: the person wants to add something.
    """

    extract_clicked = Signal(str)
    add_clicked = Signal()

    def __init__(self, discretion: Discretion, parent: QWidget | None = None) -> None:
        super().__init__("Compte rendu", parent=parent)
        self._discretion = discretion
        self._found: CompteRendu | None = None
        self.tag = Tag("")
        self.day = Label("", "secondary")
        self.present = Paragraph("", "secondary")
        self.strict = CheckBox(_STRICT)
        self.strict_note = NoteLine("info")
        self.held = NoteLine("eye-off", "", "secondary", "warn", ink="text")
        self._people = column(spacing=2)
        self._added = column(spacing=12)
        self.add_button = Button("Ajouter un additif…", "normal", "plus")
        self.add_button.clicked.connect(self.add_clicked)
        self.body.addWidget(self.day)
        self.body.addLayout(row(self.tag, None))
        self.body.addWidget(self.present)
        self.body.addWidget(self.strict)
        self.body.addWidget(self.strict_note)
        self.body.addWidget(self.held)
        self.body.addSpacing(4)
        self.body.addWidget(Label("Personnes évoquées", "label"))
        self.body.addLayout(self._people)
        self.body.addSpacing(4)
        self._added_title = Label("Additifs", "label")
        self.body.addWidget(self._added_title)
        self.body.addLayout(self._added)
        self.body.addLayout(row(self.add_button, None))
        discretion.changed.connect(self._name)

    def show_minutes(self, found: CompteRendu) -> None:
        self._found = found
        assert self.title is not None
        self.title.setText(words.title(found.ligne))
        self.tag.set_tag(words.version(found.ligne), "info" if found.ligne.additifs else "mute")
        self.day.setText(meeting_words.title_date(found.ligne.jour))
        there = ", ".join(m.nom_affiche for m in found.presents)
        self.present.setText(f"Présents{NBSP}: {there}")
        self.held.set_text(words.held_back(found.retenues, found.additifs_retenus))
        self.strict.setChecked(found.initiales)
        self.strict.setEnabled(not found.initiales)
        self.strict_note.set_text(_ALWAYS if found.initiales else _STRICT_WHY)
        self._name()

    def extracts(self) -> tuple[Button, ...]:
        return tuple(b for b in self.findChildren(Button) if b.text() == "Extrait")

    def _name(self) -> None:
        """The people, by their name or not; each with the way to their part alone."""
        if self._found is None:
            return
        clear(self._people)
        clear(self._added)
        for patient_id, patient in self._found.patients:
            self._people.addWidget(self._person(patient_id, self._discretion.name(patient)))
        for additif in self._found.additifs:
            self._added.addWidget(self._addition(additif, self._found))
        if not self._found.additifs:
            self._added.addWidget(Label("Rien n’a été ajouté depuis la clôture.", "secondary"))

    def _person(self, patient_id: PatientId, name: str) -> QWidget:
        button = Button("Extrait", "link", "file-output", tip="Sa partie seule, pour son dossier")
        button.setAccessibleName(f"Extrait pour {name}")
        button.clicked.connect(partial(self.extract_clicked.emit, patient_id))
        line = row(Label(name, "body"), button)
        line.setStretch(0, 1)
        return boxed(line)

    def _addition(self, additif: AdditifImprime, found: CompteRendu) -> QWidget:
        about = words.about(additif, found, self._discretion)
        text = Paragraph(additif.texte, "body")
        text.set_selectable()
        return boxed(
            column(
                Label(words.signed(additif), "label"),
                Paragraph(f"{about} · empreinte {additif.empreinte}", "caption"),
                text,
                spacing=2,
            )
        )


def counted(closed: int) -> str:
    return texts.count(closed, "compte rendu", "comptes rendus")
