"""FigureCell: one figure, a link when there are people to see behind it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from microstructure_desktop.domain.indicateurs.valeur import Valeur
from microstructure_desktop.services import activite_mots
from microstructure_desktop.ui import look
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.labels import Label
from microstructure_desktop.ui.widgets.skins import SKINS

from . import words

_PAD = 4  # what a link keeps around its words
_LEAST = 24  # a figure of one sign is still easy to press
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FigureCell(QWidget):
    """`titre` says what it is the figure of. `large`: it stands alone.

    Signals:
        chosen: the key of its value.
    """

    chosen = Signal(str)

    def __init__(
        self, titre: str, valeur: Valeur, *, opens: bool = False, large: bool = False
    ) -> None:
        super().__init__()
        self.cle = str(valeur.cle)
        self.button: Button | None = None
        figure = activite_mots.chiffre(valeur)
        skin = "figure_link" if large else "link"
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        if opens and valeur.qui:
            self.button = Button(figure, skin)
            self.button.setAccessibleName(words.opens(titre, figure))
            self.button.setMinimumWidth(_LEAST)
            self.button.clicked.connect(self._on_clicked)
            body.addWidget(self.button)
        else:
            label = Label(figure, "figure" if large else "label")
            label.setContentsMargins(_PAD, 0, _PAD, 0)
            label.setAlignment(_RIGHT)
            label.setMinimumHeight(look.control_px(SKINS[skin].height))
            body.addWidget(label)
        if large:
            body.addStretch(1)
        else:
            body.insertStretch(0, 1)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.cle)
