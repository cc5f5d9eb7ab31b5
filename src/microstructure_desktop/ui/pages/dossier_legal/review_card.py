"""ReviewCard: when the file was read over, what is left, and that it is only a model."""

from PySide6.QtCore import Signal

from microstructure_desktop.services.dossier_legal import Dossier
from microstructure_desktop.ui.texts import count, plain_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.note_line import NoteLine

_MODEL = (
    "Ces textes sont des modèles. Faites-les relire par votre délégué à la protection des "
    "données, l’Ordre ou un juriste avant de vous en servir : ils n’attestent rien à votre place."
)
_NEVER = "Le dossier n’a pas encore été relu en entier."


class ReviewCard(Card):
    """Signals:
    reviewed: the whole file was read over today.
    """

    reviewed = Signal()

    def __init__(self) -> None:
        super().__init__("Où l’on en est")
        self.review = NoteLine("calendar-check", "", "secondary", ink="text2")
        self.answers = NoteLine("pencil", "", "secondary", ink="text2")
        self.points = NoteLine("list-checks", "", "secondary", ink="text2")
        self.button = Button("Noter une relecture", icon="check")
        self.button.clicked.connect(self.reviewed)
        for part in (self.review, self.answers, self.points):
            self.body.addWidget(part)
        self.body.addLayout(row(self.button, None))
        self.body.addWidget(NoteLine("info", _MODEL))

    def show_dossier(self, lu: Dossier) -> None:
        self.review.set_text(_review(lu))
        self.review.set_sign("calendar-check", "warn" if lu.a_revoir else "ok")
        left = len(lu.manquants)
        said = f"{count(left, 'réponse')} à compléter." if left else "Tout est complété."
        self.answers.set_text(said)
        done = sum(ligne.fait for ligne in lu.points)
        self.points.set_text(f"Poste : {done} points sur {len(lu.points)} vérifiés.")
        self.button.setVisible(lu.modifiable)


def _review(lu: Dossier) -> str:
    if lu.revu_le is None:
        return _NEVER
    again = " : à relire, une fois par an." if lu.a_revoir else "."
    return f"Relu en entier le {plain_date(lu.revu_le)}{again}"
