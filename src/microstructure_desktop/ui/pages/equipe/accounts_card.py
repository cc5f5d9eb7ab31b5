"""AccountsCard: who has an account, since when, and what can be changed in it."""

from PySide6.QtCore import QItemSelection, Signal

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.domain.ids import MembreId
from microstructure_desktop.services.comptes import Compte
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.role_words import ROLE_WORDS
from microstructure_desktop.ui.texts import numeric_date
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.table_view import TableView
from microstructure_desktop.ui.widgets.themed import show_when

from . import words


class AccountsCard(Card):
    """`reads_log`: the person at the keyboard knows when each account was last used.

    Signals:
        edit_asked: the Membre to correct.
        suspend_asked, reactivate_asked, passphrase_asked, remove_asked: the Membre.
    """

    edit_asked = Signal(object)
    suspend_asked = Signal(object)
    reactivate_asked = Signal(object)
    passphrase_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, me: MembreId, *, reads_log: bool) -> None:
        super().__init__("L’équipe")
        self._me = me
        self._reads_log = reads_log
        self._may_manage = False
        self.model = RowsModel(self._columns(), parent=self)
        self.table = TableView("Comptes de l’équipe")
        self.table.setModel(self.model)
        self.details = Paragraph("", "secondary")
        self.edit_button = Button("Corriger", icon="pencil")
        self.suspend_button = Button("Suspendre", "ghost")
        self.passphrase_button = Button("Nouvelle phrase de passe", "ghost")
        self.remove_button = Button("Retirer de l’équipe", "ghost")
        self._acts = (
            self.edit_button,
            self.passphrase_button,
            self.suspend_button,
            self.remove_button,
        )
        self.body.addWidget(self.table)
        self.body.addWidget(self.details)
        self.body.addLayout(row(None, *self._acts, spacing=10))
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.edit_button.clicked.connect(self._on_edit_clicked)
        self.suspend_button.clicked.connect(self._on_suspend_clicked)
        self.passphrase_button.clicked.connect(self._on_passphrase_clicked)
        self.remove_button.clicked.connect(self._on_remove_clicked)
        self._show_acts()

    def show_comptes(self, comptes: tuple[Compte, ...], *, may_manage: bool) -> None:
        """Whoever was chosen stays chosen."""
        before = self.chosen()
        self._may_manage = may_manage
        self.model.set_rows(comptes)
        kept = self.model.index_of(lambda c: before is not None and c.membre.id == before.id)
        self.table.setCurrentIndex(kept if kept.isValid() else self.model.index(0, 0))
        self._show_acts()

    def chosen(self) -> Membre | None:
        index = self.table.currentIndex()
        if not index.isValid() or index.row() >= len(self.model.rows()):
            return None
        membre: Membre = self.model.row(index.row()).membre
        return membre

    def _columns(self) -> tuple[Column, ...]:
        access = Column(
            "Dernier accès",
            lambda c: words.last_access(c, known=self._reads_log),
            170,
            lambda c: (c.dernier_acces is not None, c.dernier_acces),
        )
        return (
            Column("Nom", lambda c: words.name(c.membre, self._me), strong=True),
            Column("Rôle", lambda c: ROLE_WORDS[c.membre.role.value], 160),
            Column("Depuis", lambda c: numeric_date(c.depuis), 120, lambda c: c.depuis),
            access,
            Column(
                "État", lambda c: words.state(c.membre)[0], 110, tag=lambda c: words.state(c.membre)
            ),
        )

    def _show_acts(self) -> None:
        membre = self.chosen()
        self.details.setText(words.details(membre) if membre is not None else "")
        oneself = membre is not None and membre.id == self._me
        active = membre is None or membre.actif
        here = membre is not None and membre.retire_le is None
        show_when(self.details, bool(self.details.text()))
        for button in self._acts:
            show_when(button, self._may_manage)
            button.setEnabled(here and (button is self.edit_button or not oneself))
        self.suspend_button.setText("Suspendre" if active else "Réactiver")
        self.suspend_button.set_tip(words.NOT_ONESELF if oneself else "")
        self.passphrase_button.set_tip(words.CHANGED_ELSEWHERE if oneself else "")
        self.remove_button.set_tip(words.NOT_REMOVE_ONESELF if oneself else "")

    def _on_selection_changed(self, _new: QItemSelection) -> None:
        self._show_acts()

    def _on_row_chosen(self, _compte: Compte) -> None:
        if self._may_manage:
            self._on_edit_clicked()

    def _on_edit_clicked(self) -> None:
        self.edit_asked.emit(self.chosen())

    def _on_passphrase_clicked(self) -> None:
        self.passphrase_asked.emit(self.chosen())

    def _on_remove_clicked(self) -> None:
        self.remove_asked.emit(self.chosen())

    def _on_suspend_clicked(self) -> None:
        membre = self.chosen()
        if membre is not None:
            asked = self.suspend_asked if membre.actif else self.reactivate_asked
            asked.emit(membre)
