"""LastScaleCard: the scale scored last, in a small chart beside the story."""

from PySide6.QtCore import Signal

from microstructure_desktop.domain.trajectoire import Serie, Trajectoire
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.tag import Tag

from .dossier_header import EVOLUTION
from .serie_words import cut_offs_in_words, drawn, tag_of


class LastScaleCard(Card):
    """Hidden until a scale was scored twice.

    Signals:
        route_chosen: Route of the whole trajectory.
    """

    route_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("Échelle")
        self._route: Route | None = None
        self._tag = Tag("")
        self.more_button = Button("Évolution", "link")
        self.more_button.clicked.connect(self._on_more_clicked)
        self.header.insertWidget(1, self._tag)
        self.header.addWidget(self.more_button)
        self._lines = column(spacing=6)
        self.body.addLayout(self._lines)
        self.hide()

    def show_trajectoire(self, trajectoire: Trajectoire) -> None:
        clear(self._lines)
        self._route = Route("dossier", patient_id=trajectoire.patient, onglet=EVOLUTION)
        serie = trajectoire.echelle
        if serie is not None:
            self._show(serie)
        self.setVisible(serie is not None)

    def _show(self, serie: Serie) -> None:
        assert self.title is not None
        self.title.setText(serie.titre)
        self._tag.set_tag(*tag_of(serie))
        self._lines.addWidget(drawn(serie))
        words = cut_offs_in_words(serie)
        if words:
            self._lines.addWidget(Paragraph(words, "caption"))

    def _on_more_clicked(self) -> None:
        self.route_chosen.emit(self._route)
