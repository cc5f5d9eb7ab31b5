"""FiguresCard: the figures of the quarter, those of the export, kept as they were inserted."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from microstructure_desktop.domain.reunion import Chiffre, Reunion, TypeReunion
from microstructure_desktop.services.autres_reunions import ReunionOuverte
from microstructure_desktop.services.indicateurs_reseau import (
    Tableau,
    d_un_autre_jour,
    retenus,
    tableaux,
)
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.note_line import NoteLine

from .part import Part

_WHAT = (
    "Seulement des nombres d’ensemble, ceux de l’export anonyme : aucun ne porte sur une personne."
)
_OTHER_DAY = "Ces chiffres ne sont pas ceux des trois mois avant la réunion : mettez-les à jour."
_INSERT, _AGAIN = "Insérer les chiffres du trimestre", "Mettre à jour"


class FiguresCard(Part):
    """Signals:
    asked: the figures of today are wanted.
    """

    asked = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("Chiffres du cabinet", parent=parent)
        self._today = today
        self._day = today()
        self.chiffres: tuple[Chiffre, ...] = ()
        self._closed = False
        self.insert_button = Button(_INSERT, "link", "chart-column")
        self.remove_button = Button("Retirer", "link", "x")
        self.remove_button.setAccessibleName("Retirer les chiffres")
        for button in (self.insert_button, self.remove_button):
            self.header.addWidget(button)
        self._tables = column(spacing=14)
        self._said = column(spacing=4)
        self.other_day = NoteLine("triangle-alert", "", "label", "warn")
        self.body.addWidget(self.other_day)
        self.body.addLayout(self._tables)
        self.body.addLayout(self._said)
        self.body.addWidget(Paragraph(_WHAT, "caption"))
        self.insert_button.clicked.connect(self.asked)
        self.remove_button.clicked.connect(self._on_remove_clicked)

    def show_meeting(self, ouverte: ReunionOuverte) -> None:
        reunion = ouverte.reunion
        self._closed = reunion.close
        self._day = reunion.jour
        quarterly = reunion.type is TypeReunion.TRIMESTRIELLE
        self.setVisible(bool(reunion.chiffres) or (quarterly and not reunion.close))
        self._show(reunion.chiffres)

    def applied(self, reunion: Reunion) -> Reunion:
        return replace(reunion, chiffres=self.chiffres)

    def set_day(self, day: date) -> None:
        """The meeting is held on another day."""
        self._day = day
        self._say_day()

    def insert(self, chiffres: tuple[Chiffre, ...]) -> None:
        self._show(chiffres)
        self.edited.emit()

    def _show(self, chiffres: tuple[Chiffre, ...]) -> None:
        self.chiffres = chiffres
        self.insert_button.setVisible(not self._closed)
        self.insert_button.setText(_AGAIN if chiffres else _INSERT)
        self.insert_button.updateGeometry()
        self.remove_button.setVisible(bool(chiffres) and not self._closed)
        clear(self._tables)
        clear(self._said)
        self._say_day()
        for tableau in tableaux(chiffres):
            self._tables.addLayout(_grid(tableau))
        for sentence in retenus(chiffres):
            self._said.addWidget(NoteLine("info", sentence, "secondary", "text3", ink="text2"))

    def _say_day(self) -> None:
        """Closed, they are those of its day for good."""
        other = not self._closed and d_un_autre_jour(self.chiffres, self._day, self._today())
        self.other_day.set_text(_OTHER_DAY if other else "")

    def _on_remove_clicked(self) -> None:
        self._show(())
        self.edited.emit()
        self.insert_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _grid(tableau: Tableau) -> QGridLayout:
    """The labels wrap, so that every figure stands under its whole month."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    cells = [(tableau.titre, *tableau.colonnes), *tableau.lignes]
    for down, (label, *figures) in enumerate(cells):
        grid.addWidget(Paragraph(label, "body" if down else "label"), down, 0)
        for across, text in enumerate(figures, 1):
            figure = Label(text, "strong" if down else "label")
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(figure, down, across)
    return grid
