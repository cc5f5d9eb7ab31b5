"""ScaleChooser: which scale to score, those that this person was scored with first."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from microstructure_desktop.domain.equipe import Role
from microstructure_desktop.domain.text import normalise
from microstructure_desktop.forms.model import Form, Stage
from microstructure_desktop.services.access import fills
from microstructure_desktop.services.dossiers import FicheLigne
from microstructure_desktop.services.reference import Reference
from microstructure_desktop.ui import look
from microstructure_desktop.ui.dialogs.frame import DialogFrame
from microstructure_desktop.ui.models.columns import Column
from microstructure_desktop.ui.models.rows_model import RowsModel
from microstructure_desktop.ui.texts import count
from microstructure_desktop.ui.widgets.list_view import ListView
from microstructure_desktop.ui.widgets.row_delegate import RowDelegate, RowText
from microstructure_desktop.ui.widgets.search_box import SearchBox

_LIST_HEIGHT = 340


def scales_for(reference: Reference, role: Role) -> list[Form]:
    """The scales that this profession may score, by name."""
    return [
        form
        for form in reference.forms.latest()
        if form.stage is Stage.ECHELLE and fills(role, form)
    ]


class ScaleChooser(DialogFrame):
    """Typing narrows the list; Entrée takes the scale selected, the first one at the start.

    Signals:
        chosen: the id of the form to fill in.
    """

    chosen = Signal(str)

    def __init__(
        self, scales: Sequence[Form], filled: Iterable[FicheLigne], parent: QWidget
    ) -> None:
        super().__init__(
            parent,
            "list-checks",
            "primary",
            "Coter une échelle",
            "Vous copiez les cotes de la feuille remplie avec la personne.",
        )
        self._times = Counter(ligne.fiche.form for ligne in filled)
        self.search = SearchBox("Nom de l’échelle")
        self.view = ListView("Échelles")
        self.model = RowsModel(
            (Column("Échelle", lambda form: form.title),),
            spoken=lambda form: self._text(form).spoken(),
            parent=self.view,
        )
        self.view.setModel(self.model)
        self.view.setItemDelegate(RowDelegate(self._text, self.view))
        room = parent.window().height() // 2  # on a small screen « Annuler » stays in sight
        self.view.setFixedHeight(min(look.control_px(_LIST_HEIGHT), room))
        self.body.addWidget(self.search)
        self.body.addWidget(self.view)
        self.add_button("Annuler", accepts=False)
        self.model.set_rows(sorted(scales, key=lambda form: -self._times[form.id]))
        self._select_first()
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._on_return_pressed)
        self.search.down_pressed.connect(self._on_down_pressed)
        self.view.row_chosen.connect(self._choose)
        self.search.setFocus(Qt.FocusReason.TabFocusReason)

    def _text(self, form: Form) -> RowText:
        times = self._times[form.id]
        return RowText(form.title, f"Cotée {count(times, 'fois', 'fois')}" if times else "")

    def _select_first(self) -> None:
        self.view.show_selected(self.model.index(0, 0))

    def _on_typed(self, text: str) -> None:
        wanted = normalise(text)
        self.model.set_filter(lambda form: wanted in normalise(form.title))
        self._select_first()

    def _on_return_pressed(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self._choose(self.model.row(index.row()))

    def _on_down_pressed(self) -> None:
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, form: Form) -> None:
        self.accept()
        self.chosen.emit(form.id)
