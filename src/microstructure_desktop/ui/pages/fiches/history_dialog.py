"""HistoryDialog: the revisions of one fiche, each beside the one before."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from microstructure_desktop.services.fiches import RevisionLigne
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.forms.answers_view import AnswersView
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.page_body import PageBody

from .dialog_room import room_over

WIDTH, HEIGHT = 860, 620


class HistoryDialog(QDialog):
    """Show it with `open()`: the latest revision first."""

    def __init__(self, parent: QWidget, lines: tuple[RevisionLigne, ...]) -> None:
        super().__init__(parent)
        self._lines = {str(line.number): line for line in lines}
        self.setWindowTitle("Microstructure")
        self.setAccessibleName("Révisions de la fiche")
        self.setModal(True)
        self.resize(room_over(parent, WIDTH, HEIGHT))
        self.choice = ComboField([(n, _title(line)) for n, line in self._lines.items()])
        self.view = AnswersView()
        body = PageBody()
        body.main.addWidget(self.view)
        close = Button("Fermer", "primary")
        close.clicked.connect(self.accept)
        head = column(
            Paragraph("Révisions de la fiche", "card"),
            Field("Révision, comparée à la précédente", self.choice),
            spacing=10,
            margins=(24, 20, 24, 4),
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(body, 1)
        whole.addLayout(row(None, close, margins=(24, 12, 24, 16)))
        self.choice.changed.connect(self.show_revision)
        latest = max(line.number for line in lines)
        self.choice.set_value(str(latest))
        self.show_revision(str(latest))

    def show_revision(self, number: str) -> None:
        line = self._lines[number]
        before = self._lines.get(str(line.number - 1))
        if before is None or before.form.version != line.form.version:
            self.view.show_answers(line.form, line.answers)
        else:
            self.view.show_difference(
                line.form, (_title(before), before.answers), (_title(line), line.answers)
            )


def _title(line: RevisionLigne) -> str:
    local = line.at.astimezone()
    who = f", {line.author.nom_affiche}" if line.author else ""
    return f"N°{texts.NBSP}{line.number} du {texts.numeric_date(local.date())}{who}"
