"""Who has an account, and a form for the next one."""

from PySide6.QtCore import Signal

from microstructure_desktop.domain.equipe import Membre
from microstructure_desktop.ui.dialogs.account_form import AccountForm
from microstructure_desktop.ui.role_words import ROLE_WORDS
from microstructure_desktop.ui.widgets.avatar import RoleDot
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, clear, column, row
from microstructure_desktop.ui.widgets.rule import Rule


class TeamCard(Card):
    """Signals:
    account_asked: the NouveauMembre and the passphrase chosen with them.
    """

    account_asked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__("L’équipe")
        self._members = column(spacing=8)
        self.add_button = Button("Ajouter un compte", "link", "plus")
        self.add_button.hide()
        self.add_button.clicked.connect(self._on_add_clicked)
        self.header.addWidget(self.add_button)
        self.body.addLayout(self._members)
        self.form = AccountForm()
        self.create_button = Button("Créer le compte", "primary", "check")
        self.cancel_button = Button("Annuler")
        self.create_button.clicked.connect(self._on_create_clicked)
        self.form.entered.connect(self._on_create_clicked)
        self.cancel_button.clicked.connect(self.close_form)
        self._holder = boxed(
            column(
                Rule(),
                Paragraph(
                    "La personne choisit elle-même sa phrase de passe et la tape ici.", "secondary"
                ),
                self.form,
                row(None, self.cancel_button, self.create_button),
                spacing=12,
            )
        )
        self.body.addWidget(self._holder)
        self._holder.hide()

    def show_team(self, membres: tuple[Membre, ...], *, may_manage: bool) -> None:
        self.add_button.setVisible(may_manage)
        clear(self._members)
        for membre in membres:
            words = column(
                Label(membre.nom_complet, "strong"),
                Label(ROLE_WORDS[membre.role.value], "caption"),
                spacing=0,
            )
            line = row(RoleDot(membre.role.value), words, spacing=12)
            line.setStretchFactor(words, 1)
            self._members.addLayout(line)

    def set_busy(self, *, busy: bool) -> None:
        self.create_button.setEnabled(not busy)
        self.create_button.setText("Création…" if busy else "Créer le compte")

    def close_form(self) -> None:
        self.set_busy(busy=False)
        self.form.clear_secret()
        self.form.prenom.clear()
        self.form.nom.clear()
        self._holder.hide()
        self.add_button.setFocus()

    def _on_add_clicked(self) -> None:
        self._holder.show()
        self.form.prenom.setFocus()

    def _on_create_clicked(self) -> None:
        if self.create_button.isEnabled() and self.form.check():
            self.set_busy(busy=True)
            self.account_asked.emit(self.form.membre(), self.form.secret())
