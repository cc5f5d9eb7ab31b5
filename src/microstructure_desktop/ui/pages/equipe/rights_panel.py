"""RightsPanel: the matrix of rights in words."""

from PySide6.QtCore import QItemSelection
from PySide6.QtWidgets import QVBoxLayout, QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.services import droits_mots
from microstructure_desktop.services.droits_mots import LigneDroits
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.role_words import ROLE_WORDS
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import column
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.table_view import TableView

_WIDE, _NARROW = 340, 128


class RightsPanel(QWidget):
    """The line chosen is told whole under the table, where nothing is cut."""

    def __init__(self) -> None:
        super().__init__()
        found = droits_mots.tableau()
        self.model = RowsModel(_columns(), spoken=told, parent=self)
        self.table = TableView("Qui peut quoi")
        self.table.setModel(self.model)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setSortingEnabled(False)  # the order is the one of a record
        self.detail = Paragraph("")
        self.honest = NoteLine("shield-check", droits_mots.HONNETE, "secondary", "info", ink="text")
        self.legend = Paragraph(" ".join(droits_mots.LEGENDE), "caption")
        self.source = Paragraph(f"Source{NBSP}: {found.source}", "caption")
        inside = column(self.honest, self.table, self.detail, self.legend, self.source, spacing=12)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.setStretchFactor(self.table, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(inside)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.model.set_rows(found.lignes)
        self.table.setCurrentIndex(self.model.index(0, 0))

    def _on_selection_changed(self, _new: QItemSelection) -> None:
        index = self.table.currentIndex()
        self.detail.setText(told(self.model.row(index.row())) if index.isValid() else "")


def told(ligne: LigneDroits) -> str:
    """« Fiches médicales : médecin lit et écrit ; psychologue résumé partagé ; … »."""
    each = [
        f"{ROLE_WORDS[role.value].lower()} {word}"
        for role, word in zip(Role, ligne.mots, strict=True)
        if word != droits_mots.RIEN
    ]
    return f"{ligne.titre}{NBSP}: {f'{NBSP}; '.join(each)}."


def _columns() -> tuple[Column, ...]:
    def of(rank: int) -> Column:
        role = list(Role)[rank]
        return Column(
            ROLE_WORDS[role.value],
            lambda ligne: ligne.mots[rank],
            _NARROW,
            tone=lambda ligne: "text3" if ligne.mots[rank] == droits_mots.RIEN else "text",
        )

    content = Column("Contenu", lambda ligne: ligne.titre, _WIDE, strong=True)
    return (content, *(of(rank) for rank in range(len(Role))))
