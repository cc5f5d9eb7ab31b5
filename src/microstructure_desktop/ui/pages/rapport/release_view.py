"""ReleaseView: exactly what would leave the cabinet, and what will not be told."""

from collections.abc import Iterable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services.rapport_annuel import RapportImprime
from microstructure_desktop.services.rapport_documents import Format
from microstructure_desktop.services.rapport_registre import Depart
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column
from microstructure_desktop.ui.widgets.segmented import Segmented

from . import release_cards, words


class ReleaseView(QWidget):
    """`vignettes` and `format`: what the person chooses before it leaves."""

    def __init__(self, annee: int) -> None:
        super().__init__()
        self._annee = annee
        self.problem = Banner()
        self.doubts = Banner()
        self.vignettes = CheckBox(words.WITH_VIGNETTES)
        self.format = Segmented(words.FORMATS)
        self.format.set_value(Format.PDF.value)
        self.head = Card()
        self.head.body.addWidget(Label(words.release_title(annee), "section"))
        self.head.body.addWidget(Paragraph(words.RELEASE_ABOUT))
        self.head.body.addWidget(self.vignettes)
        self.head.body.addWidget(Field(words.FORMAT, self.format))
        self._place = column(spacing=16)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        for part in (self.problem, self.head, self.doubts):
            body.addWidget(part)
        body.addLayout(self._place)

    def show_release(self, imprime: RapportImprime, departs: Iterable[Depart]) -> None:
        self.problem.clear()
        self.head.show()
        clear(self._place)
        self._place.addWidget(release_cards.history(departs))
        self._place.addWidget(Label(words.SHOWN, "over"))
        for chapitre in imprime.chapitres:
            self._place.addWidget(release_cards.chapter(chapitre))
        self._place.addWidget(release_cards.withheld(imprime))

    def show_doubts(self, doubts: Mapping[str, str], *, hidden: bool) -> None:
        """`hidden`: where, without the words that name somebody."""
        said = words.doubts(() if hidden else doubts.values()) if doubts else ""
        self.doubts.show_message("warn", words.doubt_title(doubts), said)

    def show_refusal(self, error: AppError) -> None:
        clear(self._place)
        self.head.hide()
        self.doubts.clear()
        self.problem.show_message("info", error.sentence, error.way_out)
