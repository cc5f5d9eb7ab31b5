"""StructuresPage: the cabinets of the region, and how one is enrolled."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from microstructure_desktop.animateur.errors import FingerprintDiffers
from microstructure_desktop.animateur.model import Structure
from microstructure_desktop.domain.periods import Mois
from microstructure_desktop.errors import AppError
from microstructure_desktop.ui.animateur import words as shared
from microstructure_desktop.ui.animateur.context import Context
from microstructure_desktop.ui.animateur.page import Page
from microstructure_desktop.ui.cell_roles import ROW_ROLE
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.navigation import Route
from microstructure_desktop.ui.texts import count
from microstructure_desktop.ui.widgets.table_view import TableView

from . import acts, words
from .acts import Faite, Inscrite, Ouverte
from .end_dialog import EndDialog
from .enrol_card import EnrolCard
from .structure_card import StructureCard

_COLUMNS = (
    Column("Cabinet", lambda each: each.structure.nom, strong=True),
    Column("Code", lambda each: each.structure.id, 130),
    Column(
        "Dernier mois reçu",
        lambda each: shared.month(each.dernier),
        170,
        sort_key=lambda each: str(each.dernier or ""),
    ),
    Column("État", lambda each: words.state(each)[0], 180, tag=words.state),
)


class StructuresPage(Page):
    """Route `structures`; `fichier` is an enrolment file to open at once."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Structures", "Les cabinets de la région")
        self._shown: Inscrite | None = None
        self.enrol = EnrolCard()
        self.table = TableView("Cabinets inscrits")
        self.rows = RowsModel(_COLUMNS, parent=self.table)
        self.table.setModel(self.rows)
        self.card = StructureCard()
        self.body.fill(self.enrol, self.table)
        self.body.fill_aside(self.card)
        self._connect()

    def open(self, route: Route) -> None:
        super().open(route)
        fichier = route.get("fichier")
        if fichier is not None:
            self.read(fichier)

    def first_focus(self) -> QWidget | None:
        return self.enrol.open_button

    def reload(self) -> None:
        self.ask(acts.lire, self._on_loaded)

    def read(self, path: Path) -> None:
        """Open an enrolment file; what it says is shown, and waits to be confirmed."""
        self.problem.clear()
        self.ask(acts.ouvrir, self._on_opened, chemin=path)

    def _connect(self) -> None:
        self.enrol.file_chosen.connect(self._on_file_chosen)
        self.enrol.enrol_asked.connect(self._on_enrol_asked)
        self.table.selectionModel().currentChanged.connect(self._on_current_changed)
        self.card.end_asked.connect(self._on_end_asked)
        self.card.return_asked.connect(self._on_return_asked)

    def _on_loaded(self, inscrites: tuple[Inscrite, ...]) -> None:
        said = count(len(inscrites), "cabinet inscrit", "cabinets inscrits")
        self.header.subtitle.setText(said)
        here = self._shown.structure.id if self._shown is not None else ""
        self.rows.set_rows(inscrites)
        self.table.setVisible(bool(inscrites))
        place = self.rows.index_of(lambda each: each.structure.id == here)
        self.table.setCurrentIndex(place if place.isValid() else self.rows.index(0, 0))

    def _on_current_changed(self, current: QModelIndex, _former: QModelIndex) -> None:
        self._shown = current.data(ROW_ROLE)
        if self._shown is None:
            self.card.hide()
        else:
            self.card.show_structure(self._shown)

    def _on_file_chosen(self, path: Path) -> None:
        self.read(path)

    def _on_opened(self, ouverte: Ouverte) -> None:
        self.enrol.show_file(ouverte)

    def _on_enrol_asked(self, ouverte: Ouverte, heard: str, since: Mois) -> None:
        given = {"ouverte": ouverte, "lus": heard, "depuis": since}
        self.ask(acts.inscrire, self._on_enrolled, self._on_refused, **given)

    def _on_enrolled(self, faite: Faite) -> None:
        self.enrol.close_file()
        self.enrol.open_button.setFocus()
        self.context.events.notify(words.done(faite))

    def _on_refused(self, error: AppError) -> None:
        if isinstance(error, FingerprintDiffers):
            self.enrol.refuse(error)
        else:
            self.enrol.close_file()
            self.say(error)

    def _on_end_asked(self) -> None:
        if self._shown is None:
            return
        structure = self._shown.structure
        dialog = EndDialog(self, structure.nom, _months(structure, self.context.today().year))
        dialog.accepted.connect(self._on_end_accepted)
        self.show_dialog(dialog)

    def _on_end_accepted(self) -> None:
        if isinstance(self.dialog, EndDialog) and self._shown is not None:
            self._end(self._shown.structure.id, self.dialog.chosen())

    def _on_return_asked(self) -> None:
        if self._shown is not None:
            self._end(self._shown.structure.id, None)

    def _end(self, code: str, until: Mois | None) -> None:
        before = self._shown.structure.jusqua if self._shown is not None else None
        said = "Fin d’inscription notée" if until is not None else "Cabinet attendu de nouveau"
        back = partial(self._end_quietly, code, before)
        self.context.events.notify(said, "Annuler", back)
        self._end_quietly(code, until)

    def _end_quietly(self, code: str, until: Mois | None) -> None:
        self.ask(acts.retirer, self._on_ended, code=code, jusqua=until)

    def _on_ended(self, _done: None) -> None:
        self.problem.clear()


def _months(structure: Structure, year: int) -> Iterable[Mois]:
    """The latest first, back to the first month awaited."""
    mois = Mois(year, 12)
    while mois >= structure.depuis:
        yield mois
        mois = mois.plus(-1)
