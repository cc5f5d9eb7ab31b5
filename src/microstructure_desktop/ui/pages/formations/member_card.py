"""MemberCard: what one member followed, what is missing, the certificates."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.services import formations
from microstructure_desktop.services.formations import LigneFormation, SuiviMembre
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.role_words import ROLE_WORDS
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.avatar import RoleDot
from microstructure_desktop.ui.widgets.buttons import Button, IconButton
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.rule import Rule
from microstructure_desktop.ui.widgets.themed import show_when


class MemberCard(Card):
    """Signals:
    add_asked: another training of this member.
    edit_asked: LigneFormation, to correct.
    remove_asked: LigneFormation, to take back.
    open_asked: DocumentRecu, the certificate to read.
    """

    add_asked = Signal()
    edit_asked = Signal(object)
    remove_asked = Signal(object)
    open_asked = Signal(object)

    def __init__(self, suivi: SuiviMembre, reference: Reference, *, may_write: bool) -> None:
        super().__init__()
        self.suivi = suivi
        self._reference = reference
        self._may_write = may_write
        membre = suivi.membre
        said = (
            ROLE_WORDS[membre.role.value]
            if membre.actif
            else f"{ROLE_WORDS[membre.role.value]}, compte suspendu"
        )
        names = column(Label(membre.nom_complet, "card"), Label(said, "secondary"), spacing=1)
        head = row(RoleDot(membre.role.value, 36), spacing=12)
        head.addLayout(names, 1)
        self.add_button = Button("Ajouter", "link", "plus")
        self.add_button.setAccessibleName(f"Ajouter une formation{NBSP}: {membre.nom_complet}")
        show_when(self.add_button, may_write)
        self.add_button.clicked.connect(self.add_asked)
        head.addWidget(self.add_button)
        self.body.addLayout(head)
        phrase = formations.phrase(suivi, reference)
        done = bool(phrase) and not suivi.manque
        sign, tone = ("circle-check", "ok") if done else ("circle-dashed", "text3")
        self.state = NoteLine(sign, phrase, "secondary", tone, ink="text2")
        self.body.addWidget(self.state)
        for ligne in suivi.lignes:
            self.body.addWidget(Rule())
            self.body.addWidget(self._line(ligne))

    def _line(self, ligne: LigneFormation) -> QWidget:
        formation = ligne.formation
        theme = self._reference.libelle(formations.THEMES, formation.theme)
        facts = (
            formations.dates(formation),
            theme,
            formation.organisme,
            formations.heures(formation.heures),
        )
        told = column(
            Paragraph(formation.intitule, "strong"),
            Paragraph(" · ".join(filter(None, facts)), "secondary"),
            spacing=2,
        )
        line = row(spacing=8)
        line.addLayout(told, 1)
        if ligne.attestation is not None:
            paper = Button("Attestation", "link", "file-text")
            paper.setAccessibleName(f"Attestation{NBSP}: {formation.intitule}")
            paper.clicked.connect(partial(self.open_asked.emit, ligne.attestation))
            line.addWidget(paper)
        else:
            line.addWidget(Label("Sans attestation", "caption"))
        if self._may_write:
            edit = IconButton("pencil", f"Corriger{NBSP}: {formation.intitule}", "quiet")
            edit.clicked.connect(partial(self.edit_asked.emit, ligne))
            remove = IconButton("trash-2", f"Retirer{NBSP}: {formation.intitule}", "quiet")
            remove.clicked.connect(partial(self.remove_asked.emit, ligne))
            line.addWidget(edit)
            line.addWidget(remove)
        return boxed(line)
