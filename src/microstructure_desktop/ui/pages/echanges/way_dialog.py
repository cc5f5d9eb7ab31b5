"""WayDialog: set up one way to send, field by field; a password is typed, never shown back."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QWidget

from microstructure_desktop.domain.canal import Reglage, TypeCanal
from microstructure_desktop.services import canaux, canaux_saisie
from microstructure_desktop.ui.dialogs.asking import AskingDialog
from microstructure_desktop.ui.dialogs.passphrase_field import PassphraseField
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.check_box import CheckBox
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.layouts import row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.themed import show_when

from . import words

_WIDTH = 640
_WHAT = "Ce qui part est déjà scellé\xa0: celui qui transporte ne peut pas le lire."
_KEPT = "Il est gardé\xa0; laissez vide pour ne pas le changer."
_TYPED = "Il ne sera plus montré."
_HOST = "Comparez-la à celle que donne l’animateur, signe par signe."
_NO_HOST = "Ce serveur n’a pas répondu\xa0: vérifiez son nom, et la connexion à Internet."


class WayDialog(AskingDialog):
    """Signals:
    asked: the Reglage to keep.
    host_asked: str, the address of a server whose key is wanted.
    """

    asked = Signal(object)
    host_asked = Signal(str)

    def __init__(self, parent: QWidget, reglage: Reglage, *, known: bool, protegee: bool) -> None:
        title = "Modifier la voie d’envoi" if known else "Nouvelle voie d’envoi"
        super().__init__(parent, "send", title, _WHAT, _WIDTH, "adresse")
        self._reglage, self._protegee = reglage, protegee
        self.kind = ComboField([(k.value, label) for k, label in words.TYPES.items()])
        self.kind.set_value(reglage.type.value)
        self.nom, self.adresse = LineEdit(reglage.nom), LineEdit(reglage.adresse)
        self.compte, self.secret = LineEdit(reglage.compte), _password()
        self.hote = LineEdit(reglage.empreinte_hote, hint="SHA256:…")
        self.active = CheckBox("Se servir de cette voie")
        self.active.setChecked(reglage.actif)
        self.folder_button = Button("Parcourir…", "normal", "folder-open")
        self.host_button = Button("La demander au serveur", "normal", "server")
        self.fields = {
            "type": Field("Comment", self.kind),
            "nom": Field("Nom", self.nom),
            "adresse": Field("Adresse", _Beside(self.adresse, self.folder_button)),
            "compte": Field("Compte", self.compte),
            "secret": Field("Mot de passe", self.secret),
            "empreinte_hote": Field(
                "Clé du serveur", _Beside(self.hote, self.host_button), hint=_HOST
            ),
        }
        fields = self.fields
        self.body.addLayout(_pair(fields["type"], fields["nom"]))
        self.body.addWidget(fields["adresse"])
        self.body.addLayout(_pair(fields["compte"], fields["secret"]))
        self.body.addWidget(fields["empreinte_hote"])
        self.buttons.insertWidget(0, self.active)
        show_when(self.active, known)
        self.add_answers()
        self._known = known
        self._connect()
        self._show_fields()

    def saisi(self) -> Reglage:
        return replace(
            self._reglage,
            type=TypeCanal(self.kind.value()),
            nom=self.nom.text(),
            adresse=self.adresse.text(),
            compte=self.compte.text(),
            secret=self.secret.text(),
            empreinte_hote=self.hote.text().strip(),
            actif=self.active.isChecked(),
        )

    def accept(self) -> None:
        """Say what is wrong at its field, else ask to save."""
        saisi = self.saisi()
        problems = canaux_saisie.problems(saisi, protege=self._kept(saisi))
        if not self.is_wrong(problems):
            self.asked.emit(saisi)

    def close_saved(self) -> None:
        self.secret.clear()
        super().close_saved()

    def show_host(self, key: str | None) -> None:
        """The key that the server showed, or that it showed none."""
        self.host_button.setEnabled(True)
        self.host_button.setText("La demander au serveur")
        self.hote.setText(key or self.hote.text())
        self.fields["empreinte_hote"].set_error(None if key else _NO_HOST)
        self.adjust()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self.nom if self._known else self.kind
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.kind.changed.connect(self._on_kind_changed)
        self.adresse.textChanged.connect(self._say_secret)
        self.compte.textChanged.connect(self._say_secret)
        self.folder_button.clicked.connect(self._on_folder_clicked)
        self.host_button.clicked.connect(self._on_host_clicked)

    def _on_kind_changed(self, _kind: str) -> None:
        for field in self.fields.values():
            field.set_error(None)
        self._show_fields()
        self.adjust()

    def _show_fields(self) -> None:
        kind = TypeCanal(self.kind.value())
        if kind in words.ADRESSES:
            label, hint = words.ADRESSES[kind]
            self.fields["adresse"].set_label(label)
            self.fields["adresse"].set_hint(hint)
        used = {
            "adresse": canaux_saisie.ADRESSE,
            "compte": canaux_saisie.COMPTE,
            "secret": canaux_saisie.SECRET,
            "empreinte_hote": canaux_saisie.HOTE,
        }
        for name, kinds in used.items():
            show_when(self.fields[name], kind in kinds)
        show_when(self.folder_button, kind is TypeCanal.DOSSIER)
        self._say_secret()

    def _kept(self, saisi: Reglage) -> bool:
        return self._protegee and canaux.garde_secret(saisi, self._reglage)

    def _say_secret(self) -> None:
        self.fields["secret"].set_hint(_KEPT if self._kept(self.saisi()) else _TYPED)

    def _on_folder_clicked(self) -> None:
        dialog = QFileDialog(self, "Choisir le dossier ou la clé USB", self.adresse.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder_chosen)
        dialog.open()

    def _on_folder_chosen(self, name: str) -> None:
        self.adresse.setText(str(Path(name)))

    def _on_host_clicked(self) -> None:
        self.host_button.setEnabled(False)
        self.host_button.setText("Demande…")
        self.host_asked.emit(self.adresse.text())


class _Beside(QWidget):
    """A field, and the button that fills it in."""

    def __init__(self, editor: LineEdit, button: Button) -> None:
        super().__init__()
        self.editor = editor
        inside = row(editor, button, spacing=8)
        inside.setStretch(0, 1)
        self.setLayout(inside)
        self.setFocusProxy(editor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


def _pair(left: QWidget, right: QWidget) -> QHBoxLayout:
    """Side by side: a dialog of one column is higher than a small screen."""
    pair = row(left, right, spacing=14)
    pair.setStretch(1, 1)
    return pair


def _password() -> PassphraseField:
    return PassphraseField("Mot de passe", what="le mot de passe")
