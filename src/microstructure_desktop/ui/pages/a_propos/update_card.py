"""UpdateCard: a signed file is looked at, made ready after a backup, then opened."""

from PySide6.QtCore import Signal

from microstructure_desktop.errors import AppError
from microstructure_desktop.services.mise_a_jour import Editeur, MiseAJour, Preparee, commande
from microstructure_desktop.services.mise_a_jour_refus import NoPublisher
from microstructure_desktop.ui import backup_words
from microstructure_desktop.ui.texts import NBSP, numeric_date
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import flow
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.themed import show_when

LOOKING = "Lecture du fichier, en entier…"
MAKING = "Sauvegarde du cabinet, puis écriture et relecture de l’installeur…"
_WHAT = (
    "Sans Internet\u00a0: choisissez le fichier «\u00a0.msmamaj\u00a0» que l’éditeur vous a remis, "
    "sur une clé USB par exemple. Rien n’est installé sans que vous l’ayez confirmé."
)
_MAY_NOT = "Les personnes qui peuvent sauvegarder le cabinet peuvent aussi le mettre à jour."
_BEFORE = "Une sauvegarde vérifiée du cabinet sera faite d’abord."
_CLOSES = (
    "L’application va se fermer\u00a0: ce qui est tapé est gardé. Quand l’installation est finie, "
    "rouvrez-la."
)


class UpdateCard(Card):
    """Signals:
    file_asked, folder_asked: the person wants to choose one.
    confirmed, launched, given_up: her answers, one step after the other.
    copy_asked: the command.
    """

    file_asked = Signal()
    folder_asked = Signal()
    confirmed = Signal()
    launched = Signal()
    given_up = Signal()
    copy_asked = Signal(str)

    def __init__(self, *, may_update: bool) -> None:
        super().__init__("Mise à jour")
        self._may_update = may_update
        self.problem = Banner()
        self.said = Paragraph(_WHAT, "body")
        self.signed = NoteLine("shield-check", "", "secondary", "ok", ink="text2")
        self.changes = Paragraph("", "body")
        self.before = NoteLine("save", "", "secondary", "info", ink="text2")
        self.progress = NoteLine("hard-drive-download", "", "secondary", "info", ink="text2")
        self.choose_button = Button("Installer une mise à jour…", "primary", "hard-drive-download")
        self.confirm_button = Button("Sauvegarder et préparer", "primary", "save")
        self.folder_button = Button("Préparer dans un autre dossier…")
        self.launch_button = Button("Fermer et installer", "primary", "hard-drive-download")
        self.copy_button = Button("Copier la commande", icon="copy")
        self.cancel_button = Button("Annuler")
        self._command = ""
        self._buttons = (
            self.choose_button, self.confirm_button, self.folder_button, self.launch_button,
            self.copy_button, self.cancel_button,
        )  # fmt: skip
        for part in (self.problem, self.said, self.signed, self.changes, self.before):
            self.body.addWidget(part)
        self.body.addWidget(self.progress)
        self.body.addLayout(flow(*self._buttons, spacing=10))
        self._connect()
        self.show_start(None)

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self.file_asked)
        self.confirm_button.clicked.connect(self.confirmed)
        self.folder_button.clicked.connect(self.folder_asked)
        self.launch_button.clicked.connect(self.launched)
        self.cancel_button.clicked.connect(self.given_up)
        self.copy_button.clicked.connect(self._on_copy_clicked)

    def show_start(self, editeur: Editeur | None) -> None:
        may = self._may_update and editeur is not None
        self.said.setText(_WHAT if may else _MAY_NOT if editeur else _no_key())
        self._show_parts("", "", "")
        self._show_only(*((self.choose_button,) if may else ()))

    def show_found(self, found: MiseAJour) -> None:
        said, by = found.annonce, found.editeur
        self.problem.clear()
        self.said.setText(
            f"Version {said.version} du {numeric_date(said.date)}, pour remplacer la version "
            f"{found.installee}."
        )
        signed = f"Signée par {by.nom}, et intacte. Clé{NBSP}: {by.empreinte}"
        changes = "\n".join(f"•{NBSP}{each}" for each in said.changements)
        self._show_parts(signed, f"Ce qui change{NBSP}:\n{changes}", _BEFORE)
        self._show_only(self.confirm_button, self.folder_button, self.cancel_button)

    def show_ready(self, ready: Preparee) -> None:
        self.problem.clear()
        self._command = commande(ready.installeur)
        at = backup_words.moment(ready.sauvegarde.faite_le)
        self.said.setText(f"La version {ready.mise_a_jour.annonce.version} est prête. {_CLOSES}")
        place = str(ready.installeur).replace("/", "/\u200b").replace("\\", "\\\u200b")
        words = f"Installeur{NBSP}: {place}"
        if self._command:
            words += f"\nSi rien ne s’ouvre, cette commande l’installe{NBSP}:\n{self._command}"
        self._show_parts("", words, f"Sauvegarde du {at} faite, relue et vérifiée.")
        copying = (self.copy_button,) if self._command else ()
        self._show_only(self.launch_button, *copying, self.cancel_button)

    def show_busy(self, words: str) -> None:
        """Empty when it is over."""
        self.progress.set_text(words)
        for button in self._buttons:
            button.setEnabled(not words)
        if words:
            self.problem.clear()

    def refuse(self, error: AppError) -> None:
        self.show_busy("")
        self.problem.show_message("danger", error.sentence, error.way_out)

    def _show_parts(self, signed: str, changes: str, before: str) -> None:
        self.progress.set_text("")
        self.signed.set_text(signed)
        self.changes.setText(changes)
        show_when(self.changes, bool(changes))
        self.before.set_text(before)

    def _show_only(self, *wanted: Button) -> None:
        for button in self._buttons:
            show_when(button, button in wanted)
            button.setEnabled(True)
        if wanted and self.isVisible():
            wanted[0].setFocus()

    def _on_copy_clicked(self) -> None:
        self.copy_asked.emit(self._command)


def _no_key() -> str:
    return f"{NoPublisher.sentence} {NoPublisher.way_out}"
