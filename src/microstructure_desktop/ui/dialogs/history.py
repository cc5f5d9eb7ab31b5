"""HistoryDialog: the versions of one record, two at a time; Historian opens it over a page."""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from microstructure_desktop.domain.revision import Operation
from microstructure_desktop.errors import AppError
from microstructure_desktop.services.historique import Historique, Version, historique
from microstructure_desktop.ui import texts
from microstructure_desktop.ui.context import Context
from microstructure_desktop.ui.discretion import Discretion
from microstructure_desktop.ui.texts import NBSP
from microstructure_desktop.ui.widgets.banner import Banner
from microstructure_desktop.ui.widgets.buttons import Button
from microstructure_desktop.ui.widgets.combo_field import ComboField
from microstructure_desktop.ui.widgets.field import Field
from microstructure_desktop.ui.widgets.labels import Paragraph
from microstructure_desktop.ui.widgets.layouts import column, row
from microstructure_desktop.ui.widgets.page_body import PageBody

from .room import room_over
from .versions_view import VersionsView

WIDTH, HEIGHT = 860, 620
TITLE = "Historique"
ALONE = ("", "Aucune")
_ERASED = "Le contenu de cette version a été effacé à la fin de sa conservation."
_VERBS = {Operation.VOID: ", annulé", Operation.RESTORE: ", rétabli"}


class HistoryDialog(QDialog):
    """Show it with `open()`: the latest version beside the one before."""

    def __init__(self, parent: QWidget, found: Historique, discretion: Discretion) -> None:
        super().__init__(parent)
        self._versions = {str(v.number): v for v in reversed(found.versions)}
        self.setWindowTitle("Microstructure")
        self.setAccessibleName(TITLE)
        self.setModal(True)
        self.resize(room_over(parent, WIDTH, HEIGHT))
        choices = [(number, title(v)) for number, v in self._versions.items()]
        self.choice = ComboField(choices)
        self.other = ComboField([*choices, ALONE])
        self.news = Banner()
        self.view = VersionsView(discretion)
        self.choice.changed.connect(self.show_version)
        self.other.changed.connect(self._on_other_chosen)
        self._lay_out(found.titre)
        self.show_version(next(iter(self._versions)))

    def show_version(self, number: str) -> None:
        """One version beside the last one that said something before it."""
        self.choice.set_value(number)
        said = [n for n, v in self._versions.items() if v.rubriques and v.number < int(number)]
        self.other.set_value(said[0] if said else "")
        self._show()

    def _on_other_chosen(self, _number: str) -> None:
        self._show()

    def _show(self) -> None:
        version = self._versions[self.choice.value()]
        other = self._versions.get(self.other.value())
        self._tell(version)
        said = version.rubriques or ()
        if other is None or other is version:
            self.view.show_one(said)
        else:
            self.view.show_two((heading(other), other.rubriques or ()), (heading(version), said))

    def _tell(self, version: Version) -> None:
        """Why it was cancelled or corrected, when somebody said."""
        if version.rubriques is None:
            self.news.show_message("info", _ERASED, "")
        elif version.motif:
            verb = "Annulé" if version.op is Operation.VOID else "Corrigé"
            self.news.show_message("info", f"{verb}{NBSP}: {version.motif}", "")
        else:
            self.news.clear()

    def _lay_out(self, titre: str) -> None:
        body = PageBody()
        body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body.setAccessibleName("Versions, lecture")
        body.main.addWidget(self.news)
        body.main.addWidget(self.view)
        close = Button("Fermer", "primary")
        close.clicked.connect(self.accept)
        choices = row(
            Field("Version", self.choice), Field("Comparée à", self.other), None, spacing=16
        )
        words = column(Paragraph(TITLE, "card"), Paragraph(titre), spacing=2)
        head = column(words, choices, spacing=10, margins=(24, 20, 24, 4))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(body, 1)
        whole.addLayout(row(None, close, margins=(24, 12, 24, 16)))


class Historian(QObject):
    """Opens the history of a record over `page`; what is refused is told at the bottom."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._asked = ""

    def show(self, entity: str) -> None:
        self._asked = entity
        ask = partial(historique, entity=entity)
        self._context.worker.run(ask, self._on_read, self._on_failed)

    def forget(self) -> None:
        """The page is about something else: what was asked for does not open any more."""
        self._asked = ""

    def _on_read(self, found: Historique) -> None:
        if found.entity != self._asked or not self._page.isVisible():
            return
        dialog = HistoryDialog(self._page, found, self._context.discretion)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # it holds what was read
        dialog.open()

    def _on_failed(self, error: AppError) -> None:
        self._context.events.notify(f"{error.sentence} {error.way_out}", kind="danger")


def title(version: Version) -> str:
    """« N° 2 du 12/11/2026 à 14:32, rétabli, C. Modèle »."""
    at = texts.clock(version.at.astimezone().time())
    who = f", {version.auteur.nom_affiche}" if version.auteur else ""
    return f"{heading(version)} à {at}{_VERBS.get(version.op, '')}{who}"


def heading(version: Version) -> str:
    """« N° 2 du 12/11/2026 »."""
    jour = texts.numeric_date(version.at.astimezone().date())
    return f"N°{NBSP}{version.number} du {jour}"
