"""Take up the list that a team kept before: choose, check the columns, look, create."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from microstructure_desktop.domain.ids import LotId
from microstructure_desktop.domain.reprise import Lot
from microstructure_desktop.errors import AppError
from microstructure_desktop.services import reprise
from microstructure_desktop.services.reprise import Annulation, LotVu, Ouvert
from microstructure_desktop.services.reprise_examen import Apercu
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.page import Page
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.footer_bar import FooterBar
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import boxed, column

from . import words
from .columns_step import ColumnsStep
from .done_step import DoneStep
from .file_step import FileStep
from .preview_step import PreviewStep

_TITLE = "Reprendre une file active"
_FILTER = "Tableaux (*.csv *.txt *.tsv *.xlsx);;Tous les fichiers (*)"
_WHERE = (
    "1 sur 3 · Le fichier",
    "2 sur 3 · Les colonnes",
    "3 sur 3 · L’aperçu, avant d’enregistrer",
    "C’est fait",
)


class ReprisePage(Page):
    """What was read stays while the person looks at other pages, and goes when it is created."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.band = HeaderBand(_TITLE, back="Retour")
        self.problem = Banner()
        self.file, self.done = FileStep(), DoneStep()
        self.columns, self.preview = ColumnsStep(context), PreviewStep(context)
        self.steps = QStackedWidget()
        self.footer = FooterBar()
        self.back_button = Button("Précédent", "normal", "chevron-left")
        self.next_button = Button("", "primary", "chevron-right", trailing=True)
        self._busy = False
        self._lay_out()
        self._connect()
        self._show(self.file)

    def open(self, route: Route) -> None:
        del route
        self._load_lots()

    def first_focus(self) -> QWidget | None:
        step = self.steps.currentWidget()
        return self.file.choose_button if step is self.file else self.next_button

    def read(self, path: Path, sheet: str = "") -> None:
        """Read a file; its columns are shown, or why it cannot be read."""
        self.problem.clear()
        self._set_busy(busy=True)
        action = partial(reprise.ouvrir, chemin=path, feuille=sheet)
        self.context.worker.run(action, self._on_read, self._on_failed)

    def _lay_out(self) -> None:
        for step in (self.file, self.columns, self.preview, self.done):
            self.steps.addWidget(step)
        self.footer.add_left(self.back_button)
        self.footer.add_right(self.next_button)
        self._news = boxed(column(self.problem, margins=(24, 16, 24, 0)))
        self._news.hide()
        self.setLayout(
            column(self.band, self._news, self.steps, self.footer, spacing=0, grows=self.steps)
        )

    def _connect(self) -> None:
        self.band.back_clicked.connect(self.context.navigator.back)
        self.file.choose_asked.connect(self._on_choose_asked)
        self.columns.sheet_chosen.connect(self._on_sheet_chosen)
        self.columns.changed.connect(self._say_next)
        self.preview.changed.connect(self._say_next)
        self.back_button.clicked.connect(self._on_back_clicked)
        self.next_button.clicked.connect(self._on_next_clicked)
        for part in (self.file.lots, self.done):
            part.undo_asked.connect(self._on_undo_asked)

    # --- from step to step ------------------------------------------------------------------

    def _show(self, step: QWidget) -> None:
        self._say_problem("")
        self.steps.setCurrentWidget(step)
        self.band.set_words(_TITLE, _WHERE[self.steps.currentIndex()])
        self.footer.setVisible(step is not self.file)
        self.back_button.setVisible(step in (self.columns, self.preview))
        self._say_next()
        focus = self.first_focus()
        if focus is not None and self.isVisible():
            focus.setFocus()

    def _say_next(self) -> None:
        step, taken = self.steps.currentWidget(), len(self.preview.taken)
        said, ready = "Voir les patients", True
        if step is self.columns:
            said, ready = "Voir l’aperçu", self.columns.ready()
        elif step is self.preview:
            said, ready = words.create(taken), bool(taken)
        self.next_button.setText("En cours…" if self._busy else said)
        self.next_button.setEnabled(ready and not self._busy)
        self.next_button.updateGeometry()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.file.set_busy(busy=busy)
        self.back_button.setEnabled(not busy)
        self._say_next()

    def _on_back_clicked(self) -> None:
        if self.steps.currentWidget() is self.preview:
            self.preview.forget()
            self._show(self.columns)
        else:
            self.columns.forget()
            self._show(self.file)

    def _on_next_clicked(self) -> None:
        step = self.steps.currentWidget()
        if step is self.columns:
            self._examine()
        elif step is self.preview and self.preview.preview is not None:
            self._set_busy(busy=True)
            action = partial(
                reprise.importer, apercu=self.preview.preview, retenues=self.preview.taken
            )
            self.context.worker.run(action, self._on_created, self._on_failed)
        else:
            self._show(self.file)
            self.context.navigator.go(Route("patients"))

    # --- the file ---------------------------------------------------------------------------

    def _on_choose_asked(self) -> None:
        dialog = QFileDialog(self, "Choisir le fichier à reprendre", "", _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def _on_file_chosen(self, path: str) -> None:
        self.read(Path(path))

    def _on_sheet_chosen(self, sheet: str) -> None:
        if self.columns.opened is not None:
            self.read(self.columns.opened.chemin, sheet)

    def _on_read(self, opened: Ouvert) -> None:
        self._set_busy(busy=False)
        self.columns.show_file(opened)
        self._show(self.columns)

    def _examine(self) -> None:
        opened = self.columns.opened
        assert opened is not None
        self._set_busy(busy=True)
        action = partial(
            reprise.examiner,
            tableau=opened.tableau,
            colonnes=opened.colonnes,
            programme=self.columns.programme.value() or None,
        )
        self.context.worker.run(action, self._on_examined, self._on_failed)

    def _on_examined(self, preview: Apercu) -> None:
        self._set_busy(busy=False)
        self.preview.show_preview(preview)
        self._show(self.preview)

    # --- done and undone --------------------------------------------------------------------

    def _on_created(self, lot: Lot) -> None:
        self._set_busy(busy=False)
        self.columns.forget()
        self.preview.forget()
        self.done.show_lot(lot)
        self._show(self.done)
        undo = partial(self._on_undo_asked, lot.id)
        self.context.events.notify(words.created(len(lot.patients)), "Annuler", undo)
        self._load_lots()

    def _on_undo_asked(self, lot_id: str) -> None:
        action = partial(reprise.annuler, lot_id=LotId(lot_id))
        self.context.worker.run(action, self._on_undone, self._on_failed)

    def _on_undone(self, annulation: Annulation) -> None:
        if self.steps.currentWidget() is self.done:
            self._show(self.file)
        restore = partial(self._on_restore_asked, annulation)
        self.context.events.notify(words.undone(annulation), "Rétablir", restore)
        self._load_lots()

    def _on_restore_asked(self, annulation: Annulation) -> None:
        action = partial(reprise.retablir, annulation=annulation)
        self.context.worker.run(action, self._on_restored, self._on_failed)

    def _on_restored(self, _lot: Lot) -> None:
        self.context.events.notify("Reprise rétablie")
        self._load_lots()

    def _load_lots(self) -> None:
        self.context.worker.run(reprise.lots, self._on_lots, self._on_failed)

    def _on_lots(self, lots: tuple[LotVu, ...]) -> None:
        self.file.lots.show_lots(lots)

    def _on_failed(self, failure: AppError) -> None:
        self._set_busy(busy=False)
        self._say_problem(failure.sentence, failure.way_out)

    def _say_problem(self, sentence: str, way_out: str = "") -> None:
        self._news.setVisible(bool(sentence))
        self.problem.show_message("danger", sentence, way_out)
