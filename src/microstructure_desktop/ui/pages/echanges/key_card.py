"""KeyCard: how the animator recognises the cabinet: its fingerprint, a file, a sheet."""

from PySide6.QtCore import Signal

from microstructure_desktop.services.convention_lue import Etat
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.groups import Groups
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import boxed, flow
from microstructure_desktop.ui.widgets.tag import Tag
from microstructure_desktop.ui.widgets.themed import show_when

_LATER = (
    "Une fois la convention confirmée, le cabinet aura sa propre clé, qui signe ce qu’il envoie."
)
_GIVE = (
    "Donnez à l’animateur le fichier d’inscription, ou la feuille imprimée. Au téléphone, "
    "lisez-lui cette empreinte\xa0: c’est la signature du cabinet."
)
_GROUPS = 4


class KeyCard(Card):
    """Signals:
    file_asked: the enrolment file is to be saved.
    sheet_asked: the sheet is to be printed.
    renew_asked: another key is to take the place of this one.
    """

    file_asked = Signal()
    sheet_asked = Signal()
    renew_asked = Signal()

    def __init__(self, *, may_write: bool) -> None:
        super().__init__("2. L’inscription du cabinet")
        self._may_write = may_write
        self.tag = Tag("")
        self.header.addWidget(self.tag)
        self.said = Paragraph(_LATER, "secondary")
        self.groups = Groups(_GROUPS)
        self.file_button = Button("Enregistrer le fichier d’inscription…", "normal", "download")
        self.sheet_button = Button("Imprimer la feuille…", "normal", "printer")
        self.renew_button = Button("Renouveler la clé…", "link", "refresh-cw")
        self._buttons = boxed(flow(self.file_button, self.sheet_button, self.renew_button))
        for part in (self.said, self.groups, self._buttons):
            self.body.addWidget(part)
        self.file_button.clicked.connect(self.file_asked)
        self.sheet_button.clicked.connect(self.sheet_asked)
        self.renew_button.clicked.connect(self.renew_asked)

    def show_state(self, etat: Etat) -> None:
        key = etat.cle
        self.said.setText(_LATER if key is None else _GIVE)
        self.groups.show_groups("" if key is None else key.empreinte)
        made = "" if key is None else f"Clé du {texts.plain_date(key.creee_le)}"
        self.tag.set_tag(made, "mute")
        show_when(self.groups, key is not None)
        show_when(self._buttons, key is not None and self._may_write)
