"""PrintPreview: any document as it will be printed; then the printer, or a file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from microstructure_desktop.errors import AppError
from microstructure_desktop.services import documents
from microstructure_desktop.services.documents import Document
from microstructure_desktop.ui import look
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.empty_state import EmptyState
from microstructure_desktop.ui.widgets.footer_bar import FooterBar
from microstructure_desktop.ui.widgets.header_band import HeaderBand
from microstructure_desktop.ui.widgets.layouts import boxed, row
from microstructure_desktop.ui.widgets.segmented import Segmented

from . import printing, safe_places
from .page_renderer import PageRenderer
from .page_sheets import WHOLE, WIDTH, PageSheets
from .printing import NoPrinter, Printing

_SIZE = (900, 860)
_KEYS = "Touches Page préc. et Page suiv. pour feuilleter"
_UNSAFE = f"Une copie hors du logiciel n’est plus chiffrée{NBSP}: préférez une clé qui l’est."
_STOP = "Arrêter l’impression"
_GONE = "Les pages déjà parties sortiront peut-être : reprenez-les à l’imprimante."
_SPOOL = (
    "Pour imprimer, l’ordinateur en garde une copie lisible, parfois jusqu’au lendemain : ce "
    "logiciel ne peut pas la chiffrer."
)
_HIDDEN = "Aperçu masqué"
_WHY = f"Mode discret{NBSP}: ce document porte des noms, à l’écran comme sur le papier."


class PrintPreview(QDialog):
    """Show it with `open()`. Nothing is written unless the person chooses where, and what is
    printed or written is noted in the access log. `copy`: what is written, when it is not the
    pages shown.

    Signals:
        saved: Path, where the person put the file.
        not_saved: AppError.
    """

    saved = Signal(object)
    not_saved = Signal(object)

    def __init__(
        self,
        document: Document,
        context: Context,
        parent: QWidget | None = None,
        *,
        copy: Document | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._copy = copy or document
        self._save_words = "Enregistrer une copie" if copy else "Enregistrer le PDF"
        self._discretion = context.discretion
        self._worker = context.worker
        self._written: list[Path] = []
        self._printed_to: Path | None = None
        self.setWindowTitle("Microstructure")
        self.setAccessibleName(document.titre)
        self._renderer = PageRenderer(document.pdf, self)
        self._printing = Printing(self)
        self._files = QThreadPool(self)
        self._build()
        self._connect()
        self._on_discretion_changed()
        room = parent.window().size() if parent else self.screen().availableSize()
        self.resize(min(look.px(_SIZE[0]), room.width()), min(look.px(_SIZE[1]), room.height()))

    def _build(self) -> None:
        self.header = HeaderBand(self._document.titre, "Préparation de l’aperçu…")
        self.zoom = Segmented([(WHOLE, "Page entière"), (WIDTH, "Largeur")], name="Taille")
        self.zoom.set_value(WHOLE)
        self.zoom.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.header.add_action(self.zoom)
        self.banner = Banner()
        self._news = boxed(row(self.banner, margins=(24, 16, 24, 0)))
        self._news.hide()
        self.sheets = PageSheets()
        self.sheets.setAccessibleName(f"Aperçu : {self._document.titre}")
        self.veil = EmptyState("eye-off", _HIDDEN, _WHY, "Afficher le document")
        self.close_button = Button("Fermer", "ghost")
        self.save_button = Button(f"{self._save_words}…", "normal", "download", shortcut="Ctrl+S")
        self.print_button = Button("Imprimer…", "primary", "printer", shortcut="Ctrl+P")
        said = _KEYS if self._copy is self._document else _UNSAFE
        footer = FooterBar(self._document.garde or said)
        for button in (self.close_button, self.save_button, self.print_button):
            footer.add_right(button)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.header)
        body.addWidget(self._news)
        body.addWidget(self.sheets, 1)
        body.addWidget(self.veil, 1)
        body.addWidget(footer)

    def _connect(self) -> None:
        self._discretion.changed.connect(self._on_discretion_changed)
        self.veil.action_clicked.connect(self._on_show_clicked)
        self._renderer.counted.connect(self._on_counted)
        self._renderer.drawn.connect(self._on_drawn)
        self.sheets.dpi_wanted.connect(self._renderer.draw)
        self.sheets.page_changed.connect(self._on_page_changed)
        self.zoom.changed.connect(self.sheets.set_fit)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.close_button.clicked.connect(self.reject)
        self.banner.action_clicked.connect(self._on_banner_clicked)
        self._printing.found.connect(self._on_printers_found)
        self._printing.printed.connect(self._on_printed)
        self._printing.cancelled.connect(self._on_print_cancelled)
        self._printing.failed.connect(self._on_not_printed)
        self.saved.connect(self._on_saved)
        self.not_saved.connect(self._on_failed)

    def done(self, result: int) -> None:
        """Out of sight first; then what is being written is finished."""
        super().done(result)
        self._renderer.stop()
        self.sheets.set_count(0)
        self._printing.let_go()
        self._files.waitForDone()
        self._note_written()  # its signal may come too late for a dialog that is closed

    # --- names ------------------------------------------------------------------------------

    def _on_discretion_changed(self) -> None:
        self._veil(hidden=self._discretion.on and self._document.nominatif)

    def _on_show_clicked(self) -> None:
        self._veil(hidden=False)

    def _veil(self, *, hidden: bool) -> None:
        """Nothing is changed in a document; it is only not shown before somebody asks."""
        self.sheets.setVisible(not hidden)
        for part in (self.zoom, self.header.subtitle):
            part.setVisible(not hidden)
        self.veil.setVisible(hidden)
        shown = self.veil.action_button if hidden else self.sheets
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- pages ------------------------------------------------------------------------------

    def _on_counted(self, count: int) -> None:
        self.sheets.set_count(count)
        self._on_page_changed(1)

    def _on_drawn(self, number: int, picture: QImage) -> None:
        if number < self.sheets.count():
            self.sheets.set_picture(number, picture)

    def _on_page_changed(self, page: int) -> None:
        count = self.sheets.count()
        self.header.subtitle.setText(f"Page {page} sur {count}" if count else "")

    # --- printer ----------------------------------------------------------------------------

    def _on_print_clicked(self) -> None:
        self.print_button.setEnabled(False)
        self._say("info", "Recherche des imprimantes…")
        self._printing.look_for_printers()

    def _on_printers_found(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        self._say("", "")
        self.print_button.setEnabled(True)
        self._printer = printing.new_printer()
        dialog = QPrintDialog(self._printer, self)
        dialog.setMinMax(1, max(1, self.sheets.count()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._on_printer_chosen)
        QDialog.open(dialog)  # its own open() wants a slot by name

    def _on_printer_chosen(self) -> None:
        """The system's dialog offers a file too: nothing protects that one either."""
        name = self._printer.outputFileName()
        self._printed_to = Path(name) if name else None
        self._say("info", "Impression en cours…", "", _STOP)
        noting = documents.saved if self._printed_to else documents.printed
        self._worker.run(partial(noting, document=self._document))
        self._printing.send(self._document.pdf, self._printer)

    def _on_printed(self) -> None:
        if self._printed_to is None:
            self._say("ok", "Le document est envoyé à l’imprimante.", _SPOOL)
        else:
            self._say_written("Le PDF est enregistré", self._printed_to)

    def _on_print_cancelled(self) -> None:
        self._say("info", "L’impression est arrêtée.", _GONE)

    def _on_not_printed(self, error: AppError) -> None:
        self.print_button.setEnabled(True)
        kind = "info" if isinstance(error, NoPrinter) else "danger"
        self._say(kind, error.sentence, error.way_out, f"{self._save_words}…")

    # --- file -------------------------------------------------------------------------------

    def _on_save_clicked(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        ending = Path(self._copy.fichier).suffix
        title = f"{self._save_words}, {safe_places.BEFORE}"
        dialog = QFileDialog(self, title, folder, f"Document (*{ending})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending[1:])
        dialog.selectFile(self._copy.fichier)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def _on_file_chosen(self, name: str) -> None:
        self._files.start(lambda: self._write(Path(name)))

    def _write(self, path: Path) -> None:
        try:
            documents.save(self._copy, path)
            self._written.append(path)
        except AppError as error:
            self.not_saved.emit(error)
        else:
            self.saved.emit(path)

    def _on_saved(self, path: Path) -> None:
        self._note_written()
        what = (
            "Le PDF est enregistré" if self._copy is self._document else "La copie est enregistrée"
        )
        self._say_written(what, path)

    def _say_written(self, what: str, path: Path) -> None:
        self._say("ok", f"{what} dans « {path.parent.name} ».", safe_places.after(path))

    def _note_written(self) -> None:
        while self._written:
            self._written.pop()
            self._worker.run(partial(documents.saved, document=self._document))

    def _on_failed(self, error: AppError) -> None:
        self._say("danger", error.sentence, error.way_out, "Enregistrer ailleurs…")

    def _on_banner_clicked(self) -> None:
        """What the banner offers depends on its news."""
        if self.banner.action_button.text() == _STOP:
            self._printing.cancel()
        else:
            self._on_save_clicked()

    def _say(self, kind: str, title: str, text: str = "", action: str = "") -> None:
        self._news.setVisible(bool(title))
        self.banner.show_message(kind or "info", title, text, action)
