"""DetailCard: one forfait in words, with what it lacks and where to fill it in."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from microstructure_desktop.domain.facturable import Manque, Piece
from microstructure_desktop.services.access import fills
from microstructure_desktop.services.facturation_ecarts import phrase
from microstructure_desktop.services.forfait_lignes import ForfaitLigne, Groupe
from microstructure_desktop.services.forfait_mots import ETATS, manque
from microstructure_desktop.services.forfaits_temps import Parts
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import numeric_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, row
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.tag import Tag

from . import words


class DetailCard(Card):
    """Hidden while no forfait is chosen.

    Signals:
        lot_asked: the id of the preparation that holds it.
    """

    lot_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.body.setContentsMargins(18, 12, 18, 14)
        self.body.setSpacing(6)
        self._ligne: ForfaitLigne | None = None
        self._le = context.now().date()
        self.name = Label("", "card")
        self.tag = Tag("")
        self.open_button = Button("Ouvrir le dossier", "link", "folder-open")
        self.lot_button = Button("Voir la préparation", "link", "receipt-text")
        self._where = Label("", "caption")
        self._lines = column(spacing=4)
        head = row(self.name, self.tag, None, self.lot_button, self.open_button, spacing=10)
        self.body.addLayout(head)
        self.body.addWidget(self._where)
        self.body.addLayout(self._lines)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.lot_button.clicked.connect(self._on_lot_clicked)
        context.discretion.changed.connect(self._rename)
        self.hide()

    def show_ligne(self, ligne: ForfaitLigne | None, le: date, parts: Parts) -> None:
        self._ligne, self._le = ligne, le
        clear(self._lines)
        self.setVisible(ligne is not None)
        if ligne is None:
            return
        self._rename()
        self.tag.set_tag(*words.tag(ligne, le))
        state = ETATS[ligne.decompte.etat(le)]
        programme = ligne.decompte.cycle.programme.libelle
        self._where.setText(f"{words.days(ligne, le)} · {programme} · {state}")
        self.lot_button.setVisible(ligne.facturation is not None)
        reference: Reference = self.context.reference
        for found in ligne.manques:
            self._lines.addLayout(self._missing(reference, ligne, found))
        for line in self._told(ligne):
            self._lines.addWidget(line)
        if ligne.ouvert:
            self._lines.addWidget(Paragraph(words.time(ligne, parts), "caption"))

    def _missing(self, reference: Reference, ligne: ForfaitLigne, found: Manque) -> QHBoxLayout:
        said = words.missing(found) + manque(reference, found)
        note = NoteLine("circle-alert", said, "secondary", "warn", ink="text")
        note.setToolTip(found.source)
        button = Button(words.OUVRIR[found.piece], "link", "arrow-right", trailing=True)
        button.setAccessibleName(f"{words.OUVRIR[found.piece]}, {said}")
        button.clicked.connect(partial(self._go, self._place(ligne, found)))
        line = row(note, button, spacing=12)
        line.setStretch(0, 1)
        return line

    def _told(self, ligne: ForfaitLigne) -> list[QWidget]:
        told: list[QWidget] = [
            NoteLine("triangle-alert", phrase(ecart), "secondary", "danger", ink="text")
            for ecart in ligne.ecarts
        ]
        if ligne.previsions is not None and Groupe.PERD in ligne.groupes:
            said = words.loss(ligne.previsions)
            told.append(NoteLine("hourglass", said, "secondary", "warn", ink="text"))
        if ligne.decompte.cycle.ecourte and ligne.decompte.du().differe:
            told.append(Paragraph(words.both_amounts(ligne), "secondary"))
        if ligne.facturation is not None:
            jour = numeric_date(ligne.facturation.preparee_le.astimezone().date())
            told.append(Paragraph(f"Facturation préparée le {jour}.", "secondary"))
        elif ligne.reprise is not None:
            told.append(
                Paragraph(f"Une facturation a été reprise : {ligne.reprise.motif}.", "secondary")
            )
        return told

    def _place(self, ligne: ForfaitLigne, found: Manque) -> Route:
        """Where it is filled in, by who may; else the record."""
        patient = ligne.patient.id
        if found.piece is Piece.FICHE_ENTREE:
            form = self.context.reference.forms.get(found.formulaire)
            if form is not None and fills(self.context.membre.role, form):
                return Route("fiche", patient_id=patient, form_id=found.formulaire)
            return Route("dossier", patient_id=patient, onglet="fiches")
        if found.piece is Piece.INFORMATION:
            return Route("dossier", patient_id=patient, formulaire="identite")
        if found.piece is Piece.ACTES:
            return Route("dossier", patient_id=patient, onglet="seances")
        return Route("dossier", patient_id=patient)

    def _go(self, route: Route) -> None:
        self.context.navigator.go(route)

    def _rename(self) -> None:
        if self._ligne is not None:
            self.name.setText(self.context.discretion.name(self._ligne.patient))

    def _on_open_clicked(self) -> None:
        if self._ligne is not None:
            self._go(Route("dossier", patient_id=self._ligne.patient.id))

    def _on_lot_clicked(self) -> None:
        if self._ligne is not None and self._ligne.facturation is not None:
            self.lot_asked.emit(self._ligne.facturation.lot)
