"""HandOverPart: what is handed over is looked at, printed or saved, then noted as handed over."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from microstructure_desktop.domain.demande import Remise
from microstructure_desktop.services.demandes import REMISES
from microstructure_desktop.services.equipe import passphrase_problem
from microstructure_desktop.services.motif import MOTIF_MAX
from microstructure_desktop.ui.dialogs.passphrase_field import PassphraseField
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.card import Card
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import clear, column, flow, row
from microstructure_desktop.ui.widgets.line_edit import LineEdit
from microstructure_desktop.ui.widgets.note_line import NoteLine
from microstructure_desktop.ui.widgets.page_body import PageBody

_PLAIN = (
    "Ces fichiers ne sont pas chiffrés : remettez-les en main propre, et effacez-les de cet "
    "ordinateur aussitôt."
)
_DATA = (
    "Les données sont un fichier JSON au format d’échange FHIR R4, pour un autre logiciel. Aucune "
    "conformité n’est attestée."
)
_STICK = (
    "Le même document, fermé par une phrase de passe. La personne l’ouvre avec un programme qui "
    "lit le format « age » ; donnez-lui la phrase à part."
)
_IDENTITY = "Vérifiez l’identité de qui reçoit, et ce qui l’autorise si ce n’est pas la personne."


class HandOverPart(PageBody):
    """Signals:
    preview_asked: the pages are to be looked at, printed or saved.
    data_asked: the same as data, in a file.
    sealed_asked: the passphrase of the stick.
    handed_over: the Remise, and a word.
    """

    preview_asked = Signal()
    data_asked = Signal()
    sealed_asked = Signal(str)
    handed_over = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._told = column(spacing=6)
        self.preview_button = Button("Voir, imprimer, enregistrer…", icon="printer")
        self.data_button = Button("Enregistrer les données…", icon="download")
        self.phrase = PassphraseField("Phrase de passe du support")
        self.phrase_field = Field("Phrase de passe du support", self.phrase)
        self.seal_button = Button("Enregistrer chiffré…", icon="lock")
        self.how = ComboField([(kind.value, said) for kind, said in REMISES.items()])
        self.how.set_value(Remise.SUR_PLACE.value)
        self.word = LineEdit()
        self.word.setMaxLength(MOTIF_MAX)
        self.done_button = Button("Noter la remise", "primary", "check")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        summary = Card("Ce qui est remis")
        summary.body.addLayout(self._told)
        papers = Card("Le document et les données")
        papers.body.addLayout(flow(self.preview_button, self.data_button, spacing=10))
        papers.body.addWidget(NoteLine("triangle-alert", _PLAIN, "secondary", "warn", ink="text2"))
        papers.body.addWidget(Paragraph(_DATA, "caption"))
        stick = Card("Pour une clé USB")
        stick.body.addWidget(Paragraph(_STICK, "secondary"))
        stick.body.addWidget(self.phrase_field)
        stick.body.addLayout(row(self.seal_button, None))
        given = Card("Noter la remise")
        given.body.addWidget(NoteLine("id-card", _IDENTITY, "secondary"))
        given.body.addWidget(Field("Comment", self.how))
        given.body.addWidget(Field("Précision", self.word, optional=True))
        given.body.addLayout(row(self.done_button, None))
        self.fill(summary, papers, stick)
        self.fill_aside(given)

    def _connect(self) -> None:
        self.preview_button.clicked.connect(self.preview_asked)
        self.data_button.clicked.connect(self.data_asked)
        self.seal_button.clicked.connect(self._on_seal_clicked)
        self.phrase.entered.connect(self._on_seal_clicked)
        self.done_button.clicked.connect(self._on_done_clicked)

    def show_summary(self, told: Sequence[str]) -> None:
        clear(self._told)
        for one in told:
            self._told.addWidget(Paragraph(one))

    def forget(self) -> None:
        """Nothing typed for somebody stays for the next one."""
        self.phrase.clear()
        self.phrase_field.set_error(None)
        self.word.clear()
        self.how.set_value(Remise.SUR_PLACE.value)

    def _on_seal_clicked(self) -> None:
        problem = passphrase_problem(self.phrase.text())
        self.phrase_field.set_error(problem)
        if problem is None:
            self.sealed_asked.emit(self.phrase.text())
        else:
            self.phrase.setFocus()

    def _on_done_clicked(self) -> None:
        self.handed_over.emit(Remise(self.how.value()), self.word.text().strip())
