"""EnrolCard: an enrolment file, what it is here, and the groups that the cabinet reads aloud."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from microstructure_desktop.animateur import empreinte
from microstructure_desktop.animateur.enrol import Cas
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.errors import AppError
from microstructure_desktop.ui.animateur import words as shared
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.groups import Groups
from microstructure_desktop.ui.widgets.labels import Label, Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, column, row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.themed import show_when

from . import acts, words
from .acts import Ouverte

_SUFFIX = ".msma-inscription"
_WHAT = (
    "Ouvrez le fichier d’inscription qu’un cabinet vous a remis (.msma-inscription), puis relisez "
    "son empreinte avec lui au téléphone."
)
_CALL = (
    "Appelez-le au numéro que vous aviez déjà\xa0: celui du fichier serait faux si quelqu’un avait "
    "pris sa place."
)
_READ = "1. Il vous lit l’empreinte de sa clé. Elle commence par ces six groupes\xa0:"
_HEAR = "2. Tapez ici les deux derniers groupes qu’il vous lit"
_EMPTY = "Tapez les deux groupes de quatre signes que le cabinet vous lit."
_SIGNS = 8


class EnrolCard(Card):
    """Signals:
    file_chosen: Path of an enrolment file.
    enrol_asked: (Ouverte, the groups heard, the first Mois awaited).
    """

    file_chosen = Signal(object)
    enrol_asked = Signal(object, str, object)

    def __init__(self) -> None:
        super().__init__("Inscrire un cabinet")
        self._ouverte: Ouverte | None = None
        self.setAcceptDrops(True)
        self.open_button = Button("Ouvrir une inscription…", "primary", "folder-open")
        self.header.addWidget(self.open_button)
        self.name, self.code = Label("", "section"), Label("", "secondary")
        self.case = NoteLine("info", "", "secondary", "info", ink="text")
        self.groups = Groups(6)
        self.typed = LineEdit(chars=12)
        self.typed.setMaxLength(24)
        self.heard = Field(_HEAR, self.typed)
        self.since = ComboField((), chars=16)
        self.since_field = Field("Premier mois attendu", self.since)
        self.enrol_button = Button("", "primary", "check")
        self.abandon_button = Button("Abandonner", "link", "x")
        self.what = Paragraph(_WHAT, "secondary")
        self._lay_out()
        self._connect()
        self.close_file()

    def _lay_out(self) -> None:
        call = NoteLine("phone", _CALL, "secondary", "info", ink="text2")
        phone = column(call, Paragraph(_READ, "body"), self.groups, self.heard, spacing=10)
        self.phone = Card(sunken=True)
        phone.setContentsMargins(8, 6, 8, 6)
        self.phone.body.addLayout(phone)
        title = column(self.name, self.code, spacing=0)
        ends = row(self.enrol_button, self.abandon_button, None, spacing=12)
        self.opened = boxed(
            column(title, self.case, self.phone, self.since_field, ends, spacing=12)
        )
        self.body.addWidget(self.what)
        self.body.addWidget(self.opened)

    def _connect(self) -> None:
        self.open_button.clicked.connect(self.ask)
        self.enrol_button.clicked.connect(self._on_enrol_clicked)
        self.typed.returnPressed.connect(self._on_enrol_clicked)
        self.abandon_button.clicked.connect(self.close_file)

    def ask(self) -> None:
        """Open the window of the system."""
        dialog = QFileDialog(
            self, "Inscription d’un cabinet", "", f"Inscription (*{_SUFFIX});;Tous (*)"
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def show_file(self, ouverte: Ouverte) -> None:
        self._ouverte = ouverte
        said, case = ouverte.lue.inscription, ouverte.lue.cas
        self.name.setText(said.nom)
        self.code.setText(said.structure)
        self.case.set_text(words.CASES[case])
        heard = acts.a_lire(case)
        self.groups.show_groups(empreinte.shown(ouverte.lue.empreinte) if heard else "")
        self.typed.clear()
        self.heard.set_error(None)
        self.since.set_choices((str(mois), shared.month(mois)) for mois in ouverte.mois)
        self.since.set_value(str(ouverte.mois[1]))
        self.enrol_button.setText(words.BUTTONS[case])
        self.enrol_button.setEnabled(True)
        show_when(self.phone, heard)
        show_when(self.since_field, case is Cas.NOUVELLE)
        self._show_opened(opened=True)
        (self.typed if heard else self.enrol_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_file(self) -> None:
        """Back to where a file is chosen."""
        self._ouverte = None
        self._show_opened(opened=False)

    def refuse(self, error: AppError) -> None:
        """The groups heard are not those of the file."""
        self.enrol_button.setEnabled(True)
        self.heard.set_error(f"{error.sentence} {error.way_out}")
        self.typed.selectAll()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _file(event)
        if path is not None:
            event.acceptProposedAction()
            self.file_chosen.emit(path)

    def _show_opened(self, *, opened: bool) -> None:
        show_when(self.what, not opened)
        show_when(self.opened, opened)
        show_when(self.open_button, not opened)

    def _on_file_selected(self, name: str) -> None:
        self.file_chosen.emit(Path(name))

    def _on_enrol_clicked(self) -> None:
        if self._ouverte is None or not self.enrol_button.isEnabled():
            return
        typed = self.typed.text()
        if acts.a_lire(self._ouverte.lue.cas) and len("".join(typed.split())) != _SIGNS:
            self.heard.set_error(_EMPTY)
            self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.heard.set_error(None)
        self.enrol_button.setEnabled(False)
        self.enrol_asked.emit(self._ouverte, typed, Mois.lire(self.since.value()))


def _file(event: QDropEvent) -> Path | None:
    """The one file that is carried."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
